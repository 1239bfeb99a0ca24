package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.conversion.learning.ManageLearning;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.conversion.LearningSettings.Explore;
import io.agencyos.domain.conversion.LearningSettings.Uses;
import io.agencyos.domain.conversion.LockedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far what was learned acts by itself, and how much traffic leaves it aside. Source: conversion intelligence 14, 25. */
public final class LearningSettingsRoutes implements RouteGroup {

    private static final String TAG = "Learning";
    private static final String PATH = Route.C + "/learning-settings";

    private final ManageLearning manage;

    public LearningSettingsRoutes(ManageLearning manage) {
        this.manage = manage;
    }

    /**
     * Which of what is learned may act by itself.
     *
     * @param content whether what was learned of words is followed when messages are written
     * @param timing whether learned times are followed
     * @param sequences whether learned sequences are followed
     * @param channels whether learned orders of channels are followed
     */
    public record UsesView(boolean content, boolean timing, boolean sequences, boolean channels) {}

    /**
     * Percent that ignores what was learned: 0 to 20, of sourcing to 50.
     *
     * @param assignments percent of leads that are chosen by lot instead of by score, 0 to 20
     * @param sends percent of sends whose time is drawn by lot, 0 to 20
     * @param channels percent of leads whose order of channels is drawn by lot, 0 to 20
     * @param sourcing percent of searches that leave aside what was learned, 0 to 50
     */
    public record ExploreView(int assignments, int sends, int channels, int sourcing) {}

    /** Days that a lead has to book after its first touch, 14 to 60; that a touch may be credited for, 7 to 30. */
    public record HorizonsView(int horizonDays, int attributionDays) {

        static HorizonsView of(Horizons horizons) {
            return new HorizonsView(horizons.horizonDays(), horizons.attributionDays());
        }

        Horizons horizons() {
            return new Horizons(horizonDays, attributionDays);
        }
    }

    /**
     * The settings; the locked fields are changed by no search.
     *
     * @param uses which of what is learned may act by itself
     * @param explore how much is left to chance, so that learning goes on
     * @param refinement whether searches may be refined by what was learned
     */
    public record SettingsBody(
            UsesView uses,
            ExploreView explore,
            HorizonsView horizons,
            boolean refinement,
            List<LockedField> lockedFields) {

        static SettingsBody of(LearningSettings settings) {
            Uses uses = settings.uses();
            Explore explore = settings.explore();
            return new SettingsBody(
                    new UsesView(uses.content(), uses.timing(), uses.sequences(), uses.channels()),
                    new ExploreView(explore.assignments(), explore.sends(), explore.channels(), explore.sourcing()),
                    HorizonsView.of(settings.horizons()),
                    settings.refinement(),
                    settings.lockedFields().stream().sorted().toList());
        }

        LearningSettings settings() {
            return new LearningSettings(
                    new Uses(uses.content(), uses.timing(), uses.sequences(), uses.channels()),
                    new Explore(explore.assignments(), explore.sends(), explore.channels(), explore.sourcing()),
                    horizons.horizons(),
                    refinement,
                    Set.copyOf(lockedFields));
        }
    }

    /**
     * The settings as they stand; {@code warning} says what they cost.
     *
     * @param settings the settings as they stand
     * @param warning what the settings cost, in a sentence; null where they cost nothing
     */
    public record InForce(SettingsBody settings, @Nullable String warning) {

        static InForce of(LearningSettings settings) {
            return new InForce(
                    SettingsBody.of(settings),
                    settings.explore().slowsLearning()
                            ? "Learning will slow down: something is never explored."
                            : null);
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        InForce example = InForce.of(LearningSettings.DEFAULT);
        return List.of(
                Route.get(PATH, "How far what was learned acts by itself")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(InForce.class, example)
                        .handledBy(this::show),
                Route.put(PATH, "Say how far what was learned acts by itself")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .body(SettingsBody.class, example.settings())
                        .answers(InForce.class, example)
                        .handledBy(this::change));
    }

    private Reply<InForce> show(Call<None> call) {
        return Reply.ok(InForce.of(manage.show(call.scope())));
    }

    private Reply<InForce> change(Call<SettingsBody> call) {
        return manage.change(call.scope(), call.body().settings(), call.origin())
                .map(InForce::of)
                .<Reply<InForce>>map(Reply::ok)
                .orElseGet(() -> Reply.invalid(wrong(call.body().settings())));
    }

    private static List<FieldError> wrong(LearningSettings settings) {
        List<FieldError> wrong = new ArrayList<>();
        if (!settings.explore().isValid()) {
            wrong.add(
                    FieldError.of("/explore", "out_of_range", "A share is 0 to 20 percent, that of sourcing 0 to 50."));
        }
        if (!settings.horizons().isValid()) {
            wrong.add(FieldError.of(
                    "/horizons",
                    "out_of_range",
                    "A lead is waited for 14 to 60 days, a touch may be credited for 7 to 30."));
        }
        return wrong;
    }
}

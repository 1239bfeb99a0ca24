package io.agencyos.domain.conversion.experiment;

import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ExperimentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.VariantId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Two to six texts of one step of a campaign, given to leads by chance, so that what one of them causes can be told.
 * Nothing but a person's acceptance changes the step itself. Source: conversion intelligence 7.1.
 *
 * @param rateBefore of the client's channel and touch number over the year before, 0.005 to 0.5, frozen at the start
 * @param variants in the order of their creation
 * @param adopted the variant that the step says since a person took it up
 * @param lookedAt when it was last looked at
 */
@AggregateRoot
public record Experiment(
        @Identity ExperimentId id,
        ClientId clientId,
        CampaignId campaignId,
        int stepNo,
        Variation.Element element,
        Reward reward,
        ExperimentStatus status,
        @Nullable String stopReason,
        BigDecimal rateBefore,
        List<Variant> variants,
        @Nullable VariantId adopted,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant lookedAt,
        int version) {

    public static final int LEAST_ARMS = 2;
    public static final int MOST_ARMS = 6;

    /** Why one ended that people complained about. */
    public static final String HARM = "harm";

    private static final int SHARE_DECIMALS = 5;
    private static final int CHANCE_DECIMALS = 4;

    public Experiment {
        variants = List.copyOf(variants);
        if (variants.size() < LEAST_ARMS || variants.size() > MOST_ARMS) {
            throw new IllegalArgumentException("an experiment has 2 to 6 variants");
        }
    }

    /** What an arm is called and says. */
    public record Wording(
            VariantId id, String name, @Nullable String text) {}

    /** Where and for what it is held. */
    public record Place(CampaignId campaign, int stepNo, Variation.Element element, Reward reward) {}

    /** One that begins now, all arms alike; without a rate before it takes that of 7.1. */
    public static Experiment begun(
            ExperimentId id,
            ClientId client,
            Place place,
            List<Wording> wordings,
            Optional<Double> rateBefore,
            Instant now) {
        List<Arm> arms =
                wordings.stream().map(arm -> Arm.live(arm.name(), 0, 0)).toList();
        VariantAllocator allocator = VariantAllocator.of(arms, rateBefore);
        return new Experiment(
                        id,
                        client,
                        place.campaign(),
                        place.stepNo(),
                        place.element(),
                        place.reward(),
                        ExperimentStatus.RUNNING,
                        null,
                        BigDecimal.valueOf(allocator.p0()).setScale(SHARE_DECIMALS + 1, RoundingMode.HALF_UP),
                        wordings.stream()
                                .map(arm -> new Variant(
                                        arm.id(),
                                        arm.name(),
                                        arm.text(),
                                        BigDecimal.ZERO,
                                        BigDecimal.ZERO,
                                        0,
                                        0,
                                        null,
                                        false))
                                .toList(),
                        null,
                        now,
                        null,
                        null,
                        0)
                .allocated();
    }

    public boolean isRunning() {
        return status == ExperimentStatus.RUNNING;
    }

    public Optional<Variant> variant(VariantId wanted) {
        return variants.stream().filter(each -> each.id().equals(wanted)).findFirst();
    }

    /** What this variant says. */
    public Variation variation(Variant variant) {
        return new Variation(element, variant.text());
    }

    /** The arm for a lead that has none yet, by chance and yet always the same for the same allocation. */
    public Variant drawnFor(LeadId lead) {
        double u = VariantAllocator.draw(id.value(), lead.value());
        double upTo = 0;
        Variant last = variants.getFirst();
        for (Variant each : variants) {
            upTo += each.allocation().doubleValue();
            if (each.allocation().signum() > 0) {
                last = each;
                if (u < upTo) {
                    return each;
                }
            }
        }
        return last;
    }

    /** The same after a look at what came of it: harmful arms stop, hopeless ones retire, the rest share anew or it ends. */
    public Experiment lookedAt(Map<VariantId, Variant.Tally> tallies, Instant now) {
        if (!isRunning()) {
            return this;
        }
        List<Variant> counted = variants.stream()
                .map(each -> each.counted(tallies.getOrDefault(each.id(), Variant.Tally.NONE)))
                .toList();
        Experiment harmless = with(status, null, withoutHarm(counted, tallies, now), null, now);
        if (harmless.live() < LEAST_ARMS) {
            return harmless.with(ExperimentStatus.STOPPED, HARM, harmless.variants, now, now);
        }
        Experiment left = harmless.withoutHopeless(now).allocated();
        return switch (left.verdict(now)) {
            case Verdict.Leading leading -> left;
            case Verdict.Declared declared -> left.with(ExperimentStatus.WINNER, null, left.variants, now, now);
            case Verdict.NoDifference none -> left.with(ExperimentStatus.NO_DIFFERENCE, null, left.variants, now, now);
        };
    }

    /** Ended by a person. */
    public Experiment stopped(@Nullable String reason, Instant now) {
        return with(ExperimentStatus.STOPPED, reason, variants, now, lookedAt);
    }

    /** The step says this variant from now on. */
    public Experiment adopting(VariantId variant) {
        return copied(status, stopReason, variants, variant, endedAt, lookedAt, version);
    }

    /** The same as it stands once it is stored. */
    public Experiment next() {
        return copied(status, stopReason, variants, adopted, endedAt, lookedAt, version + 1);
    }

    /** What it says at this moment, from the counts of the last look. */
    public Verdict verdict(Instant now) {
        return allocator().verdict(days(now), reward);
    }

    /** Whole days that it ran. */
    public long days(Instant now) {
        return Duration.between(startedAt, endedAt == null ? now : endedAt).toDays();
    }

    /** The variant that was declared; empty unless one was. */
    public Optional<Variant> winner() {
        return status == ExperimentStatus.WINNER
                ? variants.stream().filter(Variant::isLive).max(Comparator.comparing(Variant::probability))
                : Optional.empty();
    }

    /** Means and intervals of what is believed of the arms. */
    public VariantAllocator allocator() {
        return new VariantAllocator(variants.stream().map(Variant::arm).toList(), rateBefore.doubleValue());
    }

    private long live() {
        return variants.stream().filter(Variant::isLive).count();
    }

    private static List<Variant> withoutHarm(
            List<Variant> variants, Map<VariantId, Variant.Tally> tallies, Instant now) {
        List<Variant> left = new ArrayList<>();
        for (Variant each : variants) {
            Variant.Tally own = tallies.getOrDefault(each.id(), Variant.Tally.NONE);
            long delivered = 0;
            long harmed = 0;
            for (Variant other : variants) {
                if (!other.id().equals(each.id())) {
                    Variant.Tally theirs = tallies.getOrDefault(other.id(), Variant.Tally.NONE);
                    delivered += theirs.delivered();
                    harmed += theirs.harmed();
                }
            }
            boolean stops = each.isLive() && HarmGuard.stops(own.delivered(), own.harmed(), delivered, harmed);
            left.add(stops ? each.retired(now, true) : each);
        }
        return left;
    }

    private Experiment withoutHopeless(Instant now) {
        List<Arm> after = allocator().retireHopeless().arms();
        List<Variant> left = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            Variant each = variants.get(i);
            left.add(each.isLive() && !after.get(i).live() ? each.retired(now, false) : each);
        }
        return with(status, stopReason, left, endedAt, lookedAt);
    }

    private Experiment allocated() {
        VariantAllocator allocator = allocator();
        double[] shares = allocator.allocation();
        double[] best = allocator.probabilities();
        List<Variant> given = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            given.add(variants.get(i).given(rounded(shares[i], SHARE_DECIMALS), rounded(best[i], CHANCE_DECIMALS)));
        }
        return with(status, stopReason, given, endedAt, lookedAt);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private Experiment with(
            ExperimentStatus state,
            @Nullable String reason,
            List<Variant> arms,
            @Nullable Instant ended,
            @Nullable Instant looked) {
        return copied(state, reason, arms, adopted, ended, looked, version);
    }

    private Experiment copied(
            ExperimentStatus state,
            @Nullable String reason,
            List<Variant> arms,
            @Nullable VariantId taken,
            @Nullable Instant ended,
            @Nullable Instant looked,
            int stored) {
        return new Experiment(
                id,
                clientId,
                campaignId,
                stepNo,
                element,
                reward,
                state,
                reason,
                rateBefore,
                arms,
                taken,
                startedAt,
                ended,
                looked,
                stored);
    }
}

package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Except;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.platform.PullEmergencyStop;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.id.EmergencyStopId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The platform's kill switches. Source: api 9.17. */
public final class EmergencyStopRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String STOPS = "/api/v1/admin/emergency-stops";
    private static final int ACCEPTED = 202;

    /**
     * What is to be stopped; {@code value} is a channel or a vendor, and missing for the whole platform.
     *
     * @param scope what is stopped: everything, a channel or a vendor
     * @param value the channel or vendor that is stopped; null for the whole platform
     * @param reason why, for the audit log
     */
    public record Wanted(
            @Except("restored") EmergencyStop.Scope scope,
            @Nullable @Text(max = 60) String value,
            @Text(min = 1, max = 500) String reason) {}

    /**
     * A stop as staff sees it.
     *
     * @param scope what is stopped: everything, a channel or a vendor; {@code restored} is the stop after a backup was
     *     brought back
     * @param value the channel or vendor that is stopped; null for the whole platform, and for {@code restored} the moment
     *     since which nothing is known
     * @param reason why it was stopped, in the words of who did
     * @param setBy who ordered it
     * @param setAt when it was ordered
     * @param releaseRequestedBy who asked for its end first; another one has to agree; null where nobody did
     * @param releaseRequestedAt when a first staff member asked for its end; null where nobody did
     * @param releasedBy who agreed to its end; null while it holds
     * @param releasedAt when it ended; null while it holds
     */
    public record Stop(
            UUID id,
            EmergencyStop.Scope scope,
            @Nullable String value,
            String reason,
            UUID setBy,
            Instant setAt,
            @Nullable UUID releaseRequestedBy,
            @Nullable Instant releaseRequestedAt,
            @Nullable UUID releasedBy,
            @Nullable Instant releasedAt) {

        static Stop of(EmergencyStop stop) {
            return new Stop(
                    stop.id().value(),
                    stop.scope(),
                    stop.value(),
                    stop.reason(),
                    stop.setBy().value(),
                    stop.setAt(),
                    value(stop.releaseRequestedBy()),
                    stop.releaseRequestedAt(),
                    value(stop.releasedBy()),
                    stop.releasedAt());
        }

        private static @Nullable UUID value(@Nullable UserId user) {
            return user == null ? null : user.value();
        }
    }

    private static final Stop EXAMPLE = new Stop(
            UUID.fromString("019baaaa-0000-7000-8000-00000000000e"),
            EmergencyStop.Scope.CHANNEL,
            "sms",
            "Complaints about texts at night",
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            Instant.parse("2026-03-02T02:15:04.120Z"),
            null,
            null,
            null,
            null);

    private final PullEmergencyStop desk;

    public EmergencyStopRoutes(PullEmergencyStop desk) {
        this.desk = desk;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(STOPS, "The platform's emergency stops, newest first")
                        .tag(TAG)
                        .platformAdmin()
                        .lists(Stop.class, Sorting.of("-set_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(STOPS, "Stops all sends of the platform, a channel or a vendor")
                        .tag(TAG)
                        .platformAdmin()
                        .idempotent()
                        .body(Wanted.class, new Wanted(EmergencyStop.Scope.CHANNEL, "sms", EXAMPLE.reason()))
                        .answers(Stop.class, EXAMPLE)
                        .handledBy(this::stop),
                Route.post(STOPS + "/{id}/release", "Lets sends go again; of several admins the second one does")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(Stop.class, EXAMPLE)
                        .alsoAnswers(ACCEPTED)
                        .handledBy(this::release));
    }

    private Reply<Page<Stop>> list(Call<None> call) {
        return Reply.ok(new Page<>(desk.list().stream().map(Stop::of).toList(), Optional.empty()));
    }

    private Reply<Stop> stop(Call<Wanted> call) {
        Wanted wanted = call.body();
        return reply(desk.stop(
                call.principal().userId(),
                new PullEmergencyStop.Order(wanted.scope(), wanted.value(), wanted.reason()),
                call.origin()));
    }

    private Reply<Stop> release(Call<None> call) {
        return reply(desk.release(call.principal().userId(), call.id("id", EmergencyStopId::new), call.origin()));
    }

    private static Reply<Stop> reply(PullEmergencyStop.Outcome outcome) {
        return switch (outcome) {
            case PullEmergencyStop.Outcome.On(EmergencyStop stop) -> Reply.ok(Stop.of(stop));
            case PullEmergencyStop.Outcome.Off(EmergencyStop stop) -> Reply.ok(Stop.of(stop));
            case PullEmergencyStop.Outcome.Waits(EmergencyStop stop) -> Reply.accepted(Stop.of(stop));
            case PullEmergencyStop.Outcome.Invalid(boolean value, boolean reason) -> invalid(value, reason);
            case PullEmergencyStop.Outcome.NotFound() -> Reply.notFound();
        };
    }

    private static Reply<Stop> invalid(boolean value, boolean reason) {
        List<FieldError> errors = new ArrayList<>();
        if (value) {
            errors.add(FieldError.of("/value", "invalid", "Name a channel or a vendor that is known here."));
        }
        if (reason) {
            errors.add(FieldError.of("/reason", "required", "Say why, in at most 500 characters."));
        }
        return Reply.invalid(errors);
    }
}

package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.rest.platform.JobViews.Job;
import io.agencyos.adapters.in.rest.platform.JobViews.Stopped;
import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.FieldError;
import io.agencyos.adapters.in.rest.route.FieldErrors;
import io.agencyos.adapters.in.rest.route.None;
import io.agencyos.adapters.in.rest.route.Page;
import io.agencyos.adapters.in.rest.route.Paging;
import io.agencyos.adapters.in.rest.route.Param;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.adapters.in.rest.route.Sorting;
import io.agencyos.adapters.in.rest.route.Text;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.FlowRuns.After;
import io.agencyos.application.platform.flow.FlowRuns.Filter;
import io.agencyos.application.platform.flow.RunPlatform;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EntityId;
import io.agencyos.domain.shared.RunId;
import io.agencyos.domain.shared.UserId;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flows, runs and breakers of the whole platform, for its staff. Source: api 9.19, flows 1.9. */
public final class SystemRunRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String SYSTEM = Route.P + "/system";
    private static final String SCHEDULE = SYSTEM + "/schedules/{flow}";
    private static final String BREAKER = SYSTEM + "/breakers/{id}";
    private static final Schedule EXAMPLE =
            new Schedule("pool_assignment", true, true, "0 30 6 * * *", "Australia/Sydney", 10_800, 10, null, null);

    private final RunPlatform platform;

    public SystemRunRoutes(FlowEngine engine) {
        platform = engine.platform();
    }

    /**
     * @param known whether the process that answers can execute it
     * @param cron second, minute, hour, day, month, weekday; null for never by itself
     * @param globalMax most runs at the same time
     */
    record Schedule(
            String flow,
            boolean known,
            boolean enabled,
            @Nullable String cron,
            String timezone,
            long misfireS,
            int globalMax,
            @Nullable Instant nextAt,
            @Nullable String pausedReason) {

        static Schedule of(RunPlatform.Schedule schedule) {
            var definition = schedule.definition();
            return new Schedule(
                    definition.flow(),
                    schedule.known(),
                    definition.enabled(),
                    definition.cron(),
                    definition.zone().getId(),
                    definition.misfire().toSeconds(),
                    definition.globalMax(),
                    schedule.nextAt(),
                    definition.pausedReason());
        }
    }

    /** A schedule's new time; null for never. */
    record Time(@Nullable String cron) {}

    /** Why. */
    record Reason(@Text(min = 3, max = 500) String reason) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(SYSTEM + "/jobs", "Runs of all clients, newest first")
                        .tag(TAG)
                        .platformAdmin()
                        .params(
                                Param.text("kind", "The flow, such as pool_assignment."),
                                Param.words("status", RunState.class))
                        .lists(Job.class, Sorting.of("-created_at"), JobViews.JOB)
                        .handledBy(this::jobs),
                Route.get(SYSTEM + "/schedules", "Every flow, when it starts by itself, and whether it may")
                        .tag(TAG)
                        .platformAdmin()
                        .lists(Schedule.class, Sorting.of("flow"), EXAMPLE)
                        .handledBy(this::schedules),
                Route.patch(SCHEDULE, "Another time for a flow")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Time.class, new Time("0 0 7 * * *"))
                        .handledBy(call -> changed(platform.reschedule(
                                by(call), call.text("flow"), call.body().cron(), call.origin()))),
                Route.post(SCHEDULE + "/pause", "Switches a flow off; what runs goes on")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Reason.class, new Reason("The vendor moves house."))
                        .handledBy(call -> changed(platform.enable(
                                by(call), call.text("flow"), false, call.body().reason(), call.origin()))),
                Route.post(SCHEDULE + "/resume", "Switches a flow on again")
                        .tag(TAG)
                        .platformAdmin()
                        .handledBy(
                                call -> changed(platform.enable(by(call), call.text("flow"), true, "", call.origin()))),
                Route.get(SYSTEM + "/breakers", "Every breaker that is not closed")
                        .tag(TAG)
                        .platformAdmin()
                        .lists(Stopped.class, Sorting.of("id"), JobViews.STOPPED)
                        .handledBy(this::breakers),
                Route.post(BREAKER + "/open", "Opens a breaker: client, scope and key, joined by colons")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Reason.class, new Reason("The vendor moves house."))
                        .handledBy(call -> named(call.text("id"))
                                .map(name -> changed(platform.open(
                                        by(call),
                                        name.client(),
                                        name.scope(),
                                        name.key(),
                                        call.body().reason(),
                                        call.origin())))
                                .orElseGet(Reply::notFound)),
                Route.post(BREAKER + "/close", "Closes a breaker; what waited for it goes on")
                        .tag(TAG)
                        .platformAdmin()
                        .handledBy(call -> named(call.text("id"))
                                .map(name -> changed(platform.close(
                                        by(call), name.client(), name.scope(), name.key(), call.origin())))
                                .orElseGet(Reply::notFound)));
    }

    private static UserId by(Call<?> call) {
        return call.principal().userId();
    }

    private Reply<Page<Job>> jobs(Call<None> call) {
        Paging paging = call.paging();
        Filter filter = new Filter(Set.copyOf(call.query().all("kind")), JobRoutes.states(call));
        Optional<After> after = paging.after()
                .map(position -> new After(Instant.parse(position.keys().getFirst()), new RunId(position.id())));
        return Reply.ok(JobRoutes.page(platform.runs(filter, after, paging.limit() + 1), paging));
    }

    private Reply<Page<Schedule>> schedules(Call<None> call) {
        return Reply.ok(
                new Page<>(platform.schedules().stream().map(Schedule::of).toList(), Optional.empty()));
    }

    private Reply<Page<Stopped>> breakers(Call<None> call) {
        return Reply.ok(new Page<>(platform.breakers().stream().map(Stopped::of).toList(), Optional.empty()));
    }

    private record Named(ClientId client, BreakerScope scope, String key) {}

    private static Optional<Named> named(String id) {
        String[] parts = id.split(":", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<ClientId> client = EntityId.parse(parts[0], ClientId::new).toOptional();
        Optional<BreakerScope> scope = Vocabulary.parse(BreakerScope.class, parts[1]);
        return client.flatMap(known -> scope.map(of -> new Named(known, of, parts[2])));
    }

    private static Reply<None> changed(RunPlatform.Outcome outcome) {
        return switch (outcome) {
            case RunPlatform.Outcome.Done() -> Reply.noContent();
            case RunPlatform.Outcome.Invalid(String message) -> {
                FieldErrors errors = new FieldErrors();
                errors.add(FieldError.of("/cron", "invalid", message));
                yield Reply.invalid(errors);
            }
            case RunPlatform.Outcome.NotFound() -> Reply.notFound();
            case RunPlatform.Outcome.Started started -> Reply.noContent();
        };
    }
}

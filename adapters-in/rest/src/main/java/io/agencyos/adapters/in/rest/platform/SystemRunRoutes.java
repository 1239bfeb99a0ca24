package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.platform.JobViews.Job;
import io.agencyos.adapters.in.rest.platform.JobViews.Stopped;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.RunPlatform;
import io.agencyos.application.platform.flow.SteerRuns;
import io.agencyos.application.platform.flow.WatchFlows;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunFigures;
import io.agencyos.application.platform.flow.store.FlowRuns.After;
import io.agencyos.application.platform.flow.store.FlowRuns.Filter;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.RateBucket;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flows, runs and breakers of the whole platform, for its staff. Source: api 9.19, flows 1.9. */
public final class SystemRunRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final int ACCEPTED = 202;
    private static final String SYSTEM = Route.P + "/system";
    private static final String SCHEDULE = SYSTEM + "/schedules/{flow}";
    private static final String BREAKER = SYSTEM + "/breakers/{id}";
    private static final Schedule EXAMPLE =
            new Schedule("pool_assignment", true, true, "0 30 6 * * *", "Australia/Sydney", 10_800, 1, 10, null, null);

    private final RunPlatform platform;
    private final SteerRuns steer;
    private final WatchFlows watch;

    public SystemRunRoutes(FlowEngine engine, WatchFlows watch) {
        platform = engine.platform();
        steer = engine.steerRuns();
        this.watch = watch;
    }

    /**
     * A flow, when it starts by itself, and whether it may.
     *
     * @param known whether the process that answers can execute it
     * @param enabled whether it starts by itself
     * @param cron second, minute, hour, day, month, weekday; null for never by itself
     * @param perClientMax most runs of one client at the same time
     * @param globalMax most runs at the same time
     * @param pausedReason why the flow is switched off; null while it is not
     */
    record Schedule(
            String flow,
            boolean known,
            boolean enabled,
            @Nullable String cron,
            String timezone,
            long misfireS,
            int perClientMax,
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
                    definition.perClientMax(),
                    definition.globalMax(),
                    schedule.nextAt(),
                    definition.pausedReason());
        }
    }

    /**
     * What is changed of a flow; what is left out stays.
     *
     * @param cron when it starts by itself: second, minute, hour, day, month and weekday, as {@code 0 0 3 * * ?}; null
     *     for never by itself
     */
    record Settings(
            Change<@Nullable String> cron,

            @Nullable @Range(min = 0, max = Integer.MAX_VALUE)
            Integer misfireS,

            @Nullable @Range(min = 1, max = 100) Integer perClientMax,
            @Nullable @Range(min = 1, max = 10_000) Integer globalMax,
            @Nullable @Range(min = 1, max = 31_536_000) Integer deadlineS) {

        static final Settings EXAMPLE = new Settings(Change.to("0 0 7 * * *"), 43_200, 1, 8, 1_800);

        private RunPlatform.Settings parsed() {
            return new RunPlatform.Settings(
                    cron.mentioned(), cron.value(), seconds(misfireS), perClientMax, globalMax, seconds(deadlineS));
        }

        private static @Nullable Duration seconds(@Nullable Integer count) {
            return count == null ? null : Duration.ofSeconds(count);
        }
    }

    /**
     * What waits in one class of work.
     *
     * @param due runs that could begin or go on
     * @param oldestDueS for how many seconds the first of them could; null when there is none
     * @param inFlight jobs that somebody works on just now
     */
    record Waiting(WorkClass workClass, int due, @Nullable Long oldestDueS, int inFlight) {

        static Waiting of(RunFigures.Backlog backlog, Instant now) {
            Instant oldest = backlog.oldestDue();
            return new Waiting(
                    backlog.work(),
                    backlog.due(),
                    oldest == null ? null : Duration.between(oldest, now).toSeconds(),
                    backlog.inFlight());
        }
    }

    /**
     * A vendor's account; a call takes a token.
     *
     * @param tokens calls that may be made at once
     * @param capacity the most calls that can be saved up
     * @param refillPerS calls that come to be allowed with each second
     */
    record Level(String vendor, BigDecimal tokens, int capacity, BigDecimal refillPerS) {

        static final Level EXAMPLE = new Level("apollo", new BigDecimal("7.5"), 10, new BigDecimal("0.5"));

        static Level of(RateBucket bucket) {
            return new Level(bucket.vendor(), bucket.tokens(), bucket.capacity(), bucket.refillPerSecond());
        }
    }

    /**
     * The engine of flows at this moment.
     *
     * @param at the moment that the figures are of
     * @param nodes processes that execute runs
     * @param classes what waits, by class of work
     * @param dispatchP50Ms from due to begun, of the last hour; null when nothing was begun
     * @param deadExecutions runs that lost their worker in the last ten minutes
     * @param unknownSince when the oldest run began of which some outcome is unknown; null where there is none
     */
    record Status(
            Instant at,
            int nodes,
            List<Waiting> classes,
            @Nullable Long dispatchP50Ms,
            @Nullable Long dispatchP95Ms,
            int deadExecutions,
            @Nullable Instant unknownSince) {

        static final Status EXAMPLE = new Status(
                Instant.parse("2026-01-23T02:15:04.120Z"),
                2,
                List.of(new Waiting(WorkClass.BATCH, 3, 12L, 2)),
                420L,
                1_900L,
                0,
                null);

        static Status of(WatchFlows.Overview overview) {
            return new Status(
                    overview.at(),
                    overview.nodes(),
                    overview.backlogs().stream()
                            .map(backlog -> Waiting.of(backlog, overview.at()))
                            .toList(),
                    overview.latency().map(of -> of.median().toMillis()).orElse(null),
                    overview.latency().map(of -> of.p95().toMillis()).orElse(null),
                    overview.resumed(),
                    overview.unknownSince().orElse(null));
        }
    }

    /**
     * Why.
     *
     * @param reason why, for the audit log
     */
    record Reason(@Text(min = 3, max = 500) String reason) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(SYSTEM + "/status", "The engine of flows now: what waits, for how long, and who works on it")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(Status.class, Status.EXAMPLE)
                        .handledBy(call -> Reply.ok(Status.of(watch.look()))),
                Route.get(SYSTEM + "/rate-limits", "How many calls vendors' accounts have left just now")
                        .tag(TAG)
                        .platformAdmin()
                        .lists(Level.class, Sorting.of("vendor"), Level.EXAMPLE)
                        .handledBy(call -> Reply.ok(new Page<>(
                                watch.buckets().stream().map(Level::of).toList(), Optional.empty()))),
                Route.post(SYSTEM + "/jobs/{id}/retry", "Sets a failed or partial run of any client going again")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(Job.class, JobViews.JOB)
                        .problems(ProblemCode.INVALID_TRANSITION, ProblemCode.ALREADY_RUNNING)
                        .handledBy(call -> steered(call, steer::retry)),
                Route.post(SYSTEM + "/jobs/{id}/cancel", "Ends a run of any client at its next chunk")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(Job.class, JobViews.JOB)
                        .problems(ProblemCode.INVALID_TRANSITION, ProblemCode.ALREADY_RUNNING)
                        .handledBy(call -> steered(call, steer::cancel)),
                Route.post(SCHEDULE + "/run", "Starts a flow's run for the platform now")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Reason.class, new Reason("Credits were late after the outage."))
                        .answers(ACCEPTED, Job.class, JobViews.JOB)
                        .problems(ProblemCode.ALREADY_RUNNING)
                        .handledBy(this::start),
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
                Route.patch(SCHEDULE, "Another time or other limits for a flow")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Settings.class, Settings.EXAMPLE)
                        .handledBy(call -> changed(platform.change(
                                by(call), call.text("flow"), call.body().parsed(), call.origin()))),
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

    /** As the run's own client's admin, whoever that is. */
    private Reply<Job> steered(Call<None> call, Steering how) {
        RunId run = call.id("id", RunId::new);
        return platform.clientOf(run)
                .map(client -> JobRoutes.steered(
                        call, how.steer(new TenantScope(client, by(call), Role.ADMIN), run, call.origin())))
                .orElseGet(Reply::notFound);
    }

    private interface Steering {
        SteerRuns.Outcome steer(TenantScope scope, RunId run, AuditEntry.Origin origin);
    }

    private Reply<Job> start(Call<Reason> call) {
        return switch (platform.start(by(call), call.text("flow"), call.body().reason(), call.origin())) {
            case RunPlatform.Started.Now(Run run) -> Reply.accepted(Job.of(run));
            case RunPlatform.Started.Before(Run run) ->
                Reply.refused(Problem.of(ProblemCode.ALREADY_RUNNING, "This flow is running for the platform.")
                        .with("job_id", run.id().text()));
            case RunPlatform.Started.Refused(String reason) -> Reply.refused(Problem.blocked(reason, "flow", null));
            case RunPlatform.Started.NotFound() -> Reply.notFound();
        };
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
            case RunPlatform.Outcome.Invalid(String member, String message) -> {
                FieldErrors errors = new FieldErrors();
                errors.add(FieldError.of("/" + member, "invalid", message));
                yield Reply.invalid(errors);
            }
            case RunPlatform.Outcome.NotFound() -> Reply.notFound();
        };
    }
}

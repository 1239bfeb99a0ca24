package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Paging.Position;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.platform.JobViews.Item;
import io.agencyos.adapters.in.rest.platform.JobViews.Job;
import io.agencyos.adapters.in.rest.platform.JobViews.NewRun;
import io.agencyos.adapters.in.rest.platform.JobViews.Settled;
import io.agencyos.adapters.in.rest.platform.JobViews.Stopped;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.ListRuns;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.platform.flow.SteerRuns;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowRuns.After;
import io.agencyos.application.platform.flow.store.FlowRuns.Filter;
import io.agencyos.application.platform.flow.store.FlowRuns.StepItem;
import io.agencyos.application.platform.flow.store.FlowRuns.StepKey;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.shared.id.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A client's jobs: runs of flows, what they did and what people do with them. Source: api 4, flows 1.9. */
public final class JobRoutes implements RouteGroup {

    private static final String TAG = "Jobs";
    private static final String JOBS = Route.C + "/jobs";
    private static final String JOB = JOBS + "/{id}";
    private static final int ACCEPTED = 202;
    private static final Duration SOON = Duration.ofMinutes(2);

    private final ListRuns runs;
    private final SteerRuns steer;
    private final StartRun start;

    public JobRoutes(FlowEngine engine) {
        runs = engine.listRuns();
        steer = engine.steerRuns();
        start = engine.startRun();
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(JOBS, "The client's jobs, newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.text("kind", "The flow, such as pool_assignment."),
                                Param.words("status", RunState.class))
                        .lists(Job.class, Sorting.of("-created_at"), JobViews.JOB)
                        .handledBy(this::list),
                Route.get(JOB, "One job, with its steps")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(Job.class, JobViews.JOB)
                        .handledBy(this::show),
                Route.get(JOB + "/items", "What a job did with each lead, number or seat")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.words("status", ItemState.class))
                        .lists(Item.class, Sorting.of("item_key"), JobViews.ITEM)
                        .handledBy(this::items),
                Route.post(JOB + "/cancel", "Ends a job at its next chunk")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .answers(Job.class, JobViews.JOB)
                        .problems(ProblemCode.INVALID_TRANSITION, ProblemCode.ALREADY_RUNNING)
                        .handledBy(call -> steered(call, steer.cancel(call.scope(), id(call), origin(call)))),
                Route.post(JOB + "/retry", "Sets a failed or partial job going again where it stopped")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .answers(Job.class, JobViews.JOB)
                        .problems(ProblemCode.INVALID_TRANSITION, ProblemCode.ALREADY_RUNNING)
                        .handledBy(call -> steered(call, steer.retry(call.scope(), id(call), origin(call)))),
                Route.post(JOB + "/resume", "Lets a job that is blocked or waits look again at once")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .answers(Job.class, JobViews.JOB)
                        .problems(ProblemCode.INVALID_TRANSITION, ProblemCode.ALREADY_RUNNING)
                        .handledBy(call -> steered(call, steer.resume(call.scope(), id(call), origin(call)))),
                Route.post(JOB + "/items/{key}/settle", "Says what became of an item whose outcome nobody knows")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .body(Settled.class, new Settled(true))
                        .answers(Job.class, JobViews.JOB)
                        .problems(ProblemCode.INVALID_TRANSITION, ProblemCode.ALREADY_RUNNING)
                        .handledBy(this::settle),
                Route.post(Route.C + "/flows/{flow}/runs", "Starts a flow for the client")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .idempotent()
                        .body(NewRun.class, NewRun.EXAMPLE)
                        .answers(ACCEPTED, Job.class, JobViews.JOB)
                        .problems(ProblemCode.ALREADY_RUNNING, ProblemCode.BLOCKED)
                        .handledBy(this::start),
                Route.get(Route.C + "/breakers", "What is blocked for the client, why and until when")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .lists(Stopped.class, Sorting.of("scope"), JobViews.STOPPED)
                        .handledBy(this::breakers));
    }

    private static RunId id(Call<?> call) {
        return call.id("id", RunId::new);
    }

    private static AuditEntry.Origin origin(Call<?> call) {
        return call.origin();
    }

    private Reply<Page<Job>> list(Call<None> call) {
        Paging paging = call.paging();
        Filter filter = new Filter(Set.copyOf(call.query().all("kind")), states(call));
        Optional<After> after = paging.after()
                .map(position -> new After(Instant.parse(position.keys().getFirst()), new RunId(position.id())));
        return Reply.ok(page(runs.list(call.scope(), filter, after, paging.limit() + 1), paging));
    }

    static Page<Job> page(List<Run> rows, Paging paging) {
        return Page.of(
                rows,
                paging,
                run -> Job.of(run),
                run -> new Position(
                        List.of(run.order().createdAt().toString()), run.id().value()));
    }

    /** What waits and what was handed over are one state to the outside. */
    static Set<RunState> states(Call<?> call) {
        Set<RunState> asked = call.query().words("status", RunState.class);
        if (!asked.contains(RunState.QUEUED)) {
            return asked;
        }
        Set<RunState> both = EnumSet.copyOf(asked);
        both.add(RunState.DISPATCHED);
        return both;
    }

    private Reply<Job> show(Call<None> call) {
        return runs.show(call.scope(), id(call))
                .<Reply<Job>>map(JobRoutes::shown)
                .orElseGet(Reply::notFound);
    }

    /** While it is unfinished, when to ask again: soon at first, later more rarely. Source: api 1.7. */
    private static Reply<Job> shown(ListRuns.Shown shown) {
        Reply.Done<Job> job = Reply.ok(Job.of(shown));
        if (shown.run().state().isEnded()) {
            return job;
        }
        Duration age = Duration.between(shown.run().order().createdAt(), shown.at());
        return job.retryAfter(age.compareTo(SOON) < 0 ? 2 : 15);
    }

    private Reply<Page<Item>> items(Call<None> call) {
        Paging paging = call.paging();
        StepKey after = paging.after().map(JobRoutes::key).orElse(null);
        Set<ItemState> states = call.query().words("status", ItemState.class);
        return runs.items(call.scope(), id(call), states, after, paging.limit() + 1)
                .<Reply<Page<Item>>>map(rows ->
                        Reply.ok(Page.of(rows, paging, Item::of, item -> position(item, id(call)))))
                .orElseGet(Reply::notFound);
    }

    private static StepKey key(Position position) {
        return new StepKey(
                Integer.parseInt(position.keys().getFirst()), position.keys().getLast());
    }

    private static Position position(StepItem item, RunId run) {
        return new Position(List.of(Integer.toString(item.step()), item.item().key()), run.value());
    }

    private Reply<Job> settle(Call<Settled> call) {
        return steered(
                call,
                steer.settle(
                        call.scope(), id(call), call.text("key"), call.body().wasSent(), call.origin()));
    }

    static Reply<Job> steered(Call<?> call, SteerRuns.Outcome outcome) {
        return switch (outcome) {
            case SteerRuns.Outcome.Done(Run run) -> Reply.ok(Job.of(run));
            case SteerRuns.Outcome.WrongState(RunState state) ->
                Reply.refused(Problem.of(ProblemCode.INVALID_TRANSITION, "The job is " + state.shown() + ".")
                        .with("from", state.shown()));
            case SteerRuns.Outcome.AlreadyRunning() ->
                Reply.refused(ProblemCode.ALREADY_RUNNING, "Another job of this kind is running.");
            case SteerRuns.Outcome.RoleRequired(Role least) -> JobReplies.role(call, least);
            case SteerRuns.Outcome.NotFound() -> Reply.notFound();
        };
    }

    private Reply<Job> start(Call<NewRun> call) {
        StartRun.Request request = new StartRun.Request(
                call.text("flow"),
                call.body().params(),
                call.callerId() + " " + call.orderKey().orElseThrow());
        return JobReplies.of(start.start(call.scope(), request), call);
    }

    private Reply<Page<Stopped>> breakers(Call<None> call) {
        return Reply.ok(
                new Page<>(runs.breakers(call.scope()).stream().map(Stopped::of).toList(), Optional.empty()));
    }
}

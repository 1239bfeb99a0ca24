package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.application.platform.flow.WatchFlows;
import io.agencyos.application.platform.flow.run.RunFigures;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.WorkClass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The flows that work for a client, and how they did. Source: flows 1.9. */
public final class FlowRoutes implements RouteGroup {

    private static final FlowLine EXAMPLE = new FlowLine(
            "pool_assignment", true, Instant.parse("2026-03-02T19:30:00Z"), 31, 29, 2, 0, new BigDecimal("93.5"));

    private final WatchFlows flows;

    public FlowRoutes(WatchFlows flows) {
        this.flows = flows;
    }

    /**
     * One flow.
     *
     * @param enabled whether it starts by itself
     * @param nextAt when it starts next by itself; null for never
     * @param runs jobs of the last 30 days that ended and were not cancelled
     * @param succeeded jobs that ended well
     * @param partial jobs that finished with failed items or short of what was asked for
     * @param failed jobs that failed
     * @param successRate percent of them that succeeded, one decimal; null where there were none
     */
    record FlowLine(
            String flow,
            boolean enabled,
            @Nullable Instant nextAt,
            int runs,
            int succeeded,
            int partial,
            int failed,
            @Nullable BigDecimal successRate) {

        static FlowLine of(WatchFlows.History history) {
            var ended = history.ended();
            return new FlowLine(
                    history.flow(),
                    history.enabled(),
                    history.nextAt(),
                    ended.all(),
                    ended.succeeded(),
                    ended.partial(),
                    ended.failed(),
                    ended.successRate().orElse(null));
        }
    }

    /**
     * What waits in one class of work.
     *
     * @param work the class of work; the one that somebody waits for goes first
     * @param due jobs that could begin or go on
     * @param oldestDueS for how many seconds the first of them could; null when there is none
     * @param inFlight jobs that somebody works on just now
     */
    record Waiting(WorkClass work, int due, @Nullable Long oldestDueS, int inFlight) {

        static Waiting of(RunFigures.Backlog backlog, Instant now) {
            Instant oldest = backlog.oldestDue();
            return new Waiting(
                    backlog.work(),
                    backlog.due(),
                    oldest == null ? null : Duration.between(oldest, now).toSeconds(),
                    backlog.inFlight());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(
                                Route.C + "/flows",
                                "The flows that work for the client, when each starts next and how it did")
                        .tag("Jobs")
                        .role(Role.VIEWER)
                        .lists(FlowLine.class, Sorting.of("flow"), EXAMPLE)
                        .handledBy(this::list),
                Route.get(Route.C + "/flows/backlog", "What waits for the client, by class of work")
                        .tag("Jobs")
                        .role(Role.VIEWER)
                        .lists(Waiting.class, Sorting.of("work"), new Waiting(WorkClass.BATCH, 2, 41L, 1))
                        .handledBy(this::backlog));
    }

    private Reply<Page<Waiting>> backlog(Call<None> call) {
        WatchFlows.Waiting waiting = flows.waiting(call.scope());
        return Reply.ok(new Page<>(
                waiting.backlogs().stream()
                        .map(backlog -> Waiting.of(backlog, waiting.at()))
                        .toList(),
                Optional.empty()));
    }

    private Reply<Page<FlowLine>> list(Call<None> call) {
        return Reply.ok(new Page<>(
                flows.history(call.scope()).stream().map(FlowLine::of).toList(), Optional.empty()));
    }
}

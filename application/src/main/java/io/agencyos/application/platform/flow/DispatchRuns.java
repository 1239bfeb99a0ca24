package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.Turns;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One tick of the dispatcher: per work class, in the order of their priority, the free slots go to the clients whose turn
 * it is. Source: flows 1.3.
 */
public final class DispatchRuns {

    private static final Duration ALIVE_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOKED_AT_AGAIN = Duration.ofSeconds(10);
    private static final int SPARE = 50;

    private final FlowPorts ports;
    private final UnitOfWork units;

    DispatchRuns(FlowPorts ports, UnitOfWork units) {
        this.ports = ports;
        this.units = units;
    }

    /** The runs that were handed over. */
    public List<FlowRuns.Handed> tick() {
        Look look = units.readingPlatform(this::look);
        List<FlowRuns.Handed> handed = new ArrayList<>();
        for (WorkClass work : WorkClass.values()) {
            if (look.waiting().contains(work)) {
                handed.addAll(units.onPlatform(() -> tick(work, look.nodes())));
            }
        }
        return handed;
    }

    /** Which queues have work that is due, and how many nodes there are to do it. */
    private record Look(Set<WorkClass> waiting, int nodes) {}

    private Look look() {
        Instant now = ports.clock().now();
        Set<WorkClass> waiting = ports.queues().waiting(now);
        return new Look(
                waiting, waiting.isEmpty() ? 0 : Math.max(1, ports.nodes().aliveSince(now.minus(ALIVE_WITHIN))));
    }

    private List<FlowRuns.Handed> tick(WorkClass work, int nodes) {
        Instant now = ports.clock().now();
        int free = work.threadsPerNode() * nodes - ports.queues().inFlight(work);
        if (free <= 0) {
            return List.of();
        }
        List<Turns.Queue> queues = ports.queues().lockDue(work, now, free + SPARE);
        Map<ClientId, Integer> turns = byClient(Turns.tick(work, free, queues, now).stream()
                .map(Turns.Turn::client)
                .toList());
        if (turns.isEmpty()) {
            return List.of();
        }
        List<FlowRuns.Handed> handed = ports.runs().dispatch(work, turns, now, now.plus(Run.LEASE));
        ports.executions().submit(handed, now);
        Map<ClientId, Integer> given =
                byClient(handed.stream().map(FlowRuns.Handed::client).toList());
        ports.queues().served(work, given, now);
        // a queue whose runs are all held back by their flow's own ceiling must not take a place at every tick
        Set<ClientId> passed = turns.keySet().stream()
                .filter(client -> !given.containsKey(client))
                .collect(Collectors.toSet());
        if (!passed.isEmpty()) {
            ports.queues().passed(work, passed, now.plus(LOOKED_AT_AGAIN));
        }
        return handed;
    }

    private static Map<ClientId, Integer> byClient(List<ClientId> clients) {
        return clients.stream().collect(Collectors.toMap(client -> client, client -> 1, Integer::sum));
    }
}

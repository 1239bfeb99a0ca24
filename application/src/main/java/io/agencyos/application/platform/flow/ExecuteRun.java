package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.RunDesk.Standing;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Executes one quantum of a run that was handed over: picks it under a new fence, works through its steps in chunks, and
 * leaves it ended, waiting, blocked or queued for its next turn. Any number of processes may be given the same run; one of
 * them gets it. Source: flows 1.4.
 */
public final class ExecuteRun {

    private static final Duration UNKNOWN_VERSION = Duration.ofSeconds(30);

    private final Flows flows;
    private final FlowPorts ports;
    private final UnitOfWork units;
    private final Stops stops;
    private final FanOut fanOut;
    private final Tools tools;

    /**
     * What an engine needs beside its stores.
     *
     * @param node the process, as it shows in a lease
     * @param nanos monotonic
     * @param jitter thousandths, -200 to 200
     * @param stopping whether this process is about to end: turns are left at the next chunk
     */
    record Tools(
            String node,
            LongSupplier nanos,
            IntSupplier jitter,
            LeaseKeeper leases,
            RunMetrics metrics,
            ChildRuns children,
            BooleanSupplier stopping) {}

    ExecuteRun(Flows flows, FlowPorts ports, UnitOfWork units, Stops stops, FanOut fanOut, Tools tools) {
        this.flows = flows;
        this.ports = ports;
        this.units = units;
        this.stops = stops;
        this.fanOut = fanOut;
        this.tools = tools;
    }

    /** Whether there was anything to execute. */
    public boolean execute(ClientId client, RunId id) {
        TenantScope worker = TenantScope.worker(client);
        // the platform's own breakers are read with its run's own unit
        Stops.Everywhere everywhere =
                client.equals(Run.PLATFORM) ? new Stops.Everywhere(List.of()) : stops.everywhere();
        Optional<Taken> taken = taken(worker, () -> take(client, id, everywhere, worker));
        taken.ifPresent(run -> work(run, worker));
        return taken.isPresent();
    }

    /** A run that is ours, and what is done with it. */
    private record Taken(Quantum<?> quantum, Quantum.Begun begun) {}

    private Optional<Taken> taken(TenantScope worker, Supplier<Optional<Taken>> take) {
        try {
            return units.inTenant(worker, take);
        } catch (LeaseLost somebodyElseWasFaster) {
            return Optional.empty();
        }
    }

    /** Picks the run and begins what comes first, in one unit. */
    private Optional<Taken> take(ClientId client, RunId id, Stops.Everywhere everywhere, TenantScope worker) {
        return pick(client, id).map(fresh -> {
            Flow<?> flow = flows.find(fresh.run().order()).orElseThrow();
            RunDesk desk = new RunDesk(flow, ports, stops, everywhere, tools);
            Quantum<?> quantum = quantum(flow, fresh.run(), desk, worker);
            return new Taken(quantum, quantum.take(fresh));
        });
    }

    private Optional<Standing> pick(ClientId client, RunId id) {
        Instant now = ports.clock().now();
        Optional<Run> run = ports.runs().find(client, id).filter(found -> found.mayBePicked(now));
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Run found = run.get();
        if (flows.find(found.order()).isEmpty()) {
            // a node that knows this version will take it. Source: flows 1.4, rolling upgrade
            if (found.state() == RunState.DISPATCHED
                    && ports.runs().save(found.queuedAgain(now.plus(UNKNOWN_VERSION)), found.state(), found.fence())) {
                ports.queues().over(found.order().work(), client);
            }
            return Optional.empty();
        }
        return Optional.of(new Standing(
                found.picked(tools.node(), now), found, ports.runs().steps(client, id)));
    }

    private void work(Taken taken, TenantScope worker) {
        Run run = taken.begun().standing().run();
        try (LeaseKeeper.Kept _ = tools.leases().keep(() -> renew(run, worker))) {
            taken.quantum().work(taken.begun());
        } catch (LeaseLost lost) {
            tools.metrics().leaseLost();
        }
    }

    private Quantum<?> quantum(Flow<?> flow, Run run, RunDesk desk, TenantScope worker) {
        boolean platforms = run.client().equals(Run.PLATFORM);
        return switch (flow.onPlatform()) {
            case OnPlatform.Children children
            when platforms -> Quantum.ofPlatform(flow, fanOut.stepOf(flow, children), desk, units, worker);
            case OnPlatform.Together together
            when platforms -> Quantum.ofPlatform(flow, together.step(), desk, units, worker);
            case OnPlatform.Steps _, OnPlatform.Children _, OnPlatform.Together _ ->
                Quantum.of(flow, run, desk, units, worker);
        };
    }

    private boolean renew(Run run, TenantScope worker) {
        try {
            return units.inTenant(
                    worker,
                    () -> ports.runs()
                            .renew(
                                    run.client(),
                                    run.id(),
                                    run.fence(),
                                    ports.clock().now().plus(Run.LEASE)));
        } catch (StorageUnavailable later) {
            // the lease outlives several missed renewals
            return true;
        }
    }
}

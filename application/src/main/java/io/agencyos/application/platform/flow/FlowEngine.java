package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.BackOff;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** What executes flows on one node, wired by hand; bootstrap and tests hand in the ports. */
public final class FlowEngine {

    private final StartRun startRun;
    private final FireSchedules fireSchedules;
    private final DispatchRuns dispatchRuns;
    private final ExecuteRun executeRun;
    private final SweepRuns sweepRuns;
    private final ListRuns listRuns;
    private final SteerRuns steerRuns;
    private final RunPlatform platform;
    private final String node;
    private final AtomicBoolean stopping = new AtomicBoolean();

    /**
     * This node.
     *
     * @param name unique in the cluster while it lives
     * @param nanos monotonic
     */
    public record Node(
            String name,
            LongSupplier nanos,
            RandomSource random,
            IdSource ids,
            LeaseKeeper leases,
            RunMetrics metrics) {}

    public FlowEngine(List<Flow<?>> known, FlowPorts ports, UnitOfWork units, Node node) {
        Flows flows = new Flows(known);
        Stops stops = new Stops(ports, units);
        this.node = node.name();
        startRun = new StartRunService(flows, ports, stops, units, node.ids());
        fireSchedules = new FireSchedules(flows, ports, units, node.ids(), node.metrics());
        dispatchRuns = new DispatchRuns(ports, units);
        listRuns = new ListRunsService(ports, stops, units);
        steerRuns = new SteerRunsService(ports, units, node.ids());
        platform = new RunPlatformService(flows, ports, units, node.ids());
        sweepRuns = new SweepRuns(ports, units, node.metrics());
        executeRun = new ExecuteRun(
                flows,
                ports,
                units,
                stops,
                new FanOut(ports, units, node.ids()),
                new ExecuteRun.Tools(
                        node.name(),
                        node.nanos(),
                        () -> Math.floorMod(node.random().nextLong(), 2 * BackOff.JITTER + 1) - BackOff.JITTER,
                        node.leases(),
                        node.metrics(),
                        new ChildRuns(flows, ports, units, node.ids()),
                        stopping::get));
    }

    public StartRun startRun() {
        return startRun;
    }

    public FireSchedules fireSchedules() {
        return fireSchedules;
    }

    public DispatchRuns dispatchRuns() {
        return dispatchRuns;
    }

    public ExecuteRun executeRun() {
        return executeRun;
    }

    public SweepRuns sweepRuns() {
        return sweepRuns;
    }

    public ListRuns listRuns() {
        return listRuns;
    }

    public SteerRuns steerRuns() {
        return steerRuns;
    }

    /** For staff of the platform only. */
    public RunPlatform platform() {
        return platform;
    }

    /** Does all that is due now, in this thread: for clocks that are moved by hand. */
    public void drain() {
        fireSchedules.tick();
        sweepRuns.sweep();
        for (List<FlowRuns.Handed> handed = dispatchRuns.tick(); !handed.isEmpty(); handed = dispatchRuns.tick()) {
            handed.forEach(run -> executeRun.execute(run.client(), run.run()));
        }
    }

    /** This process is there to work; to be said at least every minute. */
    public void beat() {
        sweepRuns.beat(node);
    }

    /** This process is about to end: what it executes is left to others at the next chunk. */
    public void leave() {
        stopping.set(true);
    }
}

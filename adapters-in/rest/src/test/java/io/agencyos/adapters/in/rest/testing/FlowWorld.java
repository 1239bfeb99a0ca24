package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.memory.lead.MemoryImportFiles;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.flow.FakeRunClock;
import io.agencyos.adapters.out.memory.platform.flow.MemoryBreakers;
import io.agencyos.adapters.out.memory.platform.flow.MemoryExecutions;
import io.agencyos.adapters.out.memory.platform.flow.MemoryFlowClients;
import io.agencyos.adapters.out.memory.platform.flow.MemoryFlowDefinitions;
import io.agencyos.adapters.out.memory.platform.flow.MemoryFlowNodes;
import io.agencyos.adapters.out.memory.platform.flow.MemoryFlowRuns;
import io.agencyos.adapters.out.memory.platform.flow.MemoryRateBuckets;
import io.agencyos.adapters.out.memory.platform.flow.MemoryRunFigures;
import io.agencyos.adapters.out.memory.platform.flow.MemoryTenantQueues;
import io.agencyos.application.lead.intake.ImportJobs;
import io.agencyos.application.lead.intake.UploadLeads;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.ItemResult;
import io.agencyos.application.platform.flow.LeaseKeeper;
import io.agencyos.application.platform.flow.RunMetrics;
import io.agencyos.application.platform.flow.WatchFlows;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BackOff;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An engine in memory with one flow: three calls, of which one is refused and one's outcome is lost. */
public final class FlowWorld {

    public static final String FLOW = "enrich";

    public final FlowEngine engine;
    public final WatchFlows watch;
    private final ImportJobs imports;

    public FlowWorld(MemoryWorld world) {
        this(world, List.of());
    }

    /** The same with further flows. */
    public FlowWorld(MemoryWorld world, List<Flow<?>> more) {
        imports = world.leadUseCases.jobs(new MemoryImportFiles(world.units), new CsvLeadFiles());
        List<Flow<?>> flows =
                Stream.concat(Stream.of(flow(), imports.flow()), more.stream()).toList();
        MemoryFlowDefinitions definitions = new MemoryFlowDefinitions(
                world.units, flows.stream().map(flow -> definition(flow.name())).toList());
        MemoryFlowRuns runs = new MemoryFlowRuns(world.units, definitions);
        FlowPorts ports = new FlowPorts(
                runs,
                new MemoryTenantQueues(world.units, runs),
                new MemoryExecutions(world.units),
                definitions,
                new MemoryBreakers(world.units),
                new MemoryRateBuckets(world.units),
                new MemoryFlowClients(world.clients, world.credits),
                new MemoryFlowNodes(world.units),
                new FakeRunClock(world.units, world.clock),
                world.events,
                world.audit);
        FlowEngine.Node node =
                new FlowEngine.Node("api", () -> 0, world.chance, world.ids, LeaseKeeper.none(), RunMetrics.none());
        engine = new FlowEngine(flows, ports, world.units, node);
        world.work = this::work;
        watch = new WatchFlows(
                ports,
                new MemoryRunFigures(runs, definitions),
                new MemoryAlerts(world.units),
                world.units,
                RunMetrics.none());
    }

    private static Definition definition(String flow) {
        return new Definition(
                flow,
                true,
                "0 0 2 * * *",
                ZoneId.of("Australia/Sydney"),
                Duration.ofHours(3),
                1,
                10,
                null,
                BackOff.RUN,
                null,
                null,
                0);
    }

    /** What takes in files of leads. */
    public UploadLeads uploads() {
        return imports.uploads(engine.startRun());
    }

    /** Does what people ordered, in this thread; schedules are left alone. */
    private void work() {
        for (List<FlowRuns.Handed> handed = engine.dispatchRuns().tick();
                !handed.isEmpty();
                handed = engine.dispatchRuns().tick()) {
            handed.forEach(run -> engine.executeRun().execute(run.client(), run.run()));
        }
    }

    private static Flow<?> flow() {
        return new Flow<Map<String, String>>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.MEMBER,
                Set.of(
                        BreakerScope.CREDITS,
                        BreakerScope.SUBSCRIPTION,
                        BreakerScope.CLIENT_PAUSE,
                        BreakerScope.AI_BUDGET),
                true,
                params -> params.containsKey("wrong") ? Result.err("wrong is not known") : Result.ok(params),
                List.of(new FlowStep.PerItem<>(
                        "look_up",
                        1,
                        "directory",
                        context -> List.of("lead-1", "lead-2", "lead-3"),
                        true,
                        BackOff.seconds(),
                        (context, item, key) -> called(item))));
    }

    private static ItemResult called(String item) {
        return switch (item) {
            case "lead-2" ->
                new ItemResult.Failed(RunFailure.of(FailureClass.PERMANENT, "NOT_FOUND", "Nobody of that name."));
            case "lead-3" ->
                new ItemResult.Failed(RunFailure.of(FailureClass.UNKNOWN_OUTCOME, "TIMEOUT", "No answer came."));
            default -> new ItemResult.Done(null, new BigDecimal("0.05"));
        };
    }
}

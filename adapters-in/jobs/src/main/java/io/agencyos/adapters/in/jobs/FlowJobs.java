package io.agencyos.adapters.in.jobs;

import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.store.Executions;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How often the engine of flows is driven, and what executes the runs that it hands over. Source: flows 1.1. */
public final class FlowJobs {

    private FlowJobs() {}

    /** One process of the cluster at a time does each of these. */
    public static List<Job> of(FlowEngine engine) {
        return List.of(
                new Job(
                        "flow-schedules",
                        Duration.ofSeconds(5),
                        () -> engine.fireSchedules().tick()),
                new Job(
                        "flow-dispatch",
                        Duration.ofSeconds(1),
                        () -> engine.dispatchRuns().tick()),
                new Job(
                        "flow-sweep",
                        Duration.ofSeconds(20),
                        () -> engine.sweepRuns().sweep()));
    }

    /** Every process takes its share of these. */
    public static Turn turn(FlowEngine engine) {
        int most = Arrays.stream(WorkClass.values())
                .mapToInt(WorkClass::threadsPerNode)
                .sum();
        return new Turn(Executions.TASK, order -> execute(engine, order), most, engine::leave);
    }

    private static void execute(FlowEngine engine, String order) {
        String[] parts = order.split("/");
        ClientId client = EntityId.parse(parts[0], ClientId::new).orElseThrow();
        RunId run = EntityId.parse(parts[1], RunId::new).orElseThrow();
        engine.executeRun().execute(client, run);
    }
}

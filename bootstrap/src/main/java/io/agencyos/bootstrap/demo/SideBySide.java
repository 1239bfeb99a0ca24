package io.agencyos.bootstrap.demo;

import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The flows that are due, beside each other as several processes would execute them. The platform's have nothing to do with
 * each other; a client's go on in two rows, those that ask what happened at its vendors and all others, each in its order.
 * Each lane draws its ids from a source of its own.
 */
final class SideBySide {

    /** What one of them does at a vendor, another one may be told by it. */
    private static final Set<String> ASK_VENDORS = Set.of("reply_recovery", "linkedin_health");

    private final FlowEngine engine;
    private final DemoIds ids;
    private final Lanes lanes;
    private final Map<Row, IdSource> sources = new HashMap<>();

    /** Runs that are executed one after the other. */
    private record Row(ClientId client, int number) {}

    SideBySide(FlowEngine engine, DemoIds ids, Lanes lanes) {
        this.engine = engine;
        this.ids = ids;
        this.lanes = lanes;
    }

    /** Starts every flow whose time has come. */
    void start() {
        engine.fireSchedules().tick();
        engine.sweepRuns().sweep();
    }

    /** Does all that was started and is due now. */
    void work() {
        for (List<FlowRuns.Handed> handed = engine.dispatchRuns().tick();
                !handed.isEmpty();
                handed = engine.dispatchRuns().tick()) {
            execute(handed);
        }
    }

    private void execute(List<FlowRuns.Handed> handed) {
        Map<Row, List<FlowRuns.Handed>> rows = new LinkedHashMap<>();
        int number = 0;
        for (FlowRuns.Handed run : sorted(handed)) {
            number++;
            rows.computeIfAbsent(row(run, number), first -> new ArrayList<>()).add(run);
        }
        lanes.all(rows.entrySet().stream()
                .map(row -> turn(sources.computeIfAbsent(row.getKey(), first -> ids.ownSource()), row.getValue()))
                .toList());
    }

    /** As they were made, whatever the order in which the database tells of them. */
    private static List<FlowRuns.Handed> sorted(List<FlowRuns.Handed> handed) {
        return handed.stream()
                .sorted(Comparator.comparingInt(FlowRuns.Handed::priority)
                        .reversed()
                        .thenComparing(run -> run.run().text()))
                .toList();
    }

    private static Row row(FlowRuns.Handed run, int number) {
        boolean platforms = run.client().equals(Run.PLATFORM);
        return new Row(run.client(), platforms ? number : ASK_VENDORS.contains(run.flow()) ? 1 : 0);
    }

    private Runnable turn(IdSource source, List<FlowRuns.Handed> runs) {
        return () -> DemoIds.from(
                source, () -> runs.forEach(run -> engine.executeRun().execute(run.client(), run.run())));
    }
}

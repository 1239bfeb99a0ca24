package io.agencyos.bootstrap.demo;

import io.agencyos.application.platform.flow.FlowEngine;
import io.agencyos.application.platform.flow.FlowRuns;
import io.agencyos.application.platform.flow.Run;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.ClientId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The flows that are due, the clients' beside each other as several processes would execute them, and the platform's before
 * them. A client's own keep their order, and draw their ids from its own source.
 */
final class SideBySide {

    private final FlowEngine engine;
    private final DemoIds ids;
    private final Lanes lanes;
    private final Map<ClientId, IdSource> sources = new LinkedHashMap<>();

    SideBySide(FlowEngine engine, DemoIds ids, Lanes lanes) {
        this.engine = engine;
        this.ids = ids;
        this.lanes = lanes;
    }

    /** Does all that is due now. */
    void drain() {
        engine.fireSchedules().tick();
        engine.sweepRuns().sweep();
        for (List<FlowRuns.Handed> handed = engine.dispatchRuns().tick();
                !handed.isEmpty();
                handed = engine.dispatchRuns().tick()) {
            execute(handed);
        }
    }

    private void execute(List<FlowRuns.Handed> handed) {
        Map<ClientId, List<FlowRuns.Handed>> byClient = new LinkedHashMap<>();
        handed.forEach(run -> byClient.computeIfAbsent(run.client(), client -> new ArrayList<>())
                .add(run));
        List<FlowRuns.Handed> platforms = byClient.remove(Run.PLATFORM);
        if (platforms != null) {
            executeInTurn(platforms);
        }
        lanes.all(byClient.entrySet().stream()
                .map(runs -> turn(sources.computeIfAbsent(runs.getKey(), client -> ids.ownSource()), runs.getValue()))
                .toList());
    }

    private Runnable turn(IdSource source, List<FlowRuns.Handed> runs) {
        return () -> DemoIds.from(source, () -> executeInTurn(runs));
    }

    private void executeInTurn(List<FlowRuns.Handed> runs) {
        runs.forEach(run -> engine.executeRun().execute(run.client(), run.run()));
    }
}

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
import java.util.stream.Stream;

/**
 * The flows that are due, beside each other as several processes would execute them: the platform's on a few lanes, and after
 * them the clients'. A client's own keep their order, and draw their ids from its own source, as each of the platform's lanes
 * does.
 */
final class SideBySide {

    private static final int PLATFORM_LANES = 3;

    private final FlowEngine engine;
    private final DemoIds ids;
    private final Lanes lanes;
    private final List<IdSource> platforms;
    private final Map<ClientId, IdSource> sources = new LinkedHashMap<>();

    SideBySide(FlowEngine engine, DemoIds ids, Lanes lanes) {
        this.engine = engine;
        this.ids = ids;
        this.lanes = lanes;
        this.platforms = Stream.generate(ids::ownSource).limit(PLATFORM_LANES).toList();
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
        executePlatforms(byClient.getOrDefault(Run.PLATFORM, List.of()));
        byClient.remove(Run.PLATFORM);
        lanes.all(byClient.entrySet().stream()
                .map(runs -> turn(sources.computeIfAbsent(runs.getKey(), client -> ids.ownSource()), runs.getValue()))
                .toList());
    }

    /** They have nothing to do with each other: what they leave to clients is in order by the moment that it is due. */
    private void executePlatforms(List<FlowRuns.Handed> runs) {
        List<Runnable> work = new ArrayList<>();
        for (int lane = 0; lane < Math.min(PLATFORM_LANES, runs.size()); lane++) {
            List<FlowRuns.Handed> own = new ArrayList<>();
            for (int run = lane; run < runs.size(); run += PLATFORM_LANES) {
                own.add(runs.get(run));
            }
            work.add(turn(platforms.get(lane), own));
        }
        lanes.all(work);
    }

    private Runnable turn(IdSource source, List<FlowRuns.Handed> runs) {
        return () -> DemoIds.from(source, () -> executeInTurn(runs));
    }

    private void executeInTurn(List<FlowRuns.Handed> runs) {
        runs.forEach(run -> engine.executeRun().execute(run.client(), run.run()));
    }
}

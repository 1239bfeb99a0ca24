package io.agencyos.application.outreach;

import io.agencyos.application.outreach.store.DueWork;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Who has work in the outreach loop: asked before any client is, so that thousands of idle clients cost one question. */
@PrimaryPort
@FunctionalInterface
public interface DueStages {

    /** Clients by the stages, of those that are asked about, that have something to do now. */
    Map<ClientId, Set<LoopStage>> of(Set<LoopStage> asked);

    /** Asks this store. */
    static DueStages over(DueWork work, UnitOfWork units, ClockPort clock) {
        return asked -> units.readingPlatform(() -> work.of(asked, horizon(clock)));
    }

    private static DueWork.Horizon horizon(ClockPort clock) {
        var now = clock.now();
        return new DueWork.Horizon(
                now, now.plus(PlanTouches.AHEAD), now.plus(PlanTouches.AHEAD_TO_ASK), now.plus(DraftTouches.AHEAD));
    }
}

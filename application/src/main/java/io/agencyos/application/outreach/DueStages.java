package io.agencyos.application.outreach;

import io.agencyos.application.outreach.store.DueWork;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
                now, now.plus(PlanTouches.AHEAD), latestBusinessDayAfter(now), now.plus(DraftTouches.AHEAD));
    }

    /** No client's clock has a later one: between two of these offsets midnight is crossed once at most. */
    private static Instant latestBusinessDayAfter(Instant now) {
        return Stream.of(ZoneOffset.ofHours(-12), ZoneOffset.UTC, ZoneOffset.ofHours(14))
                .map(zone -> PlanTouches.businessDayAfter(now, zone))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }
}

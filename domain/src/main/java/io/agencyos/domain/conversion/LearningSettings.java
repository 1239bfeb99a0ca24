package io.agencyos.domain.conversion;

import java.util.Set;
import java.util.stream.Stream;

/**
 * How far what was learned may act for a client by itself, and how much of its traffic leaves it aside. Source:
 * conversion intelligence 14, 15, 25.
 *
 * @param horizons how long leads and touches are waited for
 * @param refinement whether searches take up what was learned of leads
 * @param lockedFields fields of the target that no search may change
 */
public record LearningSettings(
        Uses uses, Explore explore, Horizons horizons, boolean refinement, Set<LockedField> lockedFields) {

    /** What the product does unless a client says otherwise. */
    public static final LearningSettings DEFAULT = new LearningSettings(
            new Uses(true, true, true, true), new Explore(5, 10, 10, 20), Horizons.DEFAULT, true, Set.of());

    public LearningSettings {
        lockedFields = Set.copyOf(lockedFields);
    }

    /** Whether every number is within its range. */
    public boolean isValid() {
        return explore.isValid() && horizons.isValid();
    }

    /** The same with consumers that read, or do not. */
    public LearningSettings with(Uses others) {
        return new LearningSettings(others, explore, horizons, refinement, lockedFields);
    }

    /** The same with searches that take up what was learned, or do not, but for these fields. */
    public LearningSettings refining(boolean refined, Set<LockedField> locked) {
        return new LearningSettings(uses, explore, horizons, refined, locked);
    }

    /** The same, leaving these shares to chance. */
    public LearningSettings exploring(Explore others) {
        return new LearningSettings(uses, others, horizons, refinement, lockedFields);
    }

    /** The same, waiting so long. */
    public LearningSettings waiting(Horizons others) {
        return new LearningSettings(uses, explore, others, refinement, lockedFields);
    }

    /** Which consumers read patterns; one that does not goes by the defaults. */
    public record Uses(boolean content, boolean timing, boolean sequences, boolean channels) {}

    /** Percent of assignments, sends, enrolments and sourcing that ignore what was learned. */
    public record Explore(int assignments, int sends, int channels, int sourcing) {

        private static final int MOST = 20;
        private static final int MOST_SOURCING = 50;

        /** Whether each share is within its range: 0 to 20, sourcing to 50. */
        public boolean isValid() {
            return Stream.of(assignments, sends, channels).allMatch(share -> share >= 0 && share <= MOST)
                    && sourcing >= 0
                    && sourcing <= MOST_SOURCING;
        }

        /** Whether something is left unexplored, so that learning slows down. */
        public boolean slowsLearning() {
            return Stream.of(assignments, sends, channels, sourcing).anyMatch(share -> share == 0);
        }
    }
}

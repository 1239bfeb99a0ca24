package io.agencyos.domain.scoring;

import io.agencyos.domain.shared.Vocabulary;

/** What a lead is worth and therefore what it may receive, best first. Source: vocabulary 1, scoring ALS-13. */
public enum Tier implements Vocabulary {
    HOT(85),
    WARM(60),
    COOL(35),
    COLD(20),
    DEAD(0);

    private static final Tier[] BEST_FIRST = values();

    private final int lowestScore;

    Tier(int lowestScore) {
        this.lowestScore = lowestScore;
    }

    /** The lowest ALS, 0 to 100, that earns this tier. */
    public int lowestScore() {
        return lowestScore;
    }

    /** The tier that this score earns while no gate forces another. */
    public static Tier of(AlsScore score) {
        return ofPoints(score.value());
    }

    static Tier ofPoints(int score) {
        for (Tier tier : BEST_FIRST) {
            if (score >= tier.lowestScore) {
                return tier;
            }
        }
        return DEAD;
    }
}

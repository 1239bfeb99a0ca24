package io.agencyos.domain.scoring.tier;

import io.agencyos.domain.shared.Vocabulary;

/** What a lead is worth and therefore what it may receive, best first. Source: vocabulary 1, scoring ALS-13. */
public enum Tier implements Vocabulary {
    HOT(85),
    WARM(60),
    COOL(35),
    COLD(20),
    DEAD(0);

    private static final Tier[] BEST_FIRST = values();
    private static final int MARGIN = 2;

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

    /**
     * The tier of a lead that had this one, where only weights or age moved its score: each bound is passed by two points
     * or not at all. Source: scoring B6.
     */
    public Tier steady(AlsScore score) {
        Tier tier = this;
        while (score.value() < tier.lowestScore - MARGIN) {
            tier = BEST_FIRST[tier.ordinal() + 1];
        }
        while (tier != HOT && score.value() >= BEST_FIRST[tier.ordinal() - 1].lowestScore + MARGIN) {
            tier = BEST_FIRST[tier.ordinal() - 1];
        }
        return tier;
    }

    public static Tier ofPoints(int score) {
        for (Tier tier : BEST_FIRST) {
            if (score >= tier.lowestScore) {
                return tier;
            }
        }
        return DEAD;
    }
}

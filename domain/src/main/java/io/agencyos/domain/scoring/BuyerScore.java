package io.agencyos.domain.scoring;

import java.math.BigDecimal;

/**
 * How likely a company is to buy agency services again, 0 to 100, from what it bought of consenting clients. Says
 * neither from whom nor for how much. Source: scoring ALS-6.
 */
public final class BuyerScore {

    /** What a company that nobody knew begins with. */
    public static final int FIRST_SIGHTING = 60;

    private static final BigDecimal LARGE_DEAL = new BigDecimal("5000");
    private static final int HIGHEST = 100;

    private BuyerScore() {}

    /** The score whenever it is made again, also for one purchase of which more is known now. Source: content E-49. */
    public static int recalculated(int purchases, int distinctServices, BigDecimal averageDeal) {
        if (purchases < 1) {
            throw new IllegalArgumentException("a buyer has bought at least once");
        }
        int score = 50 + Math.min(purchases, 3) * 10;
        score += distinctServices >= 2 ? 10 : 0;
        score += averageDeal.compareTo(LARGE_DEAL) >= 0 ? 10 : 0;
        return Math.min(HIGHEST, score);
    }

    /** Points added to the ALS, 0 to 15. */
    public static int boost(int buyerScore) {
        return Math.clamp(buyerScore * 15L / 100, 0, 15);
    }

    /** What people read beside the boost. */
    public static String reason(int timesBought) {
        return switch (timesBought) {
            case 2 -> "Has bought agency services before (2x)";
            default -> timesBought >= 3 ? "Repeat agency buyer (" + timesBought + "x)" : "Known agency services buyer";
        };
    }
}

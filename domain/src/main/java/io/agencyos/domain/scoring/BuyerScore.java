package io.agencyos.domain.scoring;

import java.math.BigDecimal;

/**
 * How likely a company is to buy agency services again, 0 to 100, from what it bought of consenting clients. Says
 * neither from whom nor for how much. Source: scoring ALS-6.
 */
public final class BuyerScore {

    private static final BigDecimal LARGE_DEAL = new BigDecimal("5000");
    private static final int HIGHEST = 100;

    private BuyerScore() {}

    /**
     * The score after a recorded purchase.
     *
     * @param purchases at least 1, this one included
     * @param averageDeal AUD; ignored for a first sighting, which is always 60
     */
    public static int after(int purchases, int distinctServices, BigDecimal averageDeal) {
        if (purchases < 1) {
            throw new IllegalArgumentException("a buyer has bought at least once");
        }
        if (purchases == 1) {
            return 60;
        }
        int score = 50 + (purchases == 2 ? 20 : 30);
        score += distinctServices >= 2 ? 10 : 0;
        score += averageDeal.compareTo(LARGE_DEAL) >= 0 ? 10 : 0;
        return Math.min(HIGHEST, score);
    }

    /** Points added to the ALS, 0 to 15. */
    static int boost(int buyerScore) {
        return Math.clamp(buyerScore * 15L / 100, 0, 15);
    }

    /** What people read beside the boost. */
    static String reason(int timesBought) {
        return switch (timesBought) {
            case 2 -> "Has bought agency services before (2x)";
            default -> timesBought >= 3 ? "Repeat agency buyer (" + timesBought + "x)" : "Known agency services buyer";
        };
    }
}

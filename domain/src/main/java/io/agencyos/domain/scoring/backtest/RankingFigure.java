package io.agencyos.domain.scoring.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jmolecules.ddd.annotation.ValueObject;

/** A share from 0 to 1 with its 95 % interval, four decimals each. Source: scoring ALS-20. */
@ValueObject
public record RankingFigure(BigDecimal value, BigDecimal low, BigDecimal high) {

    private static final int DECIMALS = 4;

    /** Limits outside 0 to 1 are cut. */
    static RankingFigure of(double value, double low, double high) {
        return new RankingFigure(rounded(value), rounded(Math.max(0, low)), rounded(Math.min(1, high)));
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}

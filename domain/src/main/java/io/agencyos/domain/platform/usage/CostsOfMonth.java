package io.agencyos.domain.platform.usage;

import io.agencyos.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * What a month of the platform has cost so far beside what it has earned so far. A subscription is earned day by day, so that a
 * month that runs is held against the part of its revenue that has passed with it. Source: api 9.17 costs, web 11.3.
 *
 * @param passed days that have begun, today included; all of them where the month is over
 * @param monthly recurring revenue of the whole month, null where nobody knows it
 */
@ValueObject
public record CostsOfMonth(
        YearMonth month,
        int passed,
        MicroAud cost,
        @Nullable Money monthly) {

    /** The share of revenue that is to be left. Source: api 9.17. */
    public static final BigDecimal TARGET = new BigDecimal("0.75");

    private static final int DECIMALS = 4;

    public CostsOfMonth {
        if (passed < 1 || passed > month.lengthOfMonth()) {
            throw new IllegalArgumentException("day " + passed + " of " + month);
        }
    }

    /** How many days of a month have begun on this day; none of one that has not. */
    public static int passed(YearMonth month, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        return month.equals(now) ? today.getDayOfMonth() : month.isBefore(now) ? month.lengthOfMonth() : 0;
    }

    /** What the whole month comes to at this pace, to the cent. */
    public Money atThisPace() {
        return new Money(BigDecimal.valueOf(cost.micros())
                .multiply(BigDecimal.valueOf(month.lengthOfMonth()))
                .divide(BigDecimal.valueOf(passed * MicroAud.PER_CENT), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** The revenue of the days that have passed, to the cent. */
    public Optional<Money> earned() {
        return Optional.ofNullable(monthly)
                .map(whole -> new Money(BigDecimal.valueOf(whole.cents())
                        .multiply(BigDecimal.valueOf(passed))
                        .divide(BigDecimal.valueOf(month.lengthOfMonth()), 0, RoundingMode.HALF_UP)
                        .longValueExact()));
    }

    /** What is left of it, to four decimals; empty where nothing was earned or nobody knows. */
    public Optional<BigDecimal> grossMargin() {
        return earned().filter(money -> money.cents() > 0)
                .map(money -> BigDecimal.valueOf(money.cents() - cost.cents())
                        .divide(BigDecimal.valueOf(money.cents()), DECIMALS, RoundingMode.HALF_UP));
    }
}

package io.agencyos.domain.scoring.weight;

import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * How much each component counts, in ten-thousandths: each 500 to 5000, together exactly 10000. Source: scoring ALS-11.
 */
@ValueObject
public record Weights(int dataQuality, int authority, int companyFit, int timing, int risk) {

    /** One, in the unit of the weights. */
    public static final int ONE = 10_000;

    private static final int LEAST = 500;
    private static final int MOST = 5_000;
    private static final int REPAIRABLE = 30;
    private static final int CUSTOM_TOLERANCE = 1;
    private static final int PERCENT = ONE / 100;

    /** With these the score is the plain sum of the raw points (ALS-10). */
    public static final Weights DEFAULT = new Weights(2_000, 2_500, 2_500, 1_500, 1_500);

    /** Published averages, used only where an administrator switched them on (ALS-12). */
    public static final Weights BENCHMARK = new Weights(1_500, 3_000, 2_500, 2_000, 1_000);

    /** Lowest and highest whole number that a person may send per component, in component order (ALS-12). */
    private static final List<Range> INTEGER_FORM =
            List.of(new Range(10, 30), new Range(15, 35), new Range(15, 35), new Range(5, 25), new Range(5, 25));

    private record Range(int least, int most) {
        boolean holds(int value) {
            return least <= value && value <= most;
        }
    }

    /** Throws when the set breaks ALS-11; sets from outside go through the factories. */
    public Weights {
        int[] set = {dataQuality, authority, companyFit, timing, risk};
        if (!inRange(set) || sum(set) != ONE) {
            throw new IllegalArgumentException("weights are 0.05 to 0.50 each and 1.0000 together");
        }
    }

    /**
     * A set as fitted or stored: rounded to 4 decimals, a rounding error of at most 0.003 in the sum repaired on the
     * largest weight. A missing component is refused.
     */
    public static Result<Weights, InvalidWeights> of(
            @Nullable BigDecimal dataQuality,
            @Nullable BigDecimal authority,
            @Nullable BigDecimal companyFit,
            @Nullable BigDecimal timing,
            @Nullable BigDecimal risk) {
        if (dataQuality == null || authority == null || companyFit == null || timing == null || risk == null) {
            return refused("a component has no weight");
        }
        List<BigDecimal> given = List.of(dataQuality, authority, companyFit, timing, risk);
        if (!given.stream().allMatch(Weights::plausible)) {
            return refused("each weight is 0.05 to 0.50");
        }
        return repaired(given.stream().mapToInt(Weights::tenThousandths).toArray(), REPAIRABLE);
    }

    /** A set that a person sends as ratios: as {@link #of}, but the sum may be off by 0.0001 only. */
    public static Result<Weights, InvalidWeights> ofRatios(
            BigDecimal dataQuality, BigDecimal authority, BigDecimal companyFit, BigDecimal timing, BigDecimal risk) {
        BigDecimal sum = dataQuality.add(authority).add(companyFit).add(timing).add(risk);
        BigDecimal off = sum.subtract(BigDecimal.ONE).abs();
        return off.compareTo(BigDecimal.valueOf(CUSTOM_TOLERANCE, 4)) > 0
                ? refused("weights sum to 1")
                : of(dataQuality, authority, companyFit, timing, risk);
    }

    /**
     * A set that a person sends as whole numbers: data quality 10–30, authority and company fit 15–35, timing and risk
     * 5–25; a sum other than 100 is rescaled by largest remainder and checked again.
     */
    public static Result<Weights, InvalidWeights> ofIntegers(
            int dataQuality, int authority, int companyFit, int timing, int risk) {
        int[] sent = {dataQuality, authority, companyFit, timing, risk};
        if (!inIntegerForm(sent)) {
            return refused("a whole-number weight is out of its range");
        }
        int[] percent = rescaledToHundred(sent);
        if (!inIntegerForm(percent)) {
            return refused("a whole-number weight is out of its range once rescaled to 100");
        }
        return Result.ok(new Weights(
                percent[0] * PERCENT,
                percent[1] * PERCENT,
                percent[2] * PERCENT,
                percent[3] * PERCENT,
                percent[4] * PERCENT));
    }

    /** The weight of a component in ten-thousandths; a boost stands outside the weights. */
    public int of(Component component) {
        return switch (component) {
            case DATA_QUALITY -> dataQuality;
            case AUTHORITY -> authority;
            case COMPANY_FIT -> companyFit;
            case TIMING -> timing;
            case RISK -> risk;
            case BOOST -> throw new IllegalArgumentException("boosts are never weighted");
        };
    }

    private static Result<Weights, InvalidWeights> repaired(int[] set, int tolerance) {
        int missing = ONE - sum(set);
        if (Math.abs(missing) > tolerance) {
            return refused("weights sum to 1.0000");
        }
        set[indexOfLargest(set)] += missing;
        return inRange(set)
                ? Result.ok(new Weights(set[0], set[1], set[2], set[3], set[4]))
                : refused("each weight is 0.05 to 0.50");
    }

    private static boolean plausible(BigDecimal weight) {
        return weight.signum() >= 0 && weight.compareTo(BigDecimal.ONE) <= 0;
    }

    private static int tenThousandths(BigDecimal weight) {
        return weight.setScale(4, RoundingMode.HALF_UP).movePointRight(4).intValueExact();
    }

    private static int[] rescaledToHundred(int[] sent) {
        int total = sum(sent);
        int[] percent = new int[sent.length];
        int[] remainder = new int[sent.length];
        for (int i = 0; i < sent.length; i++) {
            percent[i] = sent[i] * 100 / total;
            remainder[i] = sent[i] * 100 % total;
        }
        for (int left = 100 - sum(percent); left > 0; left--) {
            int next = indexOfLargest(remainder);
            percent[next]++;
            remainder[next] = -1;
        }
        return percent;
    }

    private static boolean inIntegerForm(int[] set) {
        for (int i = 0; i < set.length; i++) {
            if (!INTEGER_FORM.get(i).holds(set[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean inRange(int[] set) {
        for (int weight : set) {
            if (weight < LEAST || weight > MOST) {
                return false;
            }
        }
        return true;
    }

    private static int indexOfLargest(int[] set) {
        int largest = 0;
        for (int i = 1; i < set.length; i++) {
            if (set[i] > set[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static int sum(int[] set) {
        int sum = 0;
        for (int weight : set) {
            sum += weight;
        }
        return sum;
    }

    private static Result<Weights, InvalidWeights> refused(String reason) {
        return Result.err(new InvalidWeights(reason));
    }
}

package io.agencyos.domain.conversion.report;

import io.agencyos.domain.conversion.kernel.Evidence;
import io.agencyos.domain.conversion.stats.Share;
import io.agencyos.domain.scoring.tier.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a better tier means more conversions: what came of the leads of each, by the tier of their first touch. Source:
 * conversion intelligence 19.2, 20, 23.3.
 */
public record TierRates(List<Line> lines) {

    private static final double UNLIKELY = 0.05;

    /** How many leads of a tier, and of them converted. */
    public record Count(long units, long conversions) {}

    /** A tier with its rate and the 95 % interval of what it may be (Jeffreys). */
    public record Line(Tier tier, long units, long conversions, double rate, double low, double high) {

        private static Line of(Tier tier, Count count) {
            Share share = Share.of(count.conversions(), count.units());
            return new Line(tier, count.units(), count.conversions(), share.value(), share.low(), share.high());
        }
    }

    public TierRates {
        lines = List.copyOf(lines);
    }

    /** Tiers with leads, the best first. */
    public static TierRates of(Map<Tier, Count> counts) {
        List<Line> lines = new ArrayList<>();
        new TreeMap<>(counts).forEach((tier, count) -> {
            if (count.units() > 0) {
                lines.add(Line.of(tier, count));
            }
        });
        return new TierRates(lines);
    }

    /** Whether some tier converts worse than the next lower one that has leads, and not by chance. */
    public boolean areInverted() {
        for (int i = 1; i < lines.size(); i++) {
            Line better = lines.get(i - 1);
            Line worse = lines.get(i);
            if (worse.rate() > better.rate()
                    && Evidence.differ(worse.conversions(), worse.units(), better.conversions(), better.units())
                            < UNLIKELY) {
                return true;
            }
        }
        return false;
    }
}

package io.agencyos.bootstrap.demo;

import io.agencyos.domain.conversion.kernel.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What learning made of a planted effect. Source: issue 5, conversion intelligence 23. */
enum Verdict {
    /** Confirmed, and planted. */
    FOUND,
    /** Confirmed, and neither planted nor within its own interval. */
    FALSE,
    /** Planted, and rightly not claimed: too few units to find it in four of five cases (CIS 5.9). */
    OPEN,
    /** Planted, not claimed, and there were units enough: one in five stays so. */
    MISSED,
    /** Hardly anything planted, and nothing claimed. */
    SILENT;

    /** From here on an effect is one. Source: CIS 5.6. */
    static final double BETTER = 1.10;

    static final double WORSE = 0.90;

    /**
     * An effect with what became of it.
     *
     * @param needed units from which on it would be found in four of five cases
     */
    record Case(PlantedEffect planted, Optional<Claim> claim, Verdict verdict, long needed) {

        /** Those first that lack least to be found. */
        static final Comparator<Case> NEAREST_FIRST =
                Comparator.comparingDouble(each -> (double) each.needed / each.planted.units());
    }

    /**
     * @param rate at which all units converted; 0 where none did
     */
    static List<Case> on(List<PlantedEffect> planted, List<Claim> claims, double rate) {
        return planted.stream()
                .map(effect -> {
                    Optional<Claim> claim = claims.stream()
                            .filter(each -> each.dimension().equals(effect.dimension())
                                    && each.key().equals(effect.key()))
                            .findFirst();
                    long needed = needed(effect, rate);
                    return new Case(effect, claim, of(effect, claim.filter(Claim::isConfirmed), needed), needed);
                })
                .toList();
    }

    private static Verdict of(PlantedEffect planted, Optional<Claim> confirmed, long needed) {
        if (confirmed.isPresent()) {
            return confirmed.get().contradicts(planted) ? FALSE : FOUND;
        }
        if (planted.effect() > WORSE && planted.effect() < BETTER) {
            return SILENT;
        }
        return planted.units() < needed ? OPEN : MISSED;
    }

    /** The formula of CIS 5.9 takes the spread of the segment; where it converts less than all, that of all is the larger. */
    private static long needed(PlantedEffect planted, double rate) {
        double lift = planted.lift();
        double own = lift * rate;
        if (own == 0 || lift == 1) {
            return Long.MAX_VALUE;
        }
        double spread = Math.max(1, rate * (1 - rate) / (own * (1 - own)));
        return (long) Math.ceil(Evidence.unitsNeeded(rate, lift) * spread);
    }
}

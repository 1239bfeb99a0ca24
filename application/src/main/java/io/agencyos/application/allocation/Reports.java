package io.agencyos.application.allocation;

import io.agencyos.domain.scoring.tier.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers as they are told to people. */
final class Reports {

    private Reports() {}

    /** With the tiers that nobody has, the best first. */
    static Map<Tier, Integer> allTiers(Map<Tier, Integer> counted) {
        Map<Tier, Integer> all = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            all.put(tier, counted.getOrDefault(tier, 0));
        }
        return Collections.unmodifiableMap(all);
    }

    /** With one decimal; null where there is nothing to divide by. */
    static @Nullable BigDecimal mean(long sum, int of) {
        return of == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
    }
}

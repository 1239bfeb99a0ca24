package io.agencyos.domain.scoring;

import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored set of weights of a client or of the platform, before anybody has checked that it may be used.
 *
 * @param pinned a client's custom set that stands above what is learned
 * @param confidence 0 to 1 of a platform set; null where none is computed
 */
public record WeightSet(
        WeightsSource source,
        int version,
        WeightsStatus status,
        boolean pinned,
        @Nullable BigDecimal confidence,
        Result<Weights, InvalidWeights> weights) {

    private static final BigDecimal INDUSTRY_CONFIDENCE = new BigDecimal("0.6");
    private static final BigDecimal GLOBAL_CONFIDENCE = new BigDecimal("0.5");

    /** A pin belongs to the client's own choice. */
    public WeightSet {
        if (pinned && source != WeightsSource.CLIENT_CUSTOM) {
            throw new IllegalArgumentException("only a custom set can be pinned");
        }
    }

    /** This set as one in force, unless its state, its confidence or its numbers forbid it (CIS 12.4). */
    Optional<WeightsInForce> usable() {
        return mayBeUsed()
                ? weights.toOptional().map(valid -> new WeightsInForce(valid, source, version))
                : Optional.empty();
    }

    private boolean mayBeUsed() {
        return switch (source) {
            case CLIENT_LEARNED, CLIENT_CUSTOM -> status == WeightsStatus.PROMOTED;
            case PLATFORM_INDUSTRY -> confident(INDUSTRY_CONFIDENCE);
            case PLATFORM_GLOBAL -> confident(GLOBAL_CONFIDENCE);
            case BENCHMARK, DEFAULT -> false;
        };
    }

    private boolean confident(BigDecimal least) {
        return status != WeightsStatus.RETIRED && confidence != null && confidence.compareTo(least) >= 0;
    }
}

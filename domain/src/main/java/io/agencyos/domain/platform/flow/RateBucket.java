package io.agencyos.domain.platform.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many calls an account of a vendor has left just now: a token a call, refilled evenly up to its capacity. Source:
 * flows 1.3, data model 5.13.
 *
 * @param vendor the account, as steps name it
 * @param tokens what was left at {@code filledAt}, 0 to the capacity
 * @param capacity at least 1
 * @param refillPerSecond more than 0
 */
public record RateBucket(String vendor, BigDecimal tokens, int capacity, BigDecimal refillPerSecond, Instant filledAt) {

    private static final int SCALE = 6;
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    public RateBucket {
        if (capacity < 1 || refillPerSecond.signum() <= 0 || tokens.signum() < 0) {
            throw new IllegalArgumentException("a bucket holds at least one token and is refilled: " + vendor);
        }
    }

    /** A full one. */
    public static RateBucket full(String vendor, int capacity, BigDecimal refillPerSecond, Instant now) {
        return new RateBucket(vendor, BigDecimal.valueOf(capacity), capacity, refillPerSecond, now);
    }

    /** As it stands at another instant; a clock that goes back takes nothing away. */
    public RateBucket at(Instant now) {
        if (!now.isAfter(filledAt)) {
            return this;
        }
        BigDecimal passed =
                BigDecimal.valueOf(Duration.between(filledAt, now).toMillis()).divide(MILLIS);
        BigDecimal level = tokens.add(refillPerSecond.multiply(passed))
                .min(BigDecimal.valueOf(capacity))
                .setScale(SCALE, RoundingMode.DOWN)
                .stripTrailingZeros();
        return new RateBucket(vendor, level, capacity, refillPerSecond, now);
    }

    /** One token less; empty when there is none. */
    public Optional<RateBucket> take() {
        return tokens.compareTo(BigDecimal.ONE) < 0
                ? Optional.empty()
                : Optional.of(
                        new RateBucket(vendor, tokens.subtract(BigDecimal.ONE), capacity, refillPerSecond, filledAt));
    }

    /** How long until there is a token; zero when there is one. */
    public Duration wait(Instant now) {
        BigDecimal missing = BigDecimal.ONE.subtract(at(now).tokens());
        return missing.signum() <= 0
                ? Duration.ZERO
                : Duration.ofMillis(missing.multiply(MILLIS)
                        .divide(refillPerSecond, 0, RoundingMode.UP)
                        .longValueExact());
    }
}

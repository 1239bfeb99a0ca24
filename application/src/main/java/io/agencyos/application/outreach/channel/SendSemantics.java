package io.agencyos.application.outreach.channel;

import java.time.Duration;

/**
 * What an adapter promises about repeated and lost calls. Source: outreach 4.5.
 *
 * @param nativeIdempotency the vendor itself refuses or collapses a repeated key
 * @param lookup a lost answer can be recovered by asking
 * @param settleDelay after a time-out, how long an accepted message may stay invisible to the look-up
 * @param requeueOnceIfAbsent after a proved absence the same message may be handed over once more
 */
public record SendSemantics(
        boolean nativeIdempotency, boolean lookup, Duration settleDelay, boolean requeueOnceIfAbsent) {}

package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.Vocabulary;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hook as people see it, without its secret. Source: api 10.1.
 *
 * @param address null where this installation has no public address any more
 * @param verification by what a delivery is known to be the vendor's
 * @param active whether its deliveries count at this moment
 * @param endsAt when they count no more because another hook took its place, null where none did
 * @param silentSince since when it has brought nothing; null where it is not in use, or brought something or was made
 *     within a day
 */
public record InboundHookView(
        String id,
        String vendor,
        @Nullable URI address,
        Verification verification,
        boolean active,
        Instant madeAt,
        @Nullable Instant endsAt,
        @Nullable Instant lastEventAt,
        @Nullable Instant silentSince) {

    /** By what a delivery is known to be the vendor's. */
    public enum Verification implements Vocabulary {
        /** The vendor signs nothing: nobody else knows the address. */
        ADDRESS,
        /** The vendor signs with a secret, or shows it. */
        SECRET
    }

    private static final Duration QUIET = Duration.ofDays(1);

    static InboundHookView of(VendorHook hook, @Nullable URI address, Instant now) {
        Instant heard = hook.lastEventAt() == null ? hook.madeAt() : hook.lastEventAt();
        boolean silent = hook.isInUse() && !heard.plus(QUIET).isAfter(now);
        return new InboundHookView(
                hook.hookId(),
                hook.vendor(),
                address,
                hook.isProvedByAddress() ? Verification.ADDRESS : Verification.SECRET,
                hook.isBelieved(now),
                hook.madeAt(),
                hook.endsAt(),
                hook.lastEventAt(),
                silent ? heard : null);
    }
}

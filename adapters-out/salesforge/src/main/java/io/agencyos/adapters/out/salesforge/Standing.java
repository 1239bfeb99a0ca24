package io.agencyos.adapters.out.salesforge;

import org.jspecify.annotations.Nullable;

/** What a contact's state inside a carrier says about our e-mail. Source: salesforge 4.5, 5. */
enum Standing {
    /** Not listed in the carrier. */
    OUTSIDE,
    /** May still leave. */
    UNSENT,
    SENT,
    BOUNCED,
    /** Will not leave: the vendor gave up. */
    FAILED,
    /** Will not leave: the vendor's list or an opt-out forbids it. */
    FORBIDDEN;

    static Standing of(@Nullable String vendorState) {
        if (vendorState == null) {
            return OUTSIDE;
        }
        return switch (vendorState) {
            case "contacted", "finished", "replied", "ooo", "multi-threading" -> SENT;
            case "bounced" -> BOUNCED;
            case "failed", "bounce-protect", "deleted" -> FAILED;
            case "dnc", "unsubscribed" -> FORBIDDEN;
            // none, active, paused, and words we do not know: it may yet leave
            default -> UNSENT;
        };
    }
}

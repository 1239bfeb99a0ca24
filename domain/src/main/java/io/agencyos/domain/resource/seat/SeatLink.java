package io.agencyos.domain.resource.seat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a seat hangs together with an account.
 *
 * @param account null until it is linked for the first time
 * @param activatedAt when the warm-up of the account began, null until it is linked
 * @param downSince since when the seat cannot act, null while it can and before it was linked
 * @param offeredUntil until when the link to the service's page is good
 * @param error the last trouble in the service's words, null while all is well
 */
public record SeatLink(
        @Nullable SeatAccount account,
        @Nullable Instant activatedAt,
        @Nullable Instant downSince,
        @Nullable Instant offeredUntil,
        @Nullable String error) {

    static SeatLink offered(Instant until) {
        return new SeatLink(null, null, null, until, null);
    }

    SeatLink until(Instant good) {
        return new SeatLink(account, activatedAt, downSince, good, error);
    }

    SeatLink to(SeatAccount linked) {
        return new SeatLink(linked, activatedAt, downSince, null, error);
    }

    SeatLink since(Instant warmUp) {
        return new SeatLink(account, warmUp, null, null, null);
    }

    SeatLink down(@Nullable Instant at, @Nullable String trouble) {
        return new SeatLink(account, activatedAt, at, offeredUntil, trouble);
    }
}

package io.agencyos.domain.client.billing;

import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.Vocabulary;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** What makes a working day one on which the client was held up by us. Source: scoring B11. */
public final class HeldUpDay {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    /** Whose fault it was, which is ours. */
    public enum Cause implements Vocabulary {
        /** A vendor did not answer, or refused us. */
        VENDOR_OUTAGE,
        /** The plan's senders were not in stock. */
        RESOURCE_SHORTFALL
    }

    private HeldUpDay() {}

    /** Whether somebody is at work then: what fails at night or on a Sunday holds nobody up. */
    public static boolean isAtWork(ZonedDateTime there) {
        LocalTime time = there.toLocalTime();
        return there.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()
                && !time.isBefore(OPENS)
                && time.isBefore(CLOSES);
    }

    /**
     * Whether this is a vendor of which the client may say that it is our fault. An account of its own that refuses it is
     * not: a breaker without a next try waits for the client to connect anew, and one that a person opened is that
     * person's will.
     *
     * @param platforms the breaker is the platform's own and not a client's
     */
    public static boolean isOurs(Breaker breaker, boolean platforms) {
        return breaker.scope() == BreakerScope.VENDOR
                && breaker.state() != Breaker.State.CLOSED
                && breaker.openedBy().equals(Breaker.SYSTEM)
                && (platforms || breaker.retryAt() != null);
    }
}

package io.agencyos.application.outreach.engine;

import java.time.Instant;
import java.util.Optional;

/** The calls of a batch of committed touches on one channel. Nothing here reaches the vendor. Source: outreach 4.3 T4. */
@FunctionalInterface
public interface CallDesk {

    /** The line to the vendor of a committed touch; empty where its sender is gone. */
    Optional<Line> line(TouchCase one);

    /** Who is called for a touch, before the call is fixed. */
    interface Line {

        /** The vendor's name as configured. */
        String vendor();

        /** What the adapter wants remembered from the first call on; asked once for a touch. */
        default String slot() {
            return "";
        }

        /**
         * The call itself; the same touch always gives the same one.
         *
         * @param started the touch as the call finds it
         * @param slot what was remembered at its first call
         * @param begun when its first call was begun
         */
        Handover handover(TouchCase started, String slot, Instant begun);
    }
}

package io.agencyos.adapters.out.sandbox.world;

import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import java.time.Instant;

/** What becomes of a message at its reader's side. */
public sealed interface Reaction {

    /** When it happens. */
    Instant at();

    /** The message came back; {@code diagnostic} is the server's text with its code. */
    record Bounced(Instant at, BounceClass kind, String diagnostic) implements Reaction {}

    /** The message was opened; {@code machine} by a scanner, not by a person. */
    record Opened(Instant at, boolean machine) implements Reaction {}

    /** A link was followed. */
    record Clicked(Instant at, boolean machine, String url) implements Reaction {}

    /** An answer came, from a person or from a machine by its intent. */
    record Replied(Instant at, ReplyIntent intent, String text) implements Reaction {}

    /** The way out that the message offers was used. */
    record Unsubscribed(Instant at) implements Reaction {}

    /** The spam button was pressed. */
    record Complained(Instant at) implements Reaction {}

    /** A meeting was booked at {@code at} for {@code meetingAt}. */
    record Booked(Instant at, Instant meetingAt) implements Reaction {}

    /** Bounce classes of the product's mail specification. */
    enum BounceClass {
        HARD,
        SOFT,
        POLICY
    }
}

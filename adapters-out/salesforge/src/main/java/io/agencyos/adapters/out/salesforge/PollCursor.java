package io.agencyos.adapters.out.salesforge;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the poll got: unread threads every time, deliveries hourly, contacts every
 * six hours, the do-not-contact list daily. Source: salesforge 8.
 *
 * @param offset where the present phase goes on
 * @param seenUntil date of the newest thread that an earlier, complete pass saw
 * @param newest date of the newest thread of this pass
 * @param deliveriesAt when deliveries were last read
 * @param listAt when the list was last compared
 * @param contactsAt when all contacts were last read
 */
record PollCursor(
        Phase phase,
        int offset,
        Instant seenUntil,
        Instant newest,
        Instant deliveriesAt,
        Instant listAt,
        Instant contactsAt) {

    /** Threads may show up late or be re-dated; what was seen already is recognised by its key. */
    private static final Duration OVERLAP = Duration.ofHours(2);

    private static final Duration DELIVERIES_EVERY = Duration.ofHours(1);
    private static final Duration LIST_EVERY = Duration.ofHours(24);
    /** As the recovery of every channel. Source: outreach 15. */
    private static final Duration CONTACTS_EVERY = Duration.ofHours(6);

    /** What is being read. */
    enum Phase {
        THREADS,
        CONTACTS,
        DELIVERIES,
        LIST
    }

    static PollCursor parse(@Nullable String text) {
        if (text == null) {
            return new PollCursor(
                    Phase.THREADS, 0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        }
        String[] parts = text.split(";");
        return new PollCursor(
                Phase.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                Integer.parseInt(parts[1]),
                Instant.parse(parts[2]),
                Instant.parse(parts[3]),
                Instant.parse(parts[4]),
                Instant.parse(parts[5]),
                // a cursor of the time before contacts were read
                parts.length < 7 ? Instant.EPOCH : Instant.parse(parts[6]));
    }

    String text() {
        return String.join(
                ";",
                phase.name().toLowerCase(Locale.ROOT),
                String.valueOf(offset),
                seenUntil.toString(),
                newest.toString(),
                deliveriesAt.toString(),
                listAt.toString(),
                contactsAt.toString());
    }

    boolean fresh(Instant date) {
        return seenUntil.equals(Instant.EPOCH) || !date.isBefore(seenUntil.minus(OVERLAP));
    }

    PollCursor seen(Instant date) {
        return date.isAfter(newest)
                ? new PollCursor(phase, offset, seenUntil, date, deliveriesAt, listAt, contactsAt)
                : this;
    }

    PollCursor further(int items) {
        return new PollCursor(phase, offset + items, seenUntil, newest, deliveriesAt, listAt, contactsAt);
    }

    PollCursor threadsRead(Instant now) {
        Instant until = newest.isAfter(seenUntil) ? newest : seenUntil;
        return new PollCursor(Phase.CONTACTS, 0, until, until, deliveriesAt, listAt, contactsAt).due(now);
    }

    PollCursor contactsRead(Instant now) {
        // whoever was found is told with the deliveries, which are therefore due
        return new PollCursor(Phase.DELIVERIES, 0, seenUntil, newest, deliveriesAt, listAt, now);
    }

    PollCursor deliveriesRead(Instant now) {
        return new PollCursor(Phase.LIST, 0, seenUntil, newest, now, listAt, contactsAt).due(now);
    }

    PollCursor listRead(Instant now) {
        return new PollCursor(Phase.THREADS, 0, seenUntil, newest, deliveriesAt, now, contactsAt);
    }

    /** The same, or the next phase that is due. */
    private PollCursor due(Instant now) {
        return switch (phase) {
            case CONTACTS ->
                now.isBefore(contactsAt.plus(CONTACTS_EVERY))
                        ? in(Phase.DELIVERIES).due(now)
                        : this;
            case DELIVERIES ->
                now.isBefore(deliveriesAt.plus(DELIVERIES_EVERY))
                        ? in(Phase.LIST).due(now)
                        : this;
            case LIST -> now.isBefore(listAt.plus(LIST_EVERY)) ? in(Phase.THREADS) : this;
            case THREADS -> this;
        };
    }

    private PollCursor in(Phase next) {
        return new PollCursor(next, 0, seenUntil, newest, deliveriesAt, listAt, contactsAt);
    }

    /** Nothing more is due now. */
    boolean complete() {
        return phase == Phase.THREADS && offset == 0;
    }
}

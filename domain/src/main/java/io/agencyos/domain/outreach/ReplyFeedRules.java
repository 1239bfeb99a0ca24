package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Digests;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often vendors are asked what came back, and when that is too long ago to write on. Source: outreach 15. */
public final class ReplyFeedRules {

    /** Whom nobody could read for so long is not written to. */
    private static final Duration STALE_AFTER = Duration.ofHours(12);

    /** What a vendor did not push for so long, it does not push. */
    private static final Duration SILENT_FOR = Duration.ofHours(2);

    private static final Duration EVERY = Duration.ofHours(6);
    private static final Duration EVERY_IN_A_GAP = Duration.ofMinutes(10);

    /** A network that watches for machines is not asked at even times: so much earlier or later at most. Source: unipile 7. */
    private static final Duration JITTER = Duration.ofMinutes(45);

    private ReplyFeedRules() {}

    /** @param readAt when all of it was last read, null when it never was */
    public static boolean isStale(Instant knownSince, @Nullable Instant readAt, Instant now) {
        Instant last = readAt == null ? knownSince : readAt;
        return now.isAfter(last.plus(STALE_AFTER));
    }

    /** Whether something that a poll shows for the first time should have been pushed long ago. */
    public static boolean wasHeldBack(Instant happenedAt, Instant now) {
        return now.isAfter(happenedAt.plus(SILENT_FOR));
    }

    /** A gap stands until nothing was held back for one whole round. */
    public static boolean standsGap(@Nullable Instant heldBackAt, Instant now) {
        return heldBackAt != null && !now.isAfter(heldBackAt.plus(EVERY));
    }

    /** When the next poll of a vendor that pushes is due; the first one at once. */
    public static boolean isDue(@Nullable Instant readAt, @Nullable Instant heldBackAt, Instant now) {
        return isDue(readAt, heldBackAt, Duration.ZERO, now);
    }

    /** The same at random minutes, which follow from whose feed it is and when it was read. */
    public static boolean isDueAtRandom(
            String whose, @Nullable Instant readAt, @Nullable Instant heldBackAt, Instant now) {
        return isDue(readAt, heldBackAt, readAt == null ? Duration.ZERO : jitter(whose, readAt), now);
    }

    private static boolean isDue(@Nullable Instant readAt, @Nullable Instant heldBackAt, Duration jitter, Instant now) {
        Duration every = standsGap(heldBackAt, now) ? EVERY_IN_A_GAP : EVERY.plus(jitter);
        return readAt == null || !now.isBefore(readAt.plus(every));
    }

    private static Duration jitter(String whose, Instant readAt) {
        int drawn = ByteBuffer.wrap(Digests.sha256(whose + readAt)).getInt();
        int span = 2 * Math.toIntExact(JITTER.toSeconds()) + 1;
        return Duration.ofSeconds(Math.floorMod(drawn, span)).minus(JITTER);
    }
}

package io.agencyos.domain.allocation;

import io.agencyos.domain.lead.ReleaseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a person rests after a client let go. Source: scoring POOL-5. */
public final class Cooling {

    public static final Duration AFTER_CONTACT = Duration.ofDays(90);
    public static final Duration AFTER_NO = Duration.ofDays(180);

    private Cooling() {}

    /**
     * First instant at which anybody may claim the person again; empty for at once.
     *
     * @param lastContactedAt null when nothing was ever sent
     * @param lastReplyAt when the person answered last, null when never
     */
    public static Optional<Instant> until(
            ReleaseReason reason, @Nullable Instant lastContactedAt, @Nullable Instant lastReplyAt) {
        Instant byContact = lastContactedAt == null ? null : lastContactedAt.plus(AFTER_CONTACT);
        Instant byNo =
                reason == ReleaseReason.NOT_INTERESTED && lastReplyAt != null ? lastReplyAt.plus(AFTER_NO) : null;
        if (byContact == null || byNo == null) {
            return Optional.ofNullable(byContact == null ? byNo : byContact);
        }
        return Optional.of(byContact.isAfter(byNo) ? byContact : byNo);
    }
}

package io.agencyos.domain.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * A job that a company advertises, as a source of data knows it.
 *
 * @param ref the source's own id
 * @param postedAt null where the source does not know
 * @param lastSeenAt when it was last found open, null where the source does not know
 */
@ValueObject
public record JobPosting(
        String ref,
        String title,
        Optional<String> city,
        @Nullable Instant postedAt,
        @Nullable Instant lastSeenAt) {

    private static final Duration POSTED_LATELY = Duration.ofDays(90);
    private static final Duration SEEN_LATELY = Duration.ofDays(30);

    /** Whether it says that the company is hiring: posted within 90 days, or, of unknown age, seen open within 30. Source: apollo 6. */
    public boolean showsHiring(Instant now) {
        return postedAt != null
                ? !postedAt.isBefore(now.minus(POSTED_LATELY))
                : lastSeenAt != null && !lastSeenAt.isBefore(now.minus(SEEN_LATELY));
    }
}

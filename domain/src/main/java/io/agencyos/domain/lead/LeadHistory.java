package io.agencyos.domain.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened between a client and a lead, in counts and instants. Source: data model 5.6. */
public record LeadHistory(
        int touches,
        @Nullable Instant firstTouchAt,
        @Nullable Instant lastTouchAt,
        @Nullable Instant lastReplyAt,
        @Nullable Instant bookedAt,
        @Nullable Instant convertedAt) {

    public static final LeadHistory NONE = new LeadHistory(0, null, null, null, null, null);
}

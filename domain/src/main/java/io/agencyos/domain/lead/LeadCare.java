package io.agencyos.domain.lead;

import io.agencyos.domain.client.PermissionMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people said about how this lead is written to, whatever its campaign and client say. Source: outreach 1.4, api 9.6.
 *
 * @param pausedAt since when nothing leaves by itself, null while it does
 * @param own the lead's own permission mode, null for its campaign's
 */
public record LeadCare(@Nullable Instant pausedAt, @Nullable OwnMode own) {

    public static final LeadCare NONE = new LeadCare(null, null);

    /** A mode of its own; {@code until} null for no end. */
    public record OwnMode(PermissionMode mode, @Nullable Instant until) {

        /** Whether it still counts. */
        public boolean holds(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    /** The same, with nothing leaving by itself from then on; since the first time that it was said. */
    public LeadCare paused(Instant now) {
        return pausedAt == null ? new LeadCare(now, own) : this;
    }

    public LeadCare resumed() {
        return new LeadCare(null, own);
    }

    /** The same in a mode of its own, or in its campaign's again. */
    public LeadCare inMode(@Nullable OwnMode mode) {
        return new LeadCare(pausedAt, mode);
    }
}

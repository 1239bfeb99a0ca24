package io.agencyos.domain.campaign;

import org.jspecify.annotations.Nullable;

/**
 * How close a campaign's touches may follow each other. Source: outreach 1.1.
 *
 * @param gapDays lead-local calendar days between any two touches, at least 1
 * @param channelCooldownDays days between two touches on one channel, at least 2
 * @param dailyLimit most touches a campaign-local day over all channels, null for no cap of its own
 */
public record TouchPace(
        int gapDays, int channelCooldownDays, @Nullable Integer dailyLimit) {

    /** Two days between touches, five on one channel, as many a day as the senders can take. */
    public static final TouchPace DEFAULT = new TouchPace(2, 5, null);
}

package io.agencyos.domain.campaign;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who paused a campaign, when and why. Source: outreach 1.1. */
public record CampaignPause(
        Instant at,
        Origin origin,
        @Nullable String reason,
        @Nullable UserId by) {

    /** What kind of stop it was; only emergency pauses are lifted together. Source: outreach 1.5. */
    public enum Origin implements Vocabulary {
        USER,
        EMERGENCY,
        SYSTEM
    }
}

package io.agencyos.domain.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign stands and since when. Source: outreach 1.2.
 *
 * @param status it alone says whether the campaign is paused
 * @param pause why and by whom, null in every other status
 * @param activatedAt when it first ran
 */
public record CampaignLife(
        CampaignStatus status,
        @Nullable CampaignPause pause,
        @Nullable Instant activatedAt,
        @Nullable Instant completedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {

    /** A draft's. */
    public static CampaignLife begun(Instant now) {
        return new CampaignLife(CampaignStatus.DRAFT, null, null, null, now, now, null);
    }

    /** Running; whatever paused it is forgotten. */
    public CampaignLife activated(Instant now) {
        return new CampaignLife(
                CampaignStatus.ACTIVE,
                null,
                activatedAt == null ? now : activatedAt,
                completedAt,
                createdAt,
                now,
                deletedAt);
    }

    CampaignLife paused(CampaignPause why, Instant now) {
        return new CampaignLife(CampaignStatus.PAUSED, why, activatedAt, completedAt, createdAt, now, deletedAt);
    }

    CampaignLife completed(Instant now) {
        return new CampaignLife(CampaignStatus.COMPLETED, null, activatedAt, now, createdAt, now, deletedAt);
    }

    CampaignLife deleted(Instant now) {
        return new CampaignLife(status, pause, activatedAt, completedAt, createdAt, now, now);
    }

    CampaignLife changed(Instant now) {
        return new CampaignLife(status, pause, activatedAt, completedAt, createdAt, now, deletedAt);
    }
}

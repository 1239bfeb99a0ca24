package io.agencyos.domain.campaign;

import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A client's campaign: whom it targets, how it may write and when. {@code status} alone says whether it is paused.
 * Source: outreach 1.1, data model 5.4.
 *
 * @param permissionMode null inherits the client's
 * @param priorityPct share of the client's leads among its active campaigns, 1–100
 * @param dailyLimit most touches a campaign-local day over all channels, null for no cap of its own
 * @param touchGapDays lead-local calendar days between any two touches, at least 1
 * @param channelCooldownDays days between two touches on one channel, at least 2
 * @param sequenceVersion the newest version of its sequence; enrolments pin the one they started with
 */
@AggregateRoot
public record Campaign(
        @Identity CampaignId id,
        ClientId clientId,
        String name,
        @Nullable String description,
        CampaignOrigin origin,
        CampaignStatus status,
        @Nullable PermissionMode permissionMode,
        CampaignTarget target,
        ChannelMix channelMix,
        ChannelFloors floors,
        int priorityPct,
        int touchGapDays,
        int channelCooldownDays,
        @Nullable Integer dailyLimit,
        ZoneId timezone,
        LocalTime workStart,
        LocalTime workEnd,
        Set<DayOfWeek> workDays,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        boolean usesDefaultSequence,
        int sequenceVersion,
        @Nullable CampaignPause pause,
        @Nullable Instant activatedAt,
        @Nullable Instant completedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        int version) {

    public Campaign {
        workDays = Set.copyOf(workDays);
    }
}

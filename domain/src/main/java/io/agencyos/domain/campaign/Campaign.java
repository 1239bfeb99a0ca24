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
 * @param adaptiveRules whether what a lead does moves its next step (outreach 2.5)
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
        boolean adaptiveRules,
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

    /** One that keeps to the days of its sequence, whatever its leads do. */
    public Campaign(
            CampaignId id,
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
        this(
                id,
                clientId,
                name,
                description,
                origin,
                status,
                permissionMode,
                target,
                channelMix,
                floors,
                priorityPct,
                touchGapDays,
                channelCooldownDays,
                dailyLimit,
                timezone,
                workStart,
                workEnd,
                workDays,
                startDate,
                endDate,
                usesDefaultSequence,
                sequenceVersion,
                false,
                pause,
                activatedAt,
                completedAt,
                createdAt,
                updatedAt,
                deletedAt,
                version);
    }

    /** What a person may change. */
    public CampaignSettings settings() {
        return new CampaignSettings(
                name,
                description,
                permissionMode,
                target,
                channelMix,
                floors,
                touchGapDays,
                channelCooldownDays,
                dailyLimit,
                timezone,
                workStart,
                workEnd,
                workDays,
                startDate,
                endDate);
    }

    /** A new draft; {@code settings} have passed {@link CampaignRules}. */
    public static Campaign draft(
            CampaignId id, ClientId clientId, CampaignOrigin origin, CampaignSettings settings, Instant now) {
        return draft(id, clientId, origin, settings, true, now);
    }

    /** A draft with this one's settings under another name, and nothing of its past. */
    public Campaign copied(CampaignId id, String name, Instant now) {
        return draft(id, clientId, origin, settings().renamed(name), usesDefaultSequence, now);
    }

    private static Campaign draft(
            CampaignId id,
            ClientId clientId,
            CampaignOrigin origin,
            CampaignSettings settings,
            boolean usesDefaultSequence,
            Instant now) {
        return new Campaign(
                id,
                clientId,
                settings.name(),
                settings.description(),
                origin,
                CampaignStatus.DRAFT,
                settings.permissionMode(),
                settings.target(),
                settings.channelMix(),
                settings.floors(),
                100,
                settings.touchGapDays(),
                settings.channelCooldownDays(),
                settings.dailyLimit(),
                settings.timezone(),
                settings.workStart(),
                settings.workEnd(),
                settings.workDays(),
                settings.startDate(),
                settings.endDate(),
                usesDefaultSequence,
                1,
                origin == CampaignOrigin.AI_SUGGESTED,
                null,
                null,
                null,
                now,
                now,
                null,
                0);
    }

    /** Whether it runs past its last day, which is included, on its own clock. */
    public boolean isOver(Instant now) {
        return status == CampaignStatus.ACTIVE
                && endDate != null
                && LocalDate.ofInstant(now, timezone).isAfter(endDate);
    }

    public Campaign with(CampaignSettings settings, Instant now) {
        return new CampaignDraft(this).settings(settings).at(now);
    }

    /** With its next version of steps. */
    public Campaign sequenced(int newest, boolean isDefault, Instant now) {
        return new CampaignDraft(this).sequence(newest, isDefault).at(now);
    }

    /** Running, with its share of the leads; whatever paused it is forgotten. */
    public Campaign activated(int share, Instant now) {
        return new CampaignDraft(this)
                .status(CampaignStatus.ACTIVE, null)
                .priority(share)
                .activated(activatedAt == null ? now : activatedAt)
                .at(now);
    }

    public Campaign paused(CampaignPause why, Instant now) {
        return new CampaignDraft(this).status(CampaignStatus.PAUSED, why).at(now);
    }

    public Campaign completed(Instant now) {
        return new CampaignDraft(this)
                .status(CampaignStatus.COMPLETED, null)
                .completed(now)
                .at(now);
    }

    public Campaign deleted(Instant now) {
        return new CampaignDraft(this).deleted(now).at(now);
    }
}

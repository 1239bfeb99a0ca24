package io.agencyos.domain.campaign;

import io.agencyos.domain.client.PermissionMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person may set on a campaign, checked by {@link CampaignRules}. Source: outreach 1.1. */
public record CampaignSettings(
        String name,
        @Nullable String description,
        @Nullable PermissionMode permissionMode,
        CampaignTarget target,
        ChannelMix channelMix,
        ChannelFloors floors,
        int touchGapDays,
        int channelCooldownDays,
        @Nullable Integer dailyLimit,
        ZoneId timezone,
        LocalTime workStart,
        LocalTime workEnd,
        Set<DayOfWeek> workDays,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate) {

    public CampaignSettings {
        workDays = Set.copyOf(workDays);
    }

    public CampaignSettings renamed(String other) {
        return new CampaignSettings(
                other,
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

    /** The defaults of a campaign of this name. */
    public static CampaignSettings named(String name, ZoneId timezone) {
        return new CampaignSettings(
                name,
                null,
                null,
                CampaignTarget.INHERITED,
                ChannelMix.DEFAULT,
                ChannelFloors.PLATFORM,
                2,
                5,
                null,
                timezone,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                null,
                null);
    }

    /** The same with another mix. */
    public CampaignSettings mixed(ChannelMix mix) {
        return new CampaignSettings(
                name,
                description,
                permissionMode,
                target,
                mix,
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

    /** The same with other cost floors. */
    public CampaignSettings floored(ChannelFloors other) {
        return new CampaignSettings(
                name,
                description,
                permissionMode,
                target,
                channelMix,
                other,
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

    /** The same with another target. */
    public CampaignSettings aimed(CampaignTarget other) {
        return new CampaignSettings(
                name,
                description,
                permissionMode,
                other,
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

    /** The same from one day to another, both included; null leaves an end open. */
    public CampaignSettings lasting(@Nullable LocalDate first, @Nullable LocalDate last) {
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
                first,
                last);
    }

    /** The same with the name and description as they are kept. */
    public CampaignSettings stripped() {
        return new CampaignSettings(
                name.strip(),
                description == null || description.isBlank() ? null : description.strip(),
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
}

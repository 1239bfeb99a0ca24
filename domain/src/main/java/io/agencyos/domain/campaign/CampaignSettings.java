package io.agencyos.domain.campaign;

import io.agencyos.domain.client.PermissionMode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a person may set on a campaign, checked by {@link CampaignRules}. Source: outreach 1.1.
 *
 * @param permissionMode null inherits the client's
 * @param startDate first day on the campaign's own clock, null for at once
 * @param endDate last day, included; null for none
 */
public record CampaignSettings(
        String name,
        @Nullable String description,
        @Nullable PermissionMode permissionMode,
        CampaignTarget target,
        ChannelMix channelMix,
        ChannelFloors floors,
        TouchPace pace,
        ZoneId timezone,
        WorkHours workHours,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate) {

    /** The defaults of a campaign of this name. */
    public static CampaignSettings named(String name, ZoneId timezone) {
        return new CampaignSettings(
                name,
                null,
                null,
                CampaignTarget.INHERITED,
                ChannelMix.DEFAULT,
                ChannelFloors.PLATFORM,
                TouchPace.DEFAULT,
                timezone,
                WorkHours.DEFAULT,
                null,
                null);
    }

    public CampaignSettings renamed(String other) {
        return described(other, description);
    }

    /** The same with the name and description as they are kept. */
    public CampaignSettings stripped() {
        return described(name.strip(), description == null || description.isBlank() ? null : description.strip());
    }

    /** The same with another mix. */
    public CampaignSettings mixed(ChannelMix mix) {
        return reaching(target, mix, floors);
    }

    /** The same with other cost floors. */
    public CampaignSettings floored(ChannelFloors other) {
        return reaching(target, channelMix, other);
    }

    /** The same with another target. */
    public CampaignSettings aimed(CampaignTarget other) {
        return reaching(other, channelMix, floors);
    }

    /** The same in another mode; null inherits the client's. */
    public CampaignSettings permitted(@Nullable PermissionMode mode) {
        return new CampaignSettings(
                name, description, mode, target, channelMix, floors, pace, timezone, workHours, startDate, endDate);
    }

    /** The same at another pace. */
    public CampaignSettings paced(TouchPace other) {
        return timed(other, workHours, startDate, endDate);
    }

    /** The same in other work hours. */
    public CampaignSettings working(WorkHours other) {
        return timed(pace, other, startDate, endDate);
    }

    /** The same from one day to another, both included; null leaves an end open. */
    public CampaignSettings lasting(@Nullable LocalDate first, @Nullable LocalDate last) {
        return timed(pace, workHours, first, last);
    }

    private CampaignSettings described(String called, @Nullable String text) {
        return new CampaignSettings(
                called,
                text,
                permissionMode,
                target,
                channelMix,
                floors,
                pace,
                timezone,
                workHours,
                startDate,
                endDate);
    }

    private CampaignSettings reaching(CampaignTarget whom, ChannelMix mix, ChannelFloors least) {
        return new CampaignSettings(
                name, description, permissionMode, whom, mix, least, pace, timezone, workHours, startDate, endDate);
    }

    private CampaignSettings timed(
            TouchPace other, WorkHours hours, @Nullable LocalDate first, @Nullable LocalDate last) {
        return new CampaignSettings(
                name, description, permissionMode, target, channelMix, floors, other, timezone, hours, first, last);
    }
}

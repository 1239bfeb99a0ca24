package io.agencyos.application.campaign;

import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.client.PermissionMode;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Settings of a campaign with one thing changed. */
final class Settings {

    private Settings() {}

    static CampaignSettings onAutopilot(CampaignSettings of) {
        return changed(of, of.name(), PermissionMode.AUTOPILOT, of.workStart());
    }

    static CampaignSettings named(CampaignSettings of, String name) {
        return changed(of, name, of.permissionMode(), of.workStart());
    }

    static CampaignSettings workingFrom(CampaignSettings of, LocalTime start) {
        return changed(of, of.name(), of.permissionMode(), start);
    }

    private static CampaignSettings changed(
            CampaignSettings of, String name, @Nullable PermissionMode mode, LocalTime workStart) {
        return new CampaignSettings(
                name,
                of.description(),
                mode,
                of.target(),
                of.channelMix(),
                of.floors(),
                of.touchGapDays(),
                of.channelCooldownDays(),
                of.dailyLimit(),
                of.timezone(),
                workStart,
                of.workEnd(),
                of.workDays(),
                of.startDate(),
                of.endDate());
    }
}

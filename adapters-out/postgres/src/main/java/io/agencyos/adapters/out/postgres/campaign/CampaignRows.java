package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignLife;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignPause;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.SequenceUse;
import io.agencyos.domain.campaign.TouchPace;
import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.campaign.sequence.StepSkipIf;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A campaign from its row. */
final class CampaignRows {

    private CampaignRows() {}

    static Campaign read(ResultSet row) throws SQLException {
        return new Campaign(
                Rows.id(row, "id", CampaignId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.word(row, "kind", CampaignOrigin.class),
                settings(row),
                row.getInt("lead_allocation_pct"),
                new SequenceUse(
                        row.getInt("sequence_version"),
                        row.getBoolean("uses_default_sequence"),
                        row.getBoolean("adaptive_rules")),
                life(row),
                row.getBoolean("own_senders"),
                row.getInt("row_version"));
    }

    private static CampaignSettings settings(ResultSet row) throws SQLException {
        return new CampaignSettings(
                Rows.text(row, "name"),
                row.getString("description"),
                Rows.wordOrNull(row, "permission_mode", PermissionMode.class),
                new CampaignTarget(
                        Rows.texts(row, "target_industries"), Rows.texts(row, "target_titles"),
                        Rows.texts(row, "target_company_sizes"), Rows.texts(row, "target_locations")),
                new ChannelMix(
                        row.getInt("pct_email"),
                        row.getInt("pct_sms"),
                        row.getInt("pct_linkedin"),
                        row.getInt("pct_voice"),
                        row.getInt("pct_mail")),
                new ChannelFloors(
                        Rows.intOrNull(row, "voice_min_als"),
                        Rows.intOrNull(row, "sms_min_als"),
                        Rows.intOrNull(row, "mail_min_als")),
                new TouchPace(
                        row.getInt("touch_gap_days"),
                        row.getInt("channel_cooldown_days"),
                        Rows.intOrNull(row, "daily_limit")),
                ZoneId.of(Rows.text(row, "timezone")),
                new WorkHours(
                        row.getObject("work_start", LocalTime.class),
                        row.getObject("work_end", LocalTime.class),
                        days(row)),
                row.getObject("start_date", LocalDate.class),
                row.getObject("end_date", LocalDate.class));
    }

    private static CampaignLife life(ResultSet row) throws SQLException {
        return new CampaignLife(
                Rows.word(row, "status", CampaignStatus.class),
                pause(row),
                Rows.instantOrNull(row, "activated_at"),
                Rows.instantOrNull(row, "completed_at"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                Rows.instantOrNull(row, "deleted_at"));
    }

    static SequenceStep step(ResultSet row) throws SQLException {
        return new SequenceStep(
                row.getInt("step_no"),
                Rows.word(row, "channel", Channel.class),
                Rows.word(row, "touch_kind", TouchKind.class),
                row.getInt("day_offset"),
                Rows.wordOrNull(row, "purpose", StepPurpose.class),
                Rows.wordOrNull(row, "skip_if", StepSkipIf.class),
                Rows.intOrNull(row, "min_als"),
                Rows.wordOrNull(row, "fallback_channel", Channel.class),
                Rows.intOrNull(row, "fallback_day_offset"),
                row.getBoolean("spare_only"),
                row.getBoolean("thread"),
                row.getBoolean("skip_if_bounced"),
                row.getString("subject_template"),
                Rows.text(row, "body_template"));
    }

    private static Set<DayOfWeek> days(ResultSet row) throws SQLException {
        Short[] days = (Short[]) row.getArray("work_days").getArray();
        return Arrays.stream(days).map(day -> DayOfWeek.of(day)).collect(Collectors.toSet());
    }

    private static @Nullable CampaignPause pause(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "paused_at");
        return at == null
                ? null
                : new CampaignPause(
                        at,
                        Rows.word(row, "pause_origin", CampaignPause.Origin.class),
                        row.getString("pause_reason"),
                        Rows.idOrNull(row, "paused_by", UserId::new));
    }
}

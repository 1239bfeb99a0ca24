package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignPause;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Campaigns in {@code campaign}, their immutable sequences in {@code campaign_sequence} and {@code campaign_step}. */
public final class PostgresCampaigns implements Campaigns {

    private static final String ROWS = """
        select c.*, exists (select from campaign_resource r where r.client_id = c.client_id and r.campaign_id = c.id)
               as own_senders
          from campaign c where c.client_id = :client and c.deleted_at is null
        """;
    private static final String BY_ID = ROWS + " and c.id = :id";

    private final IdSource ids;

    public PostgresCampaigns(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public Optional<Campaign> find(ClientId client, CampaignId id) {
        return one(BY_ID, client, id);
    }

    @Override
    public Optional<Campaign> findForShare(ClientId client, CampaignId id) {
        return one(BY_ID + " for share of c", client, id);
    }

    @Override
    public Optional<Campaign> findForUpdate(ClientId client, CampaignId id) {
        return one(BY_ID + " for update of c", client, id);
    }

    private static Optional<Campaign> one(String sql, ClientId client, CampaignId id) {
        return Db.query(sql)
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> CampaignRows.read(row))
                .findOne();
    }

    @Override
    public List<Campaign> all(ClientId client) {
        return Db.query(ROWS + " order by c.created_at, c.id")
                .bind("client", client)
                .map((row, context) -> CampaignRows.read(row))
                .list();
    }

    @Override
    public Set<CampaignId> completedBy(ClientId client, Instant then) {
        return Db.query("""
            select id from campaign where client_id = :client and status = 'completed' and completed_at <= :then
            """)
                .bind("client", client)
                .bind("then", then)
                .map((row, context) -> Rows.id(row, "id", CampaignId::new))
                .set();
    }

    @Override
    public List<CampaignSender> senders(ClientId client, CampaignId campaign) {
        return CampaignSenderRows.of(client, campaign);
    }

    @Override
    public boolean addSender(CampaignSender sender) {
        return CampaignSenderRows.insert(sender);
    }

    @Override
    public CampaignSender updateSender(CampaignSender sender) {
        return CampaignSenderRows.update(sender);
    }

    @Override
    public void removeSender(CampaignSender sender) {
        CampaignSenderRows.delete(sender);
    }

    @Override
    public void sendersUsed(ClientId client, Collection<UUID> used, Instant at) {
        CampaignSenderRows.used(client, used, at);
    }

    @Override
    public void insert(Campaign campaign, Sequence sequence) {
        bind(Db.update("""
            insert into campaign (client_id, id, name, description, kind, status, permission_mode, target_industries,
                   target_titles, target_company_sizes, target_locations, pct_email, pct_sms, pct_linkedin, pct_voice,
                   pct_mail, voice_min_als, sms_min_als, mail_min_als, lead_allocation_pct, sequence_version,
                   touch_gap_days, channel_cooldown_days, daily_limit, timezone, work_start, work_end, work_days,
                   start_date, end_date, uses_default_sequence, adaptive_rules, paused_at, pause_reason, paused_by, pause_origin,
                   activated_at, completed_at, created_at, updated_at)
            values (:client, :id, :name, :description, :kind, :status, :permission, :industries, :titles, :sizes, :locations,
                   :email, :sms, :linkedin, :voice, :mail, :voiceFloor, :smsFloor, :mailFloor, :priority, :sequence, :gap,
                   :cooldown, :daily, :zone, :workStart, :workEnd, :workDays, :startDate, :endDate, :usesDefault, :adaptive, :pausedAt,
                   :pauseReason, :pausedBy, :pauseOrigin, :activated, :completed, :created, :updated)
            """), campaign)
                .bind("kind", campaign.origin())
                .bind("created", campaign.createdAt())
                .execute();
        addSequence(sequence);
    }

    @Override
    public Campaign update(Campaign campaign) {
        int written = bind(Db.update("""
            update campaign
               set name = :name, description = :description, status = :status, permission_mode = :permission,
                   target_industries = :industries, target_titles = :titles, target_company_sizes = :sizes,
                   target_locations = :locations, pct_email = :email, pct_sms = :sms, pct_linkedin = :linkedin,
                   pct_voice = :voice, pct_mail = :mail, voice_min_als = :voiceFloor, sms_min_als = :smsFloor,
                   mail_min_als = :mailFloor, lead_allocation_pct = :priority, sequence_version = :sequence,
                   touch_gap_days = :gap, channel_cooldown_days = :cooldown, daily_limit = :daily, timezone = :zone,
                   work_start = :workStart, work_end = :workEnd, work_days = :workDays, start_date = :startDate,
                   end_date = :endDate, uses_default_sequence = :usesDefault, adaptive_rules = :adaptive, paused_at = :pausedAt,
                   pause_reason = :pauseReason, paused_by = :pausedBy, pause_origin = :pauseOrigin,
                   activated_at = :activated, completed_at = :completed, updated_at = :updated, deleted_at = :deleted,
                   row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version
            """), campaign)
                .bind("version", campaign.version())
                .bindByType("deleted", campaign.life().deletedAt(), Instant.class)
                .execute();
        if (written == 0) {
            throw new ConcurrentUpdate("campaign " + campaign.id());
        }
        return campaign.stored(campaign.priorityPct(), campaign.version() + 1);
    }

    @Override
    public void share(ClientId client, Map<CampaignId, Integer> priorities) {
        RowSet rows = new RowSet();
        priorities.forEach((id, priority) -> rows.row().set("id", id.text()).set("priority", priority));
        Db.update("""
            update campaign c
               set lead_allocation_pct = r.priority, row_version = c.row_version + 1
              from jsonb_to_recordset(:rows) as r(id uuid, priority smallint)
             where c.client_id = :client and c.id = r.id and c.deleted_at is null
            """).bind("client", client).bind("rows", rows.json()).execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Campaign campaign) {
        CampaignPause pause = campaign.pause();
        CampaignSettings settings = campaign.settings();
        return statement
                .bind("client", campaign.clientId())
                .bind("id", campaign.id())
                .bind("name", campaign.name())
                .bind("description", settings.description())
                .bind("status", campaign.status())
                .bind(
                        "permission",
                        campaign.permissionMode() == null
                                ? null
                                : campaign.permissionMode().wire())
                .bind("industries", campaign.target().industries().toArray(String[]::new))
                .bind("titles", campaign.target().titles().toArray(String[]::new))
                .bind("sizes", campaign.target().companySizes().toArray(String[]::new))
                .bind("locations", campaign.target().locations().toArray(String[]::new))
                .bind("email", campaign.channelMix().email())
                .bind("sms", campaign.channelMix().sms())
                .bind("linkedin", campaign.channelMix().linkedin())
                .bind("adaptive", campaign.sequence().adaptive())
                .bind("voice", campaign.channelMix().voice())
                .bind("mail", campaign.channelMix().mail())
                .bind("voiceFloor", campaign.floors().voice())
                .bind("smsFloor", campaign.floors().sms())
                .bind("mailFloor", campaign.floors().mail())
                .bind("priority", campaign.priorityPct())
                .bind("sequence", campaign.sequence().version())
                .bind("gap", settings.pace().gapDays())
                .bind("cooldown", settings.pace().channelCooldownDays())
                .bind("daily", settings.pace().dailyLimit())
                .bind("zone", campaign.timezone().getId())
                .bind("workStart", settings.workHours().start())
                .bind("workEnd", settings.workHours().end())
                .bind(
                        "workDays",
                        settings.workHours().days().stream()
                                .map(day -> (short) day.getValue())
                                .toArray(Short[]::new))
                .bindByType("startDate", settings.startDate(), LocalDate.class)
                .bindByType("endDate", settings.endDate(), LocalDate.class)
                .bind("usesDefault", campaign.sequence().isDefault())
                .bindByType("pausedAt", pause == null ? null : pause.at(), Instant.class)
                .bind("pauseReason", pause == null ? null : pause.reason())
                .bindByType("pausedBy", pause == null ? null : pause.by(), UserId.class)
                .bind("pauseOrigin", pause == null ? null : pause.origin().wire())
                .bindByType("activated", campaign.life().activatedAt(), Instant.class)
                .bindByType("completed", campaign.life().completedAt(), Instant.class)
                .bind("updated", campaign.life().updatedAt());
    }

    @Override
    public Optional<Sequence> sequence(ClientId client, CampaignId id, int version) {
        return Optional.ofNullable(sequences(
                        "q.campaign_id = :id and q.version = :version",
                        query -> query.bind("client", client).bind("id", id).bind("version", version),
                        client)
                .get(id));
    }

    @Override
    public Map<CampaignId, Sequence> newestSequences(ClientId client) {
        return sequences("""
            exists (select 1 from campaign c where c.client_id = :client and c.id = q.campaign_id
                       and c.sequence_version = q.version and c.deleted_at is null)
            """, query -> query.bind("client", client), client);
    }

    private static Map<CampaignId, Sequence> sequences(String which, UnaryOperator<Query> bindings, ClientId client) {
        Map<CampaignId, Sequence> sequences = new HashMap<>();
        bindings.apply(Db.query("""
            select q.campaign_id as of_campaign, q.version as of_version, q.created_at as made_at, s.*
              from campaign_sequence q
              left join campaign_step s on s.client_id = q.client_id and s.campaign_id = q.campaign_id
                   and s.sequence_version = q.version
             where q.client_id = :client and\s\
            """ + which + " order by q.campaign_id, s.step_no"))
                .map((row, context) -> {
                    CampaignId id = Rows.id(row, "of_campaign", CampaignId::new);
                    Sequence known = sequences.get(id);
                    List<SequenceStep> steps = new ArrayList<>(known == null ? List.of() : known.steps());
                    if (Rows.intOrNull(row, "step_no") != null) {
                        steps.add(CampaignRows.step(row));
                    }
                    sequences.put(
                            id,
                            new Sequence(client, id, row.getInt("of_version"), steps, Rows.instant(row, "made_at")));
                    return id;
                })
                .list();
        return sequences;
    }

    @Override
    public void addSequence(Sequence sequence) {
        Db.update("""
            insert into campaign_sequence (client_id, campaign_id, version, origin, steps, created_at)
            values (:client, :campaign, :version, 'custom', :steps, :at)
            """)
                .bind("client", sequence.clientId())
                .bind("campaign", sequence.campaignId())
                .bind("version", sequence.version())
                .bind("steps", sequence.steps().size())
                .bind("at", sequence.createdAt())
                .execute();
        RowSet rows = new RowSet();
        sequence.steps()
                .forEach(step -> rows.row()
                        .set("id", ids.next().toString())
                        .set("step_no", step.stepNo())
                        .set("channel", step.channel())
                        .set("touch_kind", step.touchKind())
                        .set("day_offset", step.dayOffset())
                        .set("purpose", step.purpose())
                        .set("skip_if", step.skipIf())
                        .set("min_als", step.minAls())
                        .set("fallback_channel", step.fallbackChannel())
                        .set("fallback_day_offset", step.fallbackDayOffset())
                        .set("spare_only", step.spareOnly())
                        .set("thread", step.thread())
                        .set("skip_if_bounced", step.skipIfBounced())
                        .set("subject_template", step.subjectTemplate())
                        .set("body_template", step.bodyTemplate()));
        Db.update("""
            insert into campaign_step (client_id, id, campaign_id, sequence_version, step_no, channel, touch_kind, day_offset,
                   purpose, skip_if, min_als, fallback_channel, fallback_day_offset, spare_only, thread, skip_if_bounced,
                   subject_template, body_template)
            select :client, id, :campaign, :version, step_no, channel, touch_kind, day_offset, purpose, skip_if, min_als,
                   fallback_channel, fallback_day_offset, spare_only, thread, skip_if_bounced, subject_template, body_template
              from jsonb_to_recordset(:rows) as r(id uuid, step_no smallint, channel text, touch_kind text,
                   day_offset smallint, purpose text, skip_if text, min_als smallint, fallback_channel text,
                   fallback_day_offset smallint, spare_only boolean, thread boolean, skip_if_bounced boolean,
                   subject_template text, body_template text)
            """)
                .bind("client", sequence.clientId())
                .bind("campaign", sequence.campaignId())
                .bind("version", sequence.version())
                .bind("rows", rows.json())
                .execute();
    }
}

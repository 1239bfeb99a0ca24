package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.outlook.Outlooks;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One common table says how each lead stands; the questions differ in what they make of it. */
public final class PostgresOutlooks implements Outlooks {

    private static final String OUTLOOK = """
        with stands as (
            select l.id lead_id, concat_ws(' ', l.first_name, l.last_name) lead_name, coalesce(e.campaign_id, l.campaign_id) campaign_id, e.status state,
                   e.remedy, coalesce(j.scheduled_at, e.snoozed_until, e.next_due_at) planned_at, e.hold_until, l.blocked_until,
                   case when cl.paused_at is not null then 'client_paused'
                        when sub.status is distinct from 'active' and sub.status is distinct from 'trialing'
                             then 'subscription_inactive'
                        when coalesce(e.campaign_id, l.campaign_id) is null then 'not_assigned'
                        when c.status is distinct from 'active' then 'campaign_inactive'
                        when e.status = 'awaiting_outcome' then 'reply_open'
                        when e.status = 'held' then e.hold_code
                        when j.status = 'awaiting_approval' then 'approval_required'
                        when l.blocked_code is not null and (l.blocked_until is null or l.blocked_until > :now)
                             then l.blocked_code
                        when e.id is not null and j.status is null
                             and (l.outreach_paused_at is not null
                                  or 'manual' = coalesce(case when l.override_until is null or l.override_until > :now
                                                              then l.permission_mode_override end,
                                                         c.permission_mode, cl.default_permission_mode))
                             then 'manual_mode'
                        when last.stop_reason is not null then last.stop_reason
                        when e.id is null and l.als_score is null then 'not_scored'
                        when e.id is null and l.als_tier = 'dead' then 'als_dead'
                        when e.id is null then coalesce(over.code, 'enrolment_state') end code
              from lead l
              join client cl on cl.client_id = l.client_id
              left join subscription sub on sub.client_id = l.client_id and sub.status <> 'cancelled'
              left join enrolment e on e.client_id = l.client_id and e.lead_id = l.id
                   and e.status not in ('completed', 'converted', 'stopped')
              left join campaign c on c.client_id = l.client_id and c.id = coalesce(e.campaign_id, l.campaign_id)
                   and c.deleted_at is null
              left join lateral (
                   select t.scheduled_at, t.status from outreach_job t
                    where t.client_id = e.client_id and t.enrolment_id = e.id
                      and t.status in ('planned', 'awaiting_approval', 'ready', 'queued', 'dispatching', 'unknown')
                    order by t.created_at desc, t.id desc
                    limit 1) j on true
              left join lateral (
                   select r.id, r.stop_reason from enrolment r
                    where e.id is null and r.client_id = l.client_id and r.lead_id = l.id
                    order by r.created_at desc, r.id desc limit 1) last on true
              left join lateral (
                   select s.code from enrolment_step s
                    where s.client_id = l.client_id and s.enrolment_id = last.id and s.outcome = 'refused'
                    order by s.step_no
                    limit 1) over on true
             where l.client_id = :client and l.deleted_at is null
               and (e.id is not null or l.status in ('new', 'enriched', 'scored'))),
        outlook as (
            select *, case code when 'client_paused' then null when 'subscription_inactive' then null
                                when 'not_assigned' then null when 'campaign_inactive' then null
                                when 'reply_open' then null when 'approval_required' then null
                                when 'not_scored' then null when 'manual_mode' then null
                                else case when state = 'held' then hold_until when state is not null then blocked_until
                                          when blocked_until > :now then blocked_until end end until
              from stands)
        """;

    @Override
    public List<Group> groups(ClientId client, Instant now) {
        return Db.query(OUTLOOK + """
            select campaign_id, code, count(*) leads, min(case when code is null then planned_at else until end) earliest
              from outlook
             group by campaign_id, code
             order by campaign_id, code nulls first
            """)
                .bind("client", client)
                .bind("now", now)
                .map((row, context) -> new Group(
                        Rows.idOrNull(row, "campaign_id", CampaignId::new),
                        row.getString("code"),
                        row.getInt("leads"),
                        Rows.instantOrNull(row, "earliest")))
                .list();
    }

    @Override
    public Optional<Held> against(ClientId client, LeadId lead, Instant now) {
        return Db.query(OUTLOOK + "select * from outlook where lead_id = :lead and code is not null")
                .bind("client", client)
                .bind("now", now)
                .bind("lead", lead)
                .map((row, context) -> held(row))
                .findOne();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                Rows.id(row, "lead_id", LeadId::new),
                Rows.text(row, "lead_name"),
                Rows.idOrNull(row, "campaign_id", CampaignId::new),
                Rows.text(row, "code"),
                Rows.instantOrNull(row, "until"),
                "held".equals(row.getString("state")) ? row.getString("remedy") : null);
    }

    @Override
    public List<Held> behind(
            ClientId client,
            String code,
            @Nullable CampaignId campaign,
            Instant now,
            @Nullable After after,
            int limit) {
        return Db.query(OUTLOOK + """
            select * from outlook
             where code = :code and (:campaign::uuid is null or campaign_id = :campaign)
               and (lower(lead_name) collate "C", lead_id) > (lower(:after_name) collate "C", :after_lead)
             order by lower(lead_name) collate "C", lead_id limit :limit
            """)
                .bind("client", client)
                .bind("now", now)
                .bind("code", code)
                .bind("campaign", campaign)
                .bind("after_name", after == null ? "" : after.name())
                .bind(
                        "after_lead",
                        after == null ? new UUID(0, 0) : after.lead().value())
                .bind("limit", limit)
                .map((row, context) -> held(row))
                .list();
    }
}

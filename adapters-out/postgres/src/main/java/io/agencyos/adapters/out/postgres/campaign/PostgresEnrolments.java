package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.campaign.store.VersionTrial;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Enrolments in {@code enrolment} and {@code enrolment_step}; every write is one statement however many rows it carries. */
public final class PostgresEnrolments implements Enrolments {

    private static final String OVER = "('completed', 'converted', 'stopped')";

    private static final String NAMES = EnrolmentRows.TYPES.replaceAll("(\\w+) [a-z]+(,|$)", "$1$2");

    private static final String INSERT = "insert into enrolment (" + NAMES + ") select " + NAMES + " from {rows}";

    private static final String INSERT_STEPS = """
        insert into enrolment_step (client_id, enrolment_id, step_no, campaign_id, outcome, code, touch_id, decided_at)
        select client_id, enrolment_id, step_no, campaign_id, outcome, code, touch_id, decided_at from {rows}
        """;

    @Override
    public void insertAll(Collection<Enrolment> enrolments, Collection<EnrolmentStep> steps) {
        if (!enrolments.isEmpty()) {
            RowBatch.Ready rows = EnrolmentRows.batch(enrolments).ready();
            Db.later(() -> rows.update(INSERT).execute());
        }
        if (!steps.isEmpty()) {
            RowBatch.Ready rows = EnrolmentRows.stepBatch(enrolments, steps).ready();
            Db.later(() -> rows.update(INSERT_STEPS).execute());
        }
    }

    @Override
    public List<Enrolment> findAll(ClientId client, Collection<EnrolmentId> ids) {
        return list(Db.query("select * from enrolment where client_id = :client and id = any (:ids) order by id")
                .bind("client", client)
                .bind("ids", Db.uuids(ids)));
    }

    @Override
    public Map<LeadId, Enrolment> newest(ClientId client, Collection<LeadId> leads) {
        Map<LeadId, Enrolment> newest = new HashMap<>();
        list(Db.query("""
            select distinct on (lead_id) * from enrolment where client_id = :client and lead_id = any (:leads)
             order by lead_id, created_at desc, id desc
            """).bind("client", client).bind("leads", Db.uuids(leads)))
                .forEach(enrolment -> newest.put(enrolment.leadId(), enrolment));
        return newest;
    }

    @Override
    public Set<LeadId> enrolled(ClientId client, Collection<LeadId> leads) {
        return new HashSet<>(
                Db.query("select lead_id from enrolment where client_id = :client and lead_id = any (:leads)"
                                + " and status not in " + OVER)
                        .bind("client", client)
                        .bind("leads", Db.uuids(leads))
                        .mapTo(LeadId.class)
                        .list());
    }

    @Override
    public List<Enrolment> lockAll(ClientId client, Collection<EnrolmentId> ids) {
        return list(Db.query("""
            select * from enrolment where client_id = :client and id = any (:ids) order by id for update
            """).bind("client", client).bind("ids", Db.uuids(ids)));
    }

    @Override
    public List<Enrolment> lockLive(ClientId client, Collection<LeadId> leads) {
        return list(Db.query("select * from enrolment where client_id = :client and lead_id = any (:leads)"
                        + " and status not in " + OVER + " order by id for update")
                .bind("client", client)
                .bind("leads", Db.uuids(leads)));
    }

    /** A step is due: its campaign is active, its lead not blocked, and no touch of its enrolment under way. */
    private static final String DUE = """
         from enrolment e
          join campaign c on c.client_id = e.client_id and c.id = e.campaign_id and c.status = 'active'
               and c.deleted_at is null
          join lead l on l.client_id = e.client_id and l.id = e.lead_id
               and (l.blocked_until is null or l.blocked_until <= :now)
         where e.client_id = :client and e.status in ('pending', 'active') and e.next_due_at <= :until
           and not exists (
               select 1 from outreach_job j
                where j.client_id = e.client_id and j.enrolment_id = e.id and j.status in
                      ('planned', 'awaiting_approval', 'ready', 'queued', 'dispatching', 'unknown'))
        """;

    @Override
    public List<Enrolment> lockDue(ClientId client, Instant now, Instant until, int limit) {
        List<Enrolment> locked = list(Db.query("select e.*" + DUE + """
             order by e.next_due_at, l.als_score desc nulls last, e.id
             limit :limit
               for update of e skip locked
            """)
                .bind("client", client)
                .bind("now", now)
                .bind("until", until)
                .bind("limit", limit));
        // a touch that was committed after this statement began to look is seen by the next one only; from here on the
        // locks keep others out
        Set<EnrolmentId> underWay =
                underWay(client, locked.stream().map(Enrolment::id).toList());
        return locked.stream()
                .filter(enrolment -> !underWay.contains(enrolment.id()))
                .toList();
    }

    @Override
    public Set<LeadId> putOffStarts(ClientId client, CampaignId campaign, Instant now, Instant until, Instant to) {
        List<EnrolmentId> locked = Db.query("select e.id" + DUE + """
               and e.campaign_id = :campaign and e.next_step = 1
             order by e.id
               for update of e skip locked
            """)
                .bind("client", client)
                .bind("campaign", campaign)
                .bind("now", now)
                .bind("until", until)
                .mapTo(EnrolmentId.class)
                .list();
        // as above: what was planned meanwhile shows only now
        Set<EnrolmentId> underWay = underWay(client, locked);
        locked.removeIf(underWay::contains);
        return new HashSet<>(Db.query("""
            update enrolment set next_due_at = :to, updated_at = now(), row_version = row_version + 1
             where client_id = :client and id = any (:ids)
            returning lead_id
            """)
                .bind("to", to)
                .bind("client", client)
                .bind("ids", Db.uuids(locked))
                .mapTo(LeadId.class)
                .list());
    }

    @Override
    public Map<CampaignId, VersionTrial> trials(ClientId client, Collection<CampaignId> campaigns) {
        return VersionTrials.of(client, campaigns);
    }

    private static Set<EnrolmentId> underWay(ClientId client, List<EnrolmentId> enrolments) {
        if (enrolments.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(Db.query("""
            select enrolment_id from outreach_job
             where client_id = :client and enrolment_id = any (:ids) and status in
                   ('planned', 'awaiting_approval', 'ready', 'queued', 'dispatching', 'unknown')
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(enrolments))
                .mapTo(EnrolmentId.class)
                .list());
    }

    @Override
    public Map<Optional<ResourceId>, Integer> followUpsDue(ClientId client, Instant until) {
        return DueSteps.followUps(client, until);
    }

    @Override
    public int startsDue(ClientId client, Instant until) {
        return DueSteps.starts(client, until);
    }

    @Override
    public Map<Channel, Integer> stepsDue(ClientId client, CampaignId campaign, Instant until) {
        return DueSteps.byChannel(client, campaign, until);
    }

    @Override
    public List<Enrolment> lockWaking(ClientId client, Instant now, int limit) {
        return list(Db.query("""
            select * from enrolment
             where client_id = :client
               and (status = 'snoozed' and snoozed_until <= :now or status = 'held' and hold_until <= :now)
             order by case status when 'snoozed' then snoozed_until else hold_until end, id
             limit :limit
               for update skip locked
            """).bind("client", client).bind("now", now).bind("limit", limit));
    }

    @Override
    public List<Enrolment> lockHeld(ClientId client, String code, int limit) {
        return list(Db.query("""
            select * from enrolment where client_id = :client and status = 'held' and hold_code = :code
             order by created_at, id
             limit :limit
               for update skip locked
            """).bind("client", client).bind("code", code).bind("limit", limit));
    }

    @Override
    public void updateAll(Collection<Enrolment> enrolments) {
        if (enrolments.isEmpty()) {
            return;
        }
        // the ids are named apart from the rows, see PostgresLeads.updateAll
        int written = Db.update("""
            update enrolment e
               set status = r.status, anchor_date = r.anchor_date, current_step = r.current_step,
                   last_step_date = r.last_step_date, next_step = r.next_step, next_due_at = r.next_due_at,
                   snoozed_until = r.snoozed_until, hold_code = r.hold_code, hold_until = r.hold_until,
                   remedy = r.remedy, stop_reason = r.stop_reason, resource_id = r.resource_id,
                   started_at = r.started_at, ended_at = r.ended_at, updated_at = now(),
                   row_version = e.row_version + 1
              from jsonb_to_recordset(:rows) as r(\
            """ + EnrolmentRows.TYPES + """
            )
             where e.client_id = :client and e.id = any (:ids) and e.id = r.id and e.row_version = r.row_version
            """)
                .bind("client", enrolments.iterator().next().clientId())
                .bind("ids", Db.uuids(enrolments.stream().map(Enrolment::id).toList()))
                .bind("rows", EnrolmentRows.of(enrolments).json())
                .execute();
        if (written != enrolments.size()) {
            throw new ConcurrentUpdate(
                    "enrolment: " + (enrolments.size() - written) + " of " + enrolments.size() + " changed meanwhile");
        }
    }

    private record StepNo(EnrolmentId enrolment, int stepNo) {}

    @Override
    public void settle(Collection<EnrolmentStep> steps) {
        // the first decision about a step is the one that counts, also within one call
        Map<StepNo, EnrolmentStep> first = new LinkedHashMap<>();
        steps.forEach(step -> first.merge(
                new StepNo(step.enrolmentId(), step.stepNo()),
                step,
                (earlier, later) -> earlier.outcome() == EnrolmentStep.Outcome.PENDING ? later : earlier));
        if (first.isEmpty()) {
            return;
        }
        Db.update("""
            update enrolment_step s
               set outcome = r.outcome, code = r.code, touch_id = r.touch_id, decided_at = r.decided_at,
                   updated_at = now(), row_version = s.row_version + 1
              from jsonb_to_recordset(:rows) as r(\
            """ + EnrolmentRows.STEP_TYPES + """
            )
             where s.client_id = :client and s.enrolment_id = any (:ids) and s.enrolment_id = r.enrolment_id
               and s.step_no = r.step_no and s.outcome = 'pending'
            """)
                .bind("client", steps.iterator().next().clientId())
                .bind(
                        "ids",
                        Db.uuids(first.keySet().stream().map(StepNo::enrolment).toList()))
                .bind("rows", EnrolmentRows.steps(first.values()).json())
                .execute();
    }

    @Override
    public void refuseRest(ClientId client, Map<EnrolmentId, String> codes, Instant at) {
        if (codes.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        codes.forEach((enrolment, code) -> rows.row().set("id", enrolment).set("code", code));
        Db.update("""
            update enrolment_step s
               set outcome = 'refused', code = r.code, decided_at = :at, updated_at = now(),
                   row_version = s.row_version + 1
              from jsonb_to_recordset(:rows) as r(id uuid, code text)
             where s.client_id = :client and s.enrolment_id = any (:ids) and s.enrolment_id = r.id
               and s.outcome = 'pending'
               and not exists (
                   select 1 from outreach_job j
                    where j.client_id = s.client_id and j.enrolment_id = s.enrolment_id and j.step_no = s.step_no
                      and j.status in ('dispatching', 'unknown'))
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(codes.keySet()))
                .bind("rows", rows.json())
                .bind("at", at)
                .execute();
    }

    @Override
    public List<EnrolmentStep> steps(ClientId client, Collection<EnrolmentId> ids) {
        return Db.query("""
            select * from enrolment_step where client_id = :client and enrolment_id = any (:ids)
             order by enrolment_id, step_no
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(ids))
                .map((row, context) -> EnrolmentRows.readStep(row))
                .list();
    }

    @Override
    public Conservation conservation(ClientId client, @Nullable CampaignId campaign) {
        Map<String, Long> sums = new HashMap<>();
        Map<String, Long> refused = new HashMap<>();
        Map<String, Long> failed = new HashMap<>();
        String ofCampaign = campaign == null ? "" : " and campaign_id = :campaign";
        Query query = Db.query("""
            select 'enrolled' outcome, '' code, coalesce(sum(s.steps * e.runs), 0) steps
              from (select campaign_id, sequence_version, count(*) runs from enrolment
                     where client_id = :client%1$s group by campaign_id, sequence_version) e
              join campaign_sequence s on s.client_id = :client and s.campaign_id = e.campaign_id
                   and s.version = e.sequence_version
            union all
            select outcome, coalesce(code, ''), count(*) from enrolment_step
             where client_id = :client%1$s group by outcome, code
            """.formatted(ofCampaign)).bind("client", client);
        (campaign == null ? query : query.bind("campaign", campaign))
                .map((row, context) -> {
                    String outcome = Rows.text(row, "outcome");
                    long steps = row.getLong("steps");
                    sums.merge(outcome, steps, Long::sum);
                    if (outcome.equals("refused")) {
                        refused.merge(Rows.text(row, "code"), steps, Long::sum);
                    } else if (outcome.equals("failed")) {
                        failed.merge(Rows.text(row, "code"), steps, Long::sum);
                    }
                    return steps;
                })
                .list();
        return new Conservation(
                sums.getOrDefault("enrolled", 0L),
                sums.getOrDefault("sent", 0L),
                refused,
                failed,
                sums.getOrDefault("pending", 0L));
    }

    @Override
    public int repin(Sequence newest) {
        return Db.query("""
            with moving as (
                update enrolment e set sequence_version = :version, row_version = e.row_version + 1
                 where e.client_id = :client and e.campaign_id = :campaign and e.status = 'pending'
                   and not exists (select 1 from outreach_job t where t.client_id = e.client_id and t.enrolment_id = e.id
                                      and t.status in ('planned', 'awaiting_approval', 'ready', 'queued', 'dispatching',
                                                       'unknown'))
                   and not exists (select 1 from enrolment_step d where d.client_id = e.client_id and d.enrolment_id = e.id
                                      and d.outcome <> 'pending')
                returning e.id),
            gone as (
                delete from enrolment_step s using moving m
                 where s.client_id = :client and s.enrolment_id = m.id and s.step_no > :steps),
            more as (
                insert into enrolment_step (client_id, enrolment_id, step_no, campaign_id, outcome)
                select :client, m.id, n, :campaign, 'pending' from moving m cross join generate_series(1, :steps) n
                 where not exists (select 1 from enrolment_step s where s.client_id = :client and s.enrolment_id = m.id
                                      and s.step_no = n))
            select count(*) from moving
            """)
                .bind("client", newest.clientId())
                .bind("campaign", newest.campaignId())
                .bind("version", newest.version())
                .bind("steps", newest.steps().size())
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public Map<CampaignId, Map<EnrolmentState, Integer>> states(ClientId client) {
        Map<CampaignId, Map<EnrolmentState, Integer>> states = new HashMap<>();
        Db.query("select campaign_id, status, count(*)::int as runs from enrolment where client_id = :client"
                        + " group by 1, 2")
                .bind("client", client)
                .map((row, context) -> states.computeIfAbsent(
                                Rows.id(row, "campaign_id", CampaignId::new), id -> new EnumMap<>(EnrolmentState.class))
                        .put(Rows.word(row, "status", EnrolmentState.class), row.getInt("runs")))
                .list();
        return states;
    }

    @Override
    public List<EnrolmentId> live(ClientId client, CampaignId campaign, @Nullable EnrolmentId after, int limit) {
        Query query = Db.query("select id from enrolment where client_id = :client and campaign_id = :campaign"
                        + " and status not in " + OVER + (after == null ? "" : " and id > :after")
                        + " order by id limit :limit")
                .bind("client", client)
                .bind("campaign", campaign)
                .bind("limit", limit);
        return (after == null ? query : query.bind("after", after))
                .mapTo(EnrolmentId.class)
                .list();
    }

    private static List<Enrolment> list(Query query) {
        return query.map((row, context) -> EnrolmentRows.read(row)).list();
    }
}

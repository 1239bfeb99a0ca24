package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Touches in {@code outreach_job}, which is queue, outbox and ledger in one: the row that is queued with a lease is the
 * outbox row. Every write is one statement however many touches it carries.
 */
public final class PostgresTouches implements Touches {

    private static final String TO_THE_LEAD = "j.recipient = r.recipient and j.redirected_to is null";
    private static final String REDIRECTED = "j.redirected_to = r.recipient";

    private static final String LIVE = "('planned', 'awaiting_approval', 'ready', 'queued', 'dispatching', 'unknown')";

    @Override
    public Set<TouchId> insertNew(Collection<Touch> touches) {
        if (touches.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(Db.query("insert into outreach_job (" + TouchRows.NAMES + ") select " + TouchRows.NAMES
                        + " from jsonb_to_recordset(:rows) as r(" + TouchRows.TYPES
                        + ") on conflict do nothing returning id")
                .bind("rows", TouchRows.ofNew(touches).json())
                .mapTo(TouchId.class)
                .list());
    }

    @Override
    public List<Touch> findAll(ClientId client, Collection<TouchId> ids) {
        return list(Db.query("select * from outreach_job where client_id = :client and id = any (:ids) order by id")
                .bind("client", client)
                .bind("ids", Db.uuids(ids)));
    }

    @Override
    public List<Touch> ofLead(ClientId client, LeadId lead) {
        return list(Db.query("""
            select * from outreach_job where client_id = :client and lead_id = :lead order by created_at, id
            """).bind("client", client).bind("lead", lead));
    }

    @Override
    public Set<LeadId> underWay(ClientId client, Collection<LeadId> leads) {
        return Db.query("""
            select distinct lead_id from outreach_job
             where client_id = :client and lead_id = any (:leads) and status in ('dispatching', 'unknown')
            """)
                .bind("client", client)
                .bind("leads", Db.uuids(leads))
                .mapTo(LeadId.class)
                .set();
    }

    @Override
    public List<Touch> liveOfLead(ClientId client, LeadId lead) {
        return list(Db.query("select * from outreach_job where client_id = :client and lead_id = :lead and status in "
                        + LIVE + " order by created_at, id")
                .bind("client", client)
                .bind("lead", lead));
    }

    @Override
    public List<Touch> lockAll(ClientId client, Collection<TouchId> ids) {
        return list(Db.query("""
            select * from outreach_job where client_id = :client and id = any (:ids) order by id for update
            """).bind("client", client).bind("ids", Db.uuids(ids)));
    }

    @Override
    public List<Touch> lockLive(ClientId client, Collection<EnrolmentId> enrolments) {
        return list(Db.query("select * from outreach_job where client_id = :client and enrolment_id = any (:enrolments)"
                        + " and status in " + LIVE + " order by id for update")
                .bind("client", client)
                .bind("enrolments", Db.uuids(enrolments)));
    }

    @Override
    public void updateAll(Collection<Touch> touches) {
        Map<Boolean, List<Touch>> byText = touches.stream()
                .collect(Collectors.partitioningBy(touch -> touch.state().keepsText()));
        int written = write(byText.getOrDefault(true, List.of()), TouchRows.MOVED)
                + write(byText.getOrDefault(false, List.of()), TouchRows.MOVED_AND_WRITTEN);
        if (written != touches.size()) {
            throw new ConcurrentUpdate(
                    "touch: " + (touches.size() - written) + " of " + touches.size() + " changed meanwhile");
        }
    }

    /** The ids are named apart from the rows, see {@code PostgresLeads}. */
    private static int write(List<Touch> touches, TouchRows.Columns columns) {
        return touches.isEmpty()
                ? 0
                : Db.update(columns.update())
                        .bind("client", touches.getFirst().clientId())
                        .bind("ids", Db.uuids(touches.stream().map(Touch::id).toList()))
                        .bind("rows", TouchRows.of(touches, columns).json())
                        .execute();
    }

    @Override
    public List<Touch> withoutText(ClientId client, Instant now, Instant until, int limit) {
        return list(Db.query("""
            select j.* from outreach_job j
             where j.client_id = :client and j.status = 'planned' and j.body is null and j.scheduled_at <= :until
               and (j.scheduled_at <= :now or j.reject_code is distinct from :again)
             order by j.scheduled_at, j.id
             limit :limit
            """)
                .bind("client", client)
                .bind("now", now)
                .bind("until", until)
                .bind("again", Touch.OFFERED_AGAIN)
                .bind("limit", limit));
    }

    @Override
    public List<Touch> due(ClientId client, Instant now, int limit) {
        return list(Db.query("""
            select j.* from outreach_job j
              join lead l on l.client_id = j.client_id and l.id = j.lead_id
             where j.client_id = :client and j.status = 'ready' and j.scheduled_at <= :now
             order by j.scheduled_at, l.als_score desc nulls last, j.id
             limit :limit
            """).bind("client", client).bind("now", now).bind("limit", limit));
    }

    @Override
    public List<Touch> lockClaimable(ClientId client, Instant now, int limit) {
        return list(Db.query("""
            select * from outreach_job
             where client_id = :client and status = 'queued' and (lease_until is null or lease_until <= :now)
             order by scheduled_at, id limit :limit for update skip locked
            """).bind("client", client).bind("now", now).bind("limit", limit));
    }

    @Override
    public List<Touch> leaseOver(ClientId client, Instant now, int limit) {
        return upTo(limit, client, """
            j.status = 'dispatching' and j.lease_until < :now order by j.lease_until, j.id
            """, "now", now);
    }

    @Override
    public List<Touch> toLookUp(ClientId client, Instant now, int limit) {
        return upTo(limit, client, """
            j.status = 'unknown' and j.reconcile_at <= :now order by j.reconcile_at, j.id
            """, "now", now);
    }

    private static List<Touch> upTo(int limit, ClientId client, String where, String name, Instant at) {
        return list(
                Db.query("select j.* from outreach_job j where j.client_id = :client and " + where + " limit :limit")
                        .bind("client", client)
                        .bind(name, at)
                        .bind("limit", limit));
    }

    @Override
    public List<Touch> notBegun(ClientId client, @Nullable CampaignId campaign, int limit) {
        Query query = Db.query("select * from outreach_job where client_id = :client and status in ('ready', 'queued')"
                        + (campaign == null ? "" : " and campaign_id = :campaign")
                        + " order by scheduled_at, id limit :limit")
                .bind("client", client)
                .bind("limit", limit);
        return list(campaign == null ? query : query.bind("campaign", campaign));
    }

    @Override
    public int waitingStarts(ClientId client) {
        return Db.query("""
            select count(*) from outreach_job
             where client_id = :client and status in ('planned', 'awaiting_approval', 'ready') and step_no = 1
               and origin = 'sequence'
            """).bind("client", client).mapTo(Integer.class).one();
    }

    @Override
    public int inFlight(ClientId client) {
        return Db.query("""
            select count(*) from outreach_job where client_id = :client and status in ('dispatching', 'unknown')
            """).bind("client", client).mapTo(Integer.class).one();
    }

    @Override
    public List<Touch> inFlightOf(ClientId client, Collection<EnrolmentId> enrolments) {
        return list(Db.query("""
            select * from outreach_job
             where client_id = :client and enrolment_id = any (:enrolments) and status in ('dispatching', 'unknown')
             order by id
            """).bind("client", client).bind("enrolments", Db.uuids(enrolments)));
    }

    @Override
    public Map<LeadId, ContactHistory> history(ClientId client, Collection<LeadId> leads, Instant since) {
        return ContactHistories.read(client, leads, since);
    }

    @Override
    public Map<TouchId, Integer> earlierDispatches(ClientId client, Collection<Touch> touches) {
        Map<TouchId, Integer> begun = new HashMap<>();
        for (boolean redirected : new boolean[] {false, true}) {
            RowSet rows = new RowSet();
            touches.stream()
                    .filter(touch -> touch.isRedirected() == redirected && touch.resourceId() != null)
                    .forEach(touch -> touch.goesTo()
                            .ifPresent(to -> rows.row()
                                    .set("id", touch.id())
                                    .set("recipient", to)
                                    .set("resource_id", touch.resourceId())));
            if (!rows.isEmpty()) {
                begun.putAll(begunBefore(client, rows, redirected ? REDIRECTED : TO_THE_LEAD));
            }
        }
        return begun;
    }

    private static Map<TouchId, Integer> begunBefore(ClientId client, RowSet rows, String toTheSame) {
        Map<TouchId, Integer> begun = new HashMap<>();
        Db.query("""
            select r.id, count(*) begun
              from jsonb_to_recordset(:rows) as r(id uuid, recipient text, resource_id uuid)
              join outreach_job j on j.client_id = :client and %s
                   and j.resource_id = r.resource_id and j.dispatch_count > 0 and j.id <> r.id
             group by r.id
            """.formatted(toTheSame))
                .bind("client", client)
                .bind("rows", rows.json())
                .map((row, context) -> begun.put(Rows.id(row, "id", TouchId::new), row.getInt("begun")))
                .list();
        return begun;
    }

    @Override
    public Set<StepKey> settled(ClientId client, Collection<EnrolmentId> enrolments) {
        return lines(
                client,
                enrolments,
                "status in ('dispatching', 'unknown', 'sent', 'failed', 'abandoned') or requeue_count > 0");
    }

    @Override
    public Set<StepKey> skipped(ClientId client, Collection<EnrolmentId> enrolments) {
        return lines(client, enrolments, "status = 'skipped'");
    }

    private static Set<StepKey> lines(ClientId client, Collection<EnrolmentId> enrolments, String which) {
        return new HashSet<>(Db.query("""
            select distinct enrolment_id, step_no, touch_kind from outreach_job
             where client_id = :client and enrolment_id = any (:enrolments) and step_no >= 1 and (%s)
            """.formatted(which))
                .bind("client", client)
                .bind("enrolments", Db.uuids(enrolments))
                .map((row, context) -> new StepKey(
                        Rows.id(row, "enrolment_id", EnrolmentId::new),
                        row.getInt("step_no"),
                        Rows.word(row, "touch_kind", TouchKind.class)))
                .list());
    }

    @Override
    public Map<EnrolmentId, ResourceId> lastSenders(
            ClientId client, Set<Channel> channels, Collection<EnrolmentId> enrolments) {
        Map<EnrolmentId, ResourceId> senders = new HashMap<>();
        // by the lead, behind a fence: no index names the enrolment of a touch that is over
        Db.query("""
            select distinct on (e.id) e.id enrolment_id, j.resource_id
              from enrolment e
             cross join lateral (
                   select * from outreach_job where client_id = e.client_id and lead_id = e.lead_id offset 0) j
             where e.client_id = :client and e.id = any (:enrolments) and j.enrolment_id = e.id
               and j.channel = any (:channels) and j.dispatch_count > 0 and j.resource_id is not null
             order by e.id, j.created_at desc, j.step_no desc, j.attempt_no desc
            """)
                .bind("client", client)
                .bind("enrolments", Db.uuids(enrolments))
                .bind("channels", Db.wires(channels))
                .map((row, context) -> senders.put(
                        Rows.id(row, "enrolment_id", EnrolmentId::new), Rows.id(row, "resource_id", ResourceId::new)))
                .list();
        return senders;
    }

    @Override
    public Map<StepKey, Integer> attempts(ClientId client, Collection<EnrolmentId> enrolments) {
        Map<StepKey, Integer> attempts = new HashMap<>();
        Db.query("""
            select enrolment_id, step_no, touch_kind, max(attempt_no) attempts from outreach_job
             where client_id = :client and enrolment_id = any (:enrolments) and step_no >= 1
             group by enrolment_id, step_no, touch_kind
            """)
                .bind("client", client)
                .bind("enrolments", Db.uuids(enrolments))
                .map((row, context) -> attempts.put(
                        new StepKey(
                                Rows.id(row, "enrolment_id", EnrolmentId::new),
                                row.getInt("step_no"),
                                Rows.word(row, "touch_kind", TouchKind.class)),
                        row.getInt("attempts")))
                .list();
        return attempts;
    }

    @Override
    public List<Act> acts(ClientId client, Channel channel, Instant since) {
        return Db.query("""
            select resource_id, status in ('queued', 'dispatching') in_flight, coalesce(sent_at, scheduled_at) at
              from outreach_job
             where client_id = :client and channel = :channel and resource_id is not null
               and scheduled_at >= :since - interval '2 days'
               and (status in ('queued', 'dispatching')
                    or status in ('unknown', 'sent', 'abandoned') and coalesce(sent_at, scheduled_at) >= :since)
            """)
                .bind("client", client)
                .bind("channel", channel)
                .bind("since", since)
                .map((row, context) -> new Act(
                        Rows.id(row, "resource_id", ResourceId::new),
                        row.getBoolean("in_flight"),
                        Rows.instant(row, "at")))
                .list();
    }

    @Override
    public Map<DomainName, Integer> domainsReached(ClientId client, Instant since) {
        Map<DomainName, Integer> reached = new HashMap<>();
        Db.query("""
            select lower(split_part(recipient, '@', 2)) as domain, count(*)::int as mails
              from outreach_job
             where client_id = :client and channel = 'email' and origin <> 'reply' and recipient is not null
               and scheduled_at >= :since - interval '2 days'
               and (status in ('queued', 'dispatching')
                    or status in ('unknown', 'sent', 'abandoned') and coalesce(sent_at, scheduled_at) >= :since)
             group by 1
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> reached.put(new DomainName(Rows.text(row, "domain")), row.getInt("mails")))
                .list();
        return reached;
    }

    @Override
    public Optional<Touch> byVendorRef(ClientId client, String vendor, String ref) {
        return list(Db.query("""
            select * from outreach_job where client_id = :client and vendor = :vendor and vendor_ref = :ref
            """).bind("client", client).bind("vendor", vendor).bind("ref", ref)).stream()
                .findFirst();
    }

    @Override
    public List<Touch> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Criteria touches = new Criteria("select * from outreach_job where client_id = :client")
                .with("client", client)
                .and("lead_id = :lead", "lead", filter.lead())
                .and("campaign_id = :campaign", "campaign", filter.campaign())
                .andAny("status = any (:states)", "states", filter.states());
        if (after != null) {
            touches.and("(scheduled_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.scheduledAt())
                    .with("afterId", after.id());
        }
        return list(touches.first(limit, "scheduled_at desc, id desc"));
    }

    private static List<Touch> list(Query query) {
        return query.map((row, context) -> TouchRows.read(row)).list();
    }
}

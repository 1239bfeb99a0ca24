package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.seat.SeatConnections;
import io.agencyos.domain.resource.seat.ConnectionRequest;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SeatId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Connections in {@code linkedin_connection}, one row per lead of a client. */
public final class PostgresSeatConnections implements SeatConnections {

    @Override
    public void save(SeatConnection one) {
        Db.update("""
            insert into linkedin_connection as c (client_id, id, lead_id, seat_id, campaign_id, provider_request_id, status,
                   viewed_at, requested_at, responded_at, ignored_at, withdrawn_at, person_ref, reinvite_after)
            values (:client, :id, :lead, :seat, :campaign, :ref, :state, :viewed, :requested, :responded, :ignored,
                   :withdrawn, :person, :reinvite)
            on conflict (client_id, id) do update
               set seat_id = excluded.seat_id, campaign_id = excluded.campaign_id,
                   provider_request_id = excluded.provider_request_id, status = excluded.status,
                   viewed_at = excluded.viewed_at, requested_at = excluded.requested_at,
                   responded_at = excluded.responded_at, ignored_at = excluded.ignored_at,
                   withdrawn_at = excluded.withdrawn_at, person_ref = excluded.person_ref,
                   reinvite_after = excluded.reinvite_after, updated_at = now(), row_version = c.row_version + 1
            """)
                .bind("client", one.clientId())
                .bind("id", one.id())
                .bind("lead", one.leadId())
                .bind("seat", one.seatId())
                .bindByType("campaign", one.campaignId(), CampaignId.class)
                .bind("ref", one.request().ref())
                .bind("state", one.state())
                .bindByType("viewed", one.viewedAt(), Instant.class)
                .bindByType("requested", one.request().sentAt(), Instant.class)
                .bindByType("responded", one.request().respondedAt(), Instant.class)
                .bindByType("ignored", one.request().ignoredAt(), Instant.class)
                .bindByType("withdrawn", one.request().withdrawnAt(), Instant.class)
                .bind("person", one.personRef())
                .bindByType("reinvite", one.request().reinviteAfter(), Instant.class)
                .execute();
    }

    @Override
    public Map<LeadId, SeatConnection> ofLeads(ClientId client, Collection<LeadId> leads) {
        return ofLeads("", client, leads);
    }

    @Override
    public Map<LeadId, SeatConnection> ofLeadsForUpdate(ClientId client, Collection<LeadId> leads) {
        return ofLeads(" order by id for update", client, leads);
    }

    private static Map<LeadId, SeatConnection> ofLeads(String lock, ClientId client, Collection<LeadId> leads) {
        Map<LeadId, SeatConnection> found = new HashMap<>();
        Db.query("select * from linkedin_connection where client_id = :client and lead_id = any (:leads)" + lock)
                .bind("client", client)
                .bind("leads", Db.uuids(leads))
                .map((row, context) -> read(row))
                .forEach(one -> found.put(one.leadId(), one));
        return found;
    }

    @Override
    public List<SeatConnection> pending(ClientId client) {
        return Db.query("""
            select * from linkedin_connection
             where client_id = :client and status = 'pending'
             order by requested_at, id
            """)
                .bind("client", client)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Map<SeatId, Integer> withdrawnSince(ClientId client, Instant since) {
        Map<SeatId, Integer> counts = new HashMap<>();
        Db.query("""
            select seat_id, count(*) n from linkedin_connection
             where client_id = :client and status = 'withdrawn' and withdrawn_at > :since
             group by seat_id
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> counts.put(Rows.id(row, "seat_id", SeatId::new), row.getInt("n")))
                .list();
        return counts;
    }

    @Override
    public List<SeatConnection> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Criteria rows = new Criteria("select * from linkedin_connection where client_id = :client")
                .with("client", client)
                .and("seat_id = :seat", "seat", filter.seat())
                .andAny("status = any (:states)", "states", filter.states().isEmpty() ? null : filter.states())
                .and("(ignored_at is not null) = :ignored", "ignored", filter.ignored());
        if (after != null && after.requestedAt() == null) {
            rows.and("requested_at is null and id < :afterId").with("afterId", after.id());
        } else if (after != null) {
            rows.and("((requested_at, id) < (:afterAt, :afterId) or requested_at is null)")
                    .with("afterAt", after.requestedAt())
                    .with("afterId", after.id());
        }
        return rows.first(limit, "requested_at desc nulls last, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Map<SeatId, Figures> figures(ClientId client, Instant now) {
        Map<SeatId, Figures> figures = new HashMap<>();
        Db.query("""
            select seat_id,
                   count(*) filter (where aged) aged, count(*) filter (where aged and said_yes) aged_accepted,
                   count(*) filter (where recent) recent, count(*) filter (where recent and said_yes) recent_accepted,
                   count(*) filter (where status = 'pending') pending
              from (select seat_id, status, status = 'accepted' said_yes,
                           requested_at > :now - interval '10 days' and requested_at <= :now - interval '3 days' aged,
                           requested_at > :now - interval '30 days' and requested_at <= :now recent
                      from linkedin_connection
                     where client_id = :client and requested_at is not null) requests
             group by seat_id
            """)
                .bind("client", client)
                .bind("now", now)
                .map((row, context) -> figures.put(
                        Rows.id(row, "seat_id", SeatId::new),
                        new Figures(
                                row.getInt("aged"),
                                row.getInt("aged_accepted"),
                                row.getInt("recent"),
                                row.getInt("recent_accepted"),
                                row.getInt("pending"))))
                .list();
        return figures;
    }

    @Override
    public Map<LeadId, Instant> followUps(ClientId client, Collection<LeadId> leads) {
        return followUps(Db.query("""
            select lead_id, follow_up_at from linkedin_connection
             where client_id = :client and lead_id = any (:leads) and follow_up_at is not null
            """).bind("client", client).bind("leads", Db.uuids(leads)));
    }

    @Override
    public Map<LeadId, Instant> followUpsDue(ClientId client, Instant until, int limit) {
        return followUps(
                Db.query("""
                    select lead_id, follow_up_at from linkedin_connection
                     where client_id = :client and follow_up_at <= :until
                     order by follow_up_at, lead_id limit :limit
                    """).bind("client", client).bind("until", until).bind("limit", limit));
    }

    private static Map<LeadId, Instant> followUps(Query query) {
        Map<LeadId, Instant> due = new LinkedHashMap<>();
        query.map((row, context) -> due.put(Rows.id(row, "lead_id", LeadId::new), Rows.instant(row, "follow_up_at")))
                .list();
        return due;
    }

    @Override
    public void putFollowUps(ClientId client, Map<LeadId, Optional<Instant>> dueAt) {
        RowSet rows = new RowSet();
        dueAt.forEach((lead, at) -> rows.row()
                .set("lead", lead.text())
                .set("at", at.map(Instant::toString).orElse(null)));
        Db.update("""
            update linkedin_connection c
               set follow_up_at = r.at, updated_at = now(), row_version = c.row_version + 1
              from jsonb_to_recordset(:rows) as r(lead uuid, at timestamptz)
             where c.client_id = :client and c.lead_id = r.lead
            """).bind("client", client).bind("rows", rows.json()).execute();
    }

    @Override
    public int markIgnored(ClientId client, Instant before, Instant now) {
        return Db.update("""
            update linkedin_connection
               set ignored_at = :now, updated_at = now(), row_version = row_version + 1
             where client_id = :client and status = 'pending' and requested_at <= :before and ignored_at is null
            """)
                .bind("client", client)
                .bind("before", before)
                .bind("now", now)
                .execute();
    }

    private static SeatConnection read(ResultSet row) throws SQLException {
        return new SeatConnection(
                row.getObject("id", UUID.class),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.id(row, "seat_id", SeatId::new),
                Rows.idOrNull(row, "campaign_id", CampaignId::new),
                Rows.word(row, "status", ConnectionState.class),
                new ConnectionRequest(
                        row.getString("provider_request_id"),
                        Rows.instantOrNull(row, "requested_at"),
                        Rows.instantOrNull(row, "responded_at"),
                        Rows.instantOrNull(row, "ignored_at"),
                        Rows.instantOrNull(row, "withdrawn_at"),
                        Rows.instantOrNull(row, "reinvite_after")),
                Rows.instantOrNull(row, "viewed_at"),
                row.getString("person_ref"));
    }
}

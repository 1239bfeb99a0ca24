package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Requests in {@code rescore_request}; a row goes when the last of its leads is scored. */
public final class PostgresRescoreRequests implements RescoreRequests {

    @Override
    public void add(Collection<RescoreRequest> requests) {
        if (requests.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        requests.forEach(request -> add(rows.row(), request));
        // one that a worker holds is not waited for: it may have read its leads before this change
        Db.update("""
            insert into rescore_request (client_id, id, cause, campaign_id, lead_id, key_type, key_value, due_at)
            select client_id, id, cause, campaign_id, lead_id, key_type, key_value, due_at
              from jsonb_to_recordset(:rows) as r(client_id uuid, id uuid, cause text, campaign_id uuid, lead_id uuid,
                   key_type text, key_value text, due_at timestamptz)
             where not exists (
                   select from rescore_request s
                    where s.client_id = r.client_id and s.cause = r.cause and s.after_lead_id is null
                      and s.due_at <= r.due_at
                      and (s.campaign_id, s.lead_id, s.key_type, s.key_value)
                          is not distinct from (r.campaign_id, r.lead_id, r.key_type, r.key_value)
                      for update skip locked)
            """).bind("rows", rows.json()).execute();
    }

    private static void add(RowSet row, RescoreRequest request) {
        row.set("client_id", request.clientId())
                .set("id", request.id())
                .set("cause", request.cause())
                .set("due_at", request.dueAt());
        switch (request.target()) {
            case RescoreRequest.Target.Everybody everybody -> row.set("campaign_id", null);
            case RescoreRequest.Target.OfCampaign(CampaignId campaign) -> row.set("campaign_id", campaign);
            case RescoreRequest.Target.One(LeadId lead) -> row.set("lead_id", lead);
            case RescoreRequest.Target.Named(Suppressions.Key key) ->
                row.set("key_type", key.type()).set("key_value", key.value());
        }
    }

    @Override
    public Optional<RescoreRequest> takeDue(ClientId client, Instant now) {
        return Db.query("""
            select * from rescore_request
             where client_id = :client and due_at <= :now
             order by due_at, id
             limit 1
               for update skip locked
            """)
                .bind("client", client)
                .bind("now", now)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public List<ClientId> clientsDue(Instant now) {
        return Db.query("select distinct client_id from rescore_request where due_at <= :now order by client_id")
                .bind("now", now)
                .mapTo(ClientId.class)
                .list();
    }

    private static RescoreRequest read(ResultSet row) throws SQLException {
        CampaignId campaign = Rows.idOrNull(row, "campaign_id", CampaignId::new);
        LeadId lead = Rows.idOrNull(row, "lead_id", LeadId::new);
        SuppressionKeyType type = Rows.wordOrNull(row, "key_type", SuppressionKeyType.class);
        RescoreRequest.Target target = new RescoreRequest.Target.Everybody();
        if (campaign != null) {
            target = new RescoreRequest.Target.OfCampaign(campaign);
        } else if (lead != null) {
            target = new RescoreRequest.Target.One(lead);
        } else if (type != null) {
            target = new RescoreRequest.Target.Named(new Suppressions.Key(type, Rows.text(row, "key_value")));
        }
        return new RescoreRequest(
                row.getObject("id", UUID.class),
                Rows.id(row, "client_id", ClientId::new),
                Rows.word(row, "cause", ScoreCause.class),
                target,
                Rows.idOrNull(row, "after_lead_id", LeadId::new),
                Rows.instant(row, "due_at"));
    }

    @Override
    public void advance(RescoreRequest request) {
        Db.update("""
            update rescore_request set after_lead_id = :after, updated_at = now(), row_version = row_version + 1
             where client_id = :client and id = :id
            """)
                .bind("client", request.clientId())
                .bind("id", request.id())
                .bind("after", Objects.requireNonNull(request.after()))
                .execute();
    }

    @Override
    public void remove(RescoreRequest request) {
        Db.update("delete from rescore_request where client_id = :client and id = :id")
                .bind("client", request.clientId())
                .bind("id", request.id())
                .execute();
    }
}

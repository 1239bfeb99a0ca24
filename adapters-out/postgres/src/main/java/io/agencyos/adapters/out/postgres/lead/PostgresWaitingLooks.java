package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.enrichment.WaitingLooks;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of {@code lead_enrichment}, by an index that holds none but those that wait. */
public final class PostgresWaitingLooks implements WaitingLooks {

    /** Rows {@code e} whose lead goes on. */
    private static final String LIVE = """
        exists (select from lead l
                 where l.client_id = e.client_id and l.id = e.lead_id and l.deleted_at is null
                       and l.status not in ('converted', 'not_interested', 'unsubscribed', 'bounced', 'invalid', 'archived'))
        """;

    @Override
    public List<Waiting> waiting(ClientId client, Instant now, @Nullable Waiting after, int limit) {
        return Db.query("""
            select e.lead_id, e.state_at from lead_enrichment e
             where e.client_id = :client and e.state in ('no_credits', 'failed') and e.state_at < :now
                   and (e.state = 'no_credits' or e.state_at <= :failed)
                   and (cast(:since as timestamptz) is null or (e.state_at, e.lead_id) > (:since, :lead)) and
            """ + LIVE + " order by e.state_at, e.lead_id limit :limit")
                .bind("client", client)
                .bind("now", now)
                .bind("failed", now.minus(AFTER_A_FAILURE))
                .bindByType("since", after == null ? null : after.since(), Instant.class)
                .bindByType("lead", after == null ? null : after.lead(), LeadId.class)
                .bind("limit", limit)
                .map((row, context) -> new Waiting(Rows.id(row, "lead_id", LeadId::new), Rows.instant(row, "state_at")))
                .list();
    }

    @Override
    public List<ClientId> page(Instant now, @Nullable ClientId after, int limit) {
        return Db.query("""
            select distinct e.client_id from lead_enrichment e
             where e.state in ('no_credits', 'failed') and e.state_at < :now
                   and (cast(:after as uuid) is null or e.client_id > :after)
                   and (e.state_at <= :failed and e.state = 'failed'
                        or e.state = 'no_credits'
                           and exists (select from credit_account c where c.client_id = e.client_id and c.balance > 0)) and
            """ + LIVE + " order by e.client_id limit :limit")
                .bind("now", now)
                .bind("failed", now.minus(AFTER_A_FAILURE))
                .bindByType("after", after, ClientId.class)
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "client_id", ClientId::new))
                .list();
    }

    @Override
    public List<Unpaid> unpaid() {
        return Db.query("""
            select e.client_id, count(*) leads, c.next_reset_at
              from lead_enrichment e join credit_account c on c.client_id = e.client_id and c.balance = 0
             where e.state = 'no_credits' and
            """ + LIVE + " group by e.client_id, c.next_reset_at order by e.client_id")
                .map((row, context) -> new Unpaid(
                        Rows.id(row, "client_id", ClientId::new),
                        row.getInt("leads"),
                        Rows.instantOrNull(row, "next_reset_at")))
                .list();
    }
}

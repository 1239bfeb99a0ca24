package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.store.UnreachedLeads;
import io.agencyos.domain.allocation.RefundRule;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paid leads by the index of the ledger's debits, less those of which a touch is known. */
public final class PostgresUnreachedLeads implements UnreachedLeads {

    @Override
    public List<Unreached> page(ClientId client, @Nullable LeadId after, int limit) {
        return Db.query("""
            select l.id, l.status, l.als_score, e.stop_reason
              from credit_entry c
              join lead l on l.client_id = c.client_id and l.id = c.lead_id
              left join lateral (
                   select n.stop_reason from enrolment n
                    where n.client_id = :client and n.lead_id = l.id order by n.created_at desc limit 1) e on true
             where c.client_id = :client and c.kind = 'consume'
               and (cast(:after as uuid) is null or c.lead_id > :after)
               and not exists (select from credit_entry r
                                where r.client_id = :client and r.lead_id = c.lead_id and r.kind = 'refund')
               and not exists (select from enrolment n
                                where n.client_id = :client and n.lead_id = l.id
                                  and n.status not in ('completed', 'converted', 'stopped'))
               and not exists (select from touch t
                                where t.client_id = :client and t.lead_id = l.id
                                  and t.delivery_status not in ('bounced', 'undelivered', 'failed_late'))
               and not exists (select from outreach_job j
                                where j.client_id = :client and j.lead_id = l.id
                                  and j.status in ('queued', 'dispatching', 'unknown', 'abandoned'))
             order by c.lead_id limit :limit
            """)
                .bind("client", client)
                .bindByType("after", after, LeadId.class)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    private static Unreached read(ResultSet row) throws SQLException {
        String stopped = row.getString("stop_reason");
        return new Unreached(
                Rows.id(row, "id", LeadId::new),
                new RefundRule.Ended(
                        Rows.word(row, "status", LeadStatus.class),
                        Rows.intOrNull(row, "als_score"),
                        null,
                        stopped == null ? null : StopReason.parse(stopped).orElse(null)));
    }
}

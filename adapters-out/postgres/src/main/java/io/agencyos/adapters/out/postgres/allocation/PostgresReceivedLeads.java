package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.store.ReceivedLeads;
import io.agencyos.domain.allocation.Fairness.Received;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Pool leads by the day on which they became a client's, with the oldest line of their score's history. */
public final class PostgresReceivedLeads implements ReceivedLeads {

    @Override
    public List<Received> between(Instant from, Instant to) {
        return Db.query("""
            select c.client_id, coalesce(i.industries, '{}') as industries, count(*) as leads, sum(f.score) as scores
              from client c
              join lead l on l.client_id = c.client_id and l.source = 'pool' and l.deleted_at is null
                          and l.created_at >= :from and l.created_at < :to
              cross join lateral (
                   select s.score from lead_score s
                    where s.client_id = l.client_id and s.lead_id = l.id order by s.created_at limit 1) f
              left join icp_profile i on i.client_id = c.client_id and i.status = 'confirmed'
             where c.deleted_at is null and c.mode = 'live'
             group by c.client_id, i.industries
             order by c.client_id
            """)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Received(
                        Rows.id(row, "client_id", ClientId::new),
                        Set.copyOf(Rows.texts(row, "industries")),
                        row.getInt("leads"),
                        row.getLong("scores")))
                .list();
    }
}

package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import io.agencyos.domain.allocation.Staleness;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** {@code lead.enriched_at}, and of the person {@code refresh_attempted_at}, because a look is one for all its clients. */
public final class PostgresLeadFreshness implements LeadFreshness {

    @Override
    public List<LeadId> staleAndDue(ClientId client, Instant now, Instant dueBefore, int limit) {
        return Db.query("""
            select l.id
              from enrolment e
              join lead l on l.client_id = e.client_id and l.id = e.lead_id
              left join lateral (select refresh_attempted_at from pool_person k
                                  where k.id = l.pool_person_id offset 0) p on true
             where e.client_id = :client and e.status in ('pending', 'active') and e.next_due_at < :due_before
               and l.deleted_at is null and (l.enriched_at is null or l.enriched_at < :fresh)
               and (p.refresh_attempted_at is null or p.refresh_attempted_at <= :looked)
             order by l.enriched_at nulls first, l.id
             limit :limit
            """)
                .bind("client", client)
                .bind("due_before", dueBefore)
                .bind("fresh", now.minus(Staleness.FRESH))
                .bind("looked", now.minus(Staleness.BETWEEN_LOOKS))
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "id", LeadId::new))
                .list();
    }

    @Override
    public void refreshed(ClientId client, Collection<LeadId> leads, Instant at) {
        Db.update("""
            update lead set enriched_at = :at, updated_at = :at, row_version = row_version + 1
             where client_id = :client and id = any (:ids) and deleted_at is null
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(leads))
                .bind("at", at)
                .execute();
    }

    @Override
    public void attempted(ClientId client, Collection<LeadId> leads, Instant at) {
        Db.update("""
            update pool_person set refresh_attempted_at = :at, updated_at = :at, row_version = row_version + 1
             where id = any (array(select pool_person_id from lead where client_id = :client and id = any (:ids)))
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(leads))
                .bind("at", at)
                .execute();
    }
}

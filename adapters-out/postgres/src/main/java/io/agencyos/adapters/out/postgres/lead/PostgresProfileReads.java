package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.enrichment.ProfileReads;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** {@code lead.profile_read_at}. */
public final class PostgresProfileReads implements ProfileReads {

    @Override
    public List<LeadId> due(ClientId client, Instant dueBefore, Instant readBefore, int limit) {
        return Db.query("""
            select l.id
              from enrolment e
              join lead l on l.client_id = e.client_id and l.id = e.lead_id
             where e.client_id = :client and e.status in ('pending', 'active') and e.next_due_at < :due_before
               and l.deleted_at is null and l.linkedin_key like 'in/%'
               and (l.profile_read_at is null or l.profile_read_at < :read_before)
             order by e.next_due_at, l.id
             limit :limit
            """)
                .bind("client", client)
                .bind("due_before", dueBefore)
                .bind("read_before", readBefore)
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "id", LeadId::new))
                .list();
    }

    @Override
    public void read(ClientId client, Collection<LeadId> leads, Instant at) {
        Db.update("""
            update lead set profile_read_at = :at, updated_at = :at, row_version = row_version + 1
             where client_id = :client and id = any (:ids) and deleted_at is null
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(leads))
                .bind("at", at)
                .execute();
    }
}

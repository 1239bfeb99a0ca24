package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;

/** Rows of {@code client_resource}, whatever kind of resource they are of. */
final class ClientResourceRows {

    private ClientResourceRows() {}

    /** Writes the last use of each, in one order for all writers; it never goes back. */
    static void used(ClientId client, Collection<ResourceId> resources, Instant at) {
        Db.update("""
            with held as (
                select id from client_resource
                 where client_id = :client and resource_id = any (:ids) and released_at is null
                   and (last_used_at is null or last_used_at < :at)
                 order by id
                   for update)
            update client_resource r
               set last_used_at = :at, updated_at = :at, row_version = r.row_version + 1
              from held
             where r.client_id = :client and r.id = held.id
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(resources))
                .bind("at", at)
                .execute();
    }
}

package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.HeldPeople;
import io.agencyos.application.lead.PoolPeople;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PoolPersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code pool_claim} by client, and of {@code pool_person} by the end of their rest. */
public final class PostgresHeldPeople implements HeldPeople {

    private final PoolPeople people;

    public PostgresHeldPeople(PoolPeople people) {
        this.people = people;
    }

    @Override
    public List<PoolClaim> active(ClientId client, @Nullable PoolPersonId after, int limit) {
        List<PoolPersonId> ids = Db.query("""
            select person_id from pool_claim
             where client_id = :client and status = 'active'
               and (cast(:after as uuid) is null or person_id > cast(:after as uuid))
             order by person_id limit :limit
            """)
                .bind("client", client)
                .bindByType("after", after == null ? null : after.value(), UUID.class)
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "person_id", PoolPersonId::new))
                .list();
        Map<PoolPersonId, PoolClaim> claims = people.claims(ids);
        return ids.stream().map(claims::get).filter(Objects::nonNull).toList();
    }

    @Override
    public int wake(Instant now, int limit) {
        return Db.update("""
            with rested as (
                select id from pool_person
                 where status = 'cooling' and cooling_until <= :now
                 order by cooling_until limit :limit for update skip locked)
            update pool_person p
               set status = 'available', cooling_until = null, updated_at = :now, row_version = p.row_version + 1
              from rested r
             where p.id = r.id
            """).bind("now", now).bind("limit", limit).execute();
    }
}

package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.store.HeldPeople;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.domain.allocation.AssignmentEnd;
import io.agencyos.domain.lead.ClaimMachine;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code pool_claim} by client, and of {@code pool_person} by the end of their rest. */
public final class PostgresHeldPeople implements HeldPeople {

    /** An entry of a client's own list is looked at for as long, even when some looks are missed. */
    private static final Duration LISTED_LATELY = Duration.ofHours(25);

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

    /** Whether a client listed somebody of late is asked once for it: the offset keeps the planner from asking for each claim. */
    @Override
    public List<ClientId> clientsToSettle(Instant now, @Nullable ClientId after, int limit) {
        return Db.query("""
            select c.client_id from client c join subscription s on s.client_id = c.client_id
              cross join lateral (
                   select exists (select from suppression x
                                   where x.client_id = c.client_id and x.created_at > :recently
                                     and x.reason = any (:own) and x.deleted_at is null) listed offset 0) own
             where c.mode = 'live' and c.deleted_at is null and c.client_id > :after
               and exists (
                   select from pool_claim p join lead l on l.client_id = p.client_id and l.id = p.lead_id
                     left join campaign g on g.client_id = l.client_id and g.id = l.campaign_id
                    where p.client_id = c.client_id and p.status = 'active'
                      and (s.status = 'cancelled' or l.status = any (:over)
                           or l.last_touch_at is null and (p.claimed_at <= :warned or g.deleted_at is not null)
                           or own.listed))
             order by c.client_id limit :limit
            """)
                .bind("after", after == null ? new UUID(0, 0) : after.value())
                .bind("over", Db.wires(AssignmentEnd.STAGES))
                .bind("warned", now.minus(ClaimMachine.WARNED))
                .bind("recently", now.minus(LISTED_LATELY))
                .bind("own", Db.wires(AssignmentEnd.OF_THE_CLIENT))
                .bind("limit", limit)
                .mapTo(ClientId.class)
                .list();
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

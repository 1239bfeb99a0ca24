package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.application.allocation.store.HeldPeople;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The holds of the pool. */
public final class MemoryHeldPeople implements HeldPeople {

    private final MemoryPoolPeople pool;

    public MemoryHeldPeople(MemoryPoolPeople pool) {
        this.pool = pool;
    }

    @Override
    public List<PoolClaim> active(ClientId client, @Nullable PoolPersonId after, int limit) {
        return pool.held()
                .filter(claim -> claim.clientId().equals(client) && claim.status() == ClaimStatus.ACTIVE)
                .filter(claim -> after == null || claim.personId().text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(claim -> claim.personId().text()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ClientId> clientsToSettle(Instant now, @Nullable ClientId after, int limit) {
        return pool.held()
                .filter(claim -> claim.status() == ClaimStatus.ACTIVE)
                .map(PoolClaim::clientId)
                .distinct()
                .filter(client -> after == null || client.text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(ClientId::text))
                .limit(limit)
                .toList();
    }

    @Override
    public int wake(Instant now, int limit) {
        return pool.wake(now, limit);
    }
}

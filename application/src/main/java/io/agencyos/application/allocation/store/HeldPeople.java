package io.agencyos.application.allocation.store;

import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** The holds on people of the pool, for the work that ends them. Source: scoring POOL-3, POOL-5, POOL-9. */
@SecondaryPort
public interface HeldPeople {

    /**
     * A client's holds that are active, by ascending id of the person. Needs a tenant's unit of work, as worker.
     *
     * @param after the last one of the page before, null for the first page
     */
    List<PoolClaim> active(ClientId client, @Nullable PoolPersonId after, int limit);

    /**
     * Clients with holds that are over, or run out soon, by id; a store may name others who have holds too. Needs a unit of
     * the platform.
     *
     * @param after null to begin
     */
    List<ClientId> clientsToSettle(Instant now, @Nullable ClientId after, int limit);

    /**
     * Makes people available whose rest is over; those whom somebody else is working on are left for the next time. Needs
     * a platform unit.
     *
     * @return how many, at most {@code limit}
     */
    int wake(Instant now, int limit);
}

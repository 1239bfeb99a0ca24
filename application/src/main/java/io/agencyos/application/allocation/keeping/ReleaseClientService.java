package io.agencyos.application.allocation.keeping;

import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.id.ClientId;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever was let go is not found again, so that a broken release just begins anew. */
final class ReleaseClientService implements ReleaseClient {

    private final HeldBatch batches;

    ReleaseClientService(PoolKeeping on) {
        this.batches = new HeldBatch(on);
    }

    @Override
    public int release(ClientId client) {
        AtomicInteger released = new AtomicInteger();
        batches.each(
                client,
                batch -> batches.release(
                        client, batch.stream().map(PoolClaim::leadId).toList(), ReleaseReason.CLIENT_CANCELLED),
                released::addAndGet);
        return released.get();
    }
}

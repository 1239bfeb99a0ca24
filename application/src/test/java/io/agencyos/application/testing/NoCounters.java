package io.agencyos.application.testing;

import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counters that answer nothing: their store is away. */
public class NoCounters implements Quotas {

    private static StorageUnavailable away() {
        return new StorageUnavailable("the counters are away", new IllegalStateException());
    }

    @Override
    public Map<TouchId, Counter> reserve(ClientId client, List<Claim> claims) {
        throw away();
    }

    @Override
    public void release(ClientId client, Collection<TouchId> touches) {
        throw away();
    }

    @Override
    public Set<TouchId> use(ClientId client, Collection<TouchId> touches) {
        throw away();
    }

    @Override
    public void book(ClientId client, List<Claim> claims) {
        throw away();
    }

    @Override
    public Map<TouchId, List<Counter>> held(ClientId client, Collection<TouchId> touches) {
        throw away();
    }

    @Override
    public Map<Counter, Count> counts(ClientId client, Collection<Counter> counters) {
        throw away();
    }
}

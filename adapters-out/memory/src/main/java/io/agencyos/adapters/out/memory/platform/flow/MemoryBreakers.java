package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Circuit breakers in memory. */
public final class MemoryBreakers implements Breakers {

    private static final Comparator<Breaker> ORDER = Comparator.<Breaker, String>comparing(
                    breaker -> breaker.client().text())
            .thenComparing(breaker -> breaker.scope().wire())
            .thenComparing(Breaker::key);

    private record Key(ClientId client, BreakerScope scope, String key) {}

    private final MemoryTable<Key, Breaker> table;

    public MemoryBreakers(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Breaker>ofTenants(
                        "circuit_breaker",
                        units,
                        Breaker::client,
                        breaker -> new Key(breaker.client(), breaker.scope(), breaker.key()))
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public Optional<Breaker> find(ClientId client, BreakerScope scope, String key) {
        return table.find(new Key(client, scope, key));
    }

    @Override
    public List<Breaker> of(ClientId client) {
        return table.rows()
                .filter(breaker -> breaker.client().equals(client))
                .sorted(ORDER)
                .toList();
    }

    @Override
    public List<Breaker> notClosed() {
        return table.rows()
                .filter(breaker -> breaker.state() != Breaker.State.CLOSED)
                .sorted(ORDER)
                .toList();
    }

    @Override
    public void save(Breaker breaker) {
        table.put(breaker);
    }
}

package io.agencyos.bootstrap.product;

import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How large a client's helping of shared work is, by its plan as it was some minutes ago. Source: outreach 3.2. */
public final class PlanWeights {

    private static final long FRESH = Duration.ofMinutes(10).toNanos();

    private record Known(int weight, long readAt) {}

    private final Clients clients;
    private final UnitOfWork units;
    private final Map<ClientId, Known> known = new ConcurrentHashMap<>();

    PlanWeights(Clients clients, UnitOfWork units) {
        this.clients = clients;
        this.units = units;
    }

    /** 1, 2 or 4; 1 for a client without a subscription. Never call it inside a unit of work. */
    public int of(ClientId client) {
        Known last = known.get(client);
        if (last == null || System.nanoTime() - last.readAt() >= FRESH) {
            last = new Known(read(client), System.nanoTime());
            known.put(client, last);
        }
        return last.weight();
    }

    private int read(ClientId client) {
        return units.reading(TenantScope.worker(client), () -> clients.subscription(client))
                .map(Subscription::plan)
                .map(Plan::sendingWeight)
                .orElse(1);
    }
}

package io.agencyos.application.client.staff;

import io.agencyos.domain.client.ClientHealth;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Staff looks after clients: how they fare, and shutting one out. A suspended client sends nothing, and its people and
 * programs only read; restoring gives back what was. Source: api 9.17.
 */
@PrimaryPort
public interface KeepClients {

    /** Which are looked for; an empty set leaves all. */
    record Filter(
            Set<ClientId> clients,
            Set<Plan> plans,
            Set<SubscriptionStatus> statuses,
            Set<ClientHealth.Level> health,
            @Nullable String q) {

        public Filter {
            clients = Set.copyOf(clients);
            plans = Set.copyOf(plans);
            statuses = Set.copyOf(statuses);
            health = Set.copyOf(health);
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        record Kept(ClientStanding client) implements Outcome {}

        /** The reason has 1 to 500 characters. */
        record InvalidReason() implements Outcome {}

        record NotFound() implements Outcome {}
    }

    List<ClientStanding> list(Filter filter);

    Optional<ClientStanding> find(ClientId client);

    /** Suspending twice is one suspension. */
    Outcome suspend(UserId staff, ClientId client, String reason, Origin origin);

    /** Outreach goes on if the suspension had stopped it; campaigns are started again by whoever wants it. */
    Outcome restore(UserId staff, ClientId client, Origin origin);
}

package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.platform.flow.store.FlowClients;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clients as flows see them, from the stores in memory. */
public final class MemoryFlowClients implements FlowClients {

    private final Clients clients;
    private final Credits credits;

    public MemoryFlowClients(Clients clients, Credits credits) {
        this.clients = clients;
        this.credits = credits;
    }

    @Override
    public List<ClientId> eligible(@Nullable ClientId after, int limit) {
        return clients.allServed().stream()
                .map(Client::id)
                .filter(id -> after == null || id.text().compareTo(after.text()) > 0)
                .filter(id -> clients.subscription(id)
                        .map(Subscription::status)
                        .filter(status -> status == SubscriptionStatus.ACTIVE || status == SubscriptionStatus.TRIALING)
                        .isPresent())
                .sorted(Comparator.comparing(ClientId::text))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Standing> standing(ClientId client) {
        return clients.find(client)
                .flatMap(found -> clients.subscription(client)
                        .map(subscription -> new Standing(
                                pause(found),
                                subscription.status(),
                                credits.balance(client),
                                credits.account(client)
                                        .map(CreditAccount::nextReset)
                                        .orElse(null))));
    }

    /** Clients in memory do not know the names of their members. */
    private static @Nullable Pause pause(Client client) {
        return client.pause() == null
                ? null
                : new Pause(client.pause().at(), client.pause().reason(), null);
    }
}

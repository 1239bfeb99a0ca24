package io.agencyos.application.client.staff;

import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientHealth;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A live client as staff sees it at one moment. Source: api 9.17.
 *
 * @param lastActivity anything that happened to one of its leads
 */
public record ClientStanding(
        Client client,
        @Nullable ClientId twin,
        @Nullable Subscription subscription,
        ClientHealth health,
        Figures figures,
        @Nullable Instant lastActivity) {

    /**
     * What is counted.
     *
     * @param credits that are left of the quota
     */
    public record Figures(int activeCampaigns, int members, int credits, int quota) {}

    /** What the client pays a month at the price agreed, if its subscription is active. */
    public Money monthly() {
        return subscription == null ? Money.ZERO : subscription.monthly();
    }
}

package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.client.staff.ClientBook;
import io.agencyos.application.client.staff.ClientStanding;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientHealth;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts in the other tables. */
public final class MemoryClientBook implements ClientBook {

    private static final Duration LOOKED_AT = Duration.ofDays(30);

    private final MemoryClients clients;
    private final Users users;
    private final Credits credits;
    private final Campaigns campaigns;
    private final MemoryActivities activities;

    public MemoryClientBook(
            MemoryClients clients, Users users, Credits credits, Campaigns campaigns, MemoryActivities activities) {
        this.clients = clients;
        this.users = users;
        this.credits = credits;
        this.campaigns = campaigns;
        this.activities = activities;
    }

    @Override
    public List<ClientStanding> live(@Nullable ClientId only, Instant now) {
        return clients.allLive().stream()
                .filter(client -> only == null || only.equals(client.id()))
                .map(client -> standing(client, now))
                .toList();
    }

    private ClientStanding standing(Client client, Instant now) {
        List<Activity> own = activities.all().stream()
                .filter(one -> one.clientId().equals(client.id()))
                .toList();
        int active = (int) campaigns.all(client.id()).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .count();
        Subscription booked = clients.subscription(client.id()).orElse(null);
        Optional<CreditAccount> left = credits.account(client.id());
        return new ClientStanding(
                client,
                clients.twin(client.id()).map(Client::id).orElse(null),
                booked,
                ClientHealth.of(
                        new ClientHealth.Facts(
                                active,
                                newest(own.stream()
                                        .filter(one -> one.action() == ActivityAction.SENT)
                                        .toList()),
                                lately(own, ActivityAction.SENT, now),
                                lately(own, ActivityAction.BOUNCED, now),
                                booked == null ? null : booked.status()),
                        now),
                new ClientStanding.Figures(
                        active,
                        users.members(client.id()).size(),
                        left.map(CreditAccount::balance).orElse(0),
                        left.map(CreditAccount::quota).orElse(0)),
                newest(own));
    }

    private static @Nullable Instant newest(List<Activity> some) {
        return some.stream()
                .map(Activity::occurredAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static long lately(List<Activity> own, ActivityAction action, Instant now) {
        return own.stream()
                .filter(one -> one.action() == action && one.channel() == Channel.EMAIL)
                .filter(one -> !one.occurredAt().isBefore(now.minus(LOOKED_AT)))
                .count();
    }
}

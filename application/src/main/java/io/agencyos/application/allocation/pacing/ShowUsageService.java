package io.agencyos.application.allocation.pacing;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Credits;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Counted by the stores; the money for models in a platform unit of its own, because one ledger keeps all of it. */
public final class ShowUsageService implements ShowUsage {

    private final StartPorts starts;
    private final Credits credits;
    private final Campaigns campaigns;
    private final SpendLedger spending;
    private final ToIntFunction<ClientId> seats;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** @param seats how many LinkedIn seats a client has connected; in the client's unit of work */
    public ShowUsageService(
            StartPorts starts,
            Credits credits,
            Campaigns campaigns,
            SpendLedger spending,
            ToIntFunction<ClientId> seats,
            UnitOfWork units,
            ClockPort clock) {
        this.starts = starts;
        this.credits = credits;
        this.campaigns = campaigns;
        this.spending = spending;
        this.seats = seats;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Usage> of(TenantScope scope) {
        Instant now = clock.now();
        return units.inTenant(scope.asWorker(), () -> starts.clients().find(scope.clientId()))
                .flatMap(client -> {
                    AiCost spent = units.onPlatform(() -> spentToday(client, now));
                    Holidays closed = starts.holidays().read();
                    return units.inTenant(scope.asWorker(), () -> usage(client, spent, now, closed));
                });
    }

    private AiCost spentToday(Client client, Instant now) {
        return spending.clientDay(client.id(), LocalDate.ofInstant(now, client.timezone()))
                .map(day -> day.spent().plus(day.reserved()))
                .orElse(AiCost.ZERO);
    }

    private Optional<Usage> usage(Client client, AiCost spent, Instant now, Holidays closed) {
        ClientId id = client.id();
        int active = Math.toIntExact(campaigns.all(id).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE && !campaign.isDeleted())
                .count());
        return starts.clients()
                .subscription(id)
                .flatMap(subscription -> credits.account(id)
                        .map(account -> new Usage(
                                subscription,
                                account,
                                active,
                                seats.applyAsInt(id),
                                starts(client, subscription, closed, now),
                                AiCost.of(starts.clients().settings(id).aiPerDay(subscription.plan())),
                                spent)));
    }

    private @Nullable Starts starts(Client client, Subscription subscription, Holidays closed, Instant now) {
        if (!subscription.status().isRunning()) {
            return null;
        }
        StartsOfToday today = StartsOfToday.of(starts, client, subscription, closed, now);
        return new Starts(today.pacing(), today.budget(), today.startedToday());
    }
}

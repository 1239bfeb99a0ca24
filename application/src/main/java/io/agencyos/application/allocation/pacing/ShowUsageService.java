package io.agencyos.application.allocation.pacing;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.outreach.calendar.HolidayCalendar;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.outreach.Holidays;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Counted by the stores; the money for models in a platform unit of its own, because one ledger keeps all of it. */
public final class ShowUsageService implements ShowUsage {

    private final Clients clients;
    private final Credits credits;
    private final Campaigns campaigns;
    private final PacingBook pacing;
    private final HolidayCalendar holidays;
    private final SpendLedger spending;
    private final ToIntFunction<ClientId> seats;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** @param seats how many LinkedIn seats a client has connected; in the client's unit of work */
    public ShowUsageService(
            Clients clients,
            Credits credits,
            Campaigns campaigns,
            PacingBook pacing,
            HolidayCalendar holidays,
            SpendLedger spending,
            ToIntFunction<ClientId> seats,
            UnitOfWork units,
            ClockPort clock) {
        this.clients = clients;
        this.credits = credits;
        this.campaigns = campaigns;
        this.pacing = pacing;
        this.holidays = holidays;
        this.spending = spending;
        this.seats = seats;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Usage> of(TenantScope scope) {
        Instant now = clock.now();
        return units.inTenant(scope.asWorker(), () -> clients.find(scope.clientId()))
                .flatMap(client -> {
                    AiCost spent = units.onPlatform(() -> spentToday(client, now));
                    Holidays closed = holidays.read();
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
        LocalDate today = LocalDate.ofInstant(now, client.timezone());
        Integer budget = pacing.days(id, today, today.plusDays(1)).stream()
                .map(PacingDay::startBudget)
                .findFirst()
                .orElse(null);
        int started =
                pacing.startsBetween(id, today.atStartOfDay(client.timezone()).toInstant(), now);
        int active = Math.toIntExact(campaigns.all(id).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE && !campaign.isDeleted())
                .count());
        return clients.subscription(id)
                .flatMap(subscription -> credits.account(id)
                        .map(account -> new Usage(
                                subscription,
                                account,
                                active,
                                seats.applyAsInt(id),
                                pace(client, subscription, now, closed),
                                budget,
                                started,
                                spent)));
    }

    private @Nullable Pacing pace(Client client, Subscription subscription, Instant now, Holidays closed) {
        if (!subscription.status().isRunning()) {
            return null;
        }
        ZoneId zone = client.timezone();
        return Pacing.of(
                subscription.plan().terms().leadsPerMonth(),
                pacing.startsBetween(
                        client.id(),
                        subscription.periodStart().atStartOfDay(zone).toInstant(),
                        now),
                subscription.periodStart(),
                subscription.periodEnd().minusDays(1),
                LocalDate.ofInstant(now, zone),
                closed.of(client.country(), zone));
    }
}

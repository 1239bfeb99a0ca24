package io.agencyos.application.conversion.everywhere;

import io.agencyos.application.client.billing.ReadRevenue;
import io.agencyos.application.client.staff.ClientStanding;
import io.agencyos.application.client.staff.KeepClients;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.ClientHealth;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Revenue;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What the platform comes to at this moment; days and months are those of Sydney. Source: api 9.17 overview, renewals. */
@PrimaryPort
public final class ReadOverview {

    private static final ZoneId HOME = ZoneId.of("Australia/Sydney");
    private static final int DECIMALS = 4;

    private final KeepClients clients;
    private final ReadEverywhere leads;
    private final SpendLedger spending;
    private final ReadRevenue revenue;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ReadOverview(
            KeepClients clients,
            ReadEverywhere leads,
            SpendLedger spending,
            ReadRevenue revenue,
            UnitOfWork units,
            ClockPort clock) {
        this.clients = clients;
        this.leads = leads;
        this.spending = spending;
        this.revenue = revenue;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The figures of the front page.
     *
     * @param monthlyChange since the month began, to four decimals; null when nothing was paid then or nobody knows
     * @param activeClients those whose subscription runs, trials included
     * @param leadsChange against yesterday, to four decimals; null when there were none
     */
    public record Overview(
            Money monthly,
            @Nullable BigDecimal monthlyChange,
            int activeClients,
            int newClientsThisMonth,
            long leadsToday,
            @Nullable BigDecimal leadsChange,
            AiCost aiSpendToday,
            AiCost aiLimit,
            int campaignsActive) {}

    /**
     * A period that ends.
     *
     * @param price what the next one costs
     * @param atRisk payment is late, or the client fares badly
     */
    public record Renewal(
            ClientId client,
            String name,
            Plan plan,
            SubscriptionStatus status,
            Money price,
            Instant renewsAt,
            boolean atRisk) {}

    public Overview now() {
        Instant now = clock.now();
        LocalDate today = LocalDate.ofInstant(now, HOME);
        Instant midnight = today.atStartOfDay(HOME).toInstant();
        List<ClientStanding> all = all();
        long leadsToday = leads.newLeads(midnight, now.plusMillis(1));
        long yesterday = leads.newLeads(today.minusDays(1).atStartOfDay(HOME).toInstant(), midnight);
        Instant monthBegan = YearMonth.from(today).atDay(1).atStartOfDay(HOME).toInstant();
        return new Overview(
                all.stream().map(ClientStanding::monthly).reduce(Money.ZERO, Money::plus),
                monthlyChange(),
                (int) all.stream().filter(ReadOverview::runs).count(),
                (int) all.stream()
                        .filter(row -> !row.client().createdAt().isBefore(monthBegan))
                        .count(),
                leadsToday,
                change(leadsToday, yesterday),
                units.readingPlatform(() -> spending.platformDay(today))
                        .map(AiBudget::spent)
                        .orElse(AiCost.ZERO),
                units.readingPlatform(spending::platformCap),
                all.stream().mapToInt(row -> row.figures().activeCampaigns()).sum());
    }

    private @Nullable BigDecimal monthlyChange() {
        return revenue.months(null, 1)
                .getFirst()
                .total()
                .flatMap(Revenue.Figures::movements)
                .map(Revenue.Movements::change)
                .orElse(null);
    }

    private List<ClientStanding> all() {
        return clients.list(new KeepClients.Filter(Set.of(), Set.of(), Set.of(), Set.of(), null));
    }

    private static boolean runs(ClientStanding row) {
        return row.subscription() != null && row.subscription().status().isRunning();
    }

    private static @Nullable BigDecimal change(long now, long before) {
        return before == 0
                ? null
                : BigDecimal.valueOf(now - before).divide(BigDecimal.valueOf(before), DECIMALS, RoundingMode.HALF_UP);
    }

    /** Periods that end within so many days, the next first; subscriptions that rest or are over renew nothing. */
    public List<Renewal> renewals(int days) {
        Instant now = clock.now();
        Instant until = now.plus(Duration.ofDays(days));
        return all().stream()
                .map(ReadOverview::renewal)
                .filter(Objects::nonNull)
                .filter(renewal ->
                        !renewal.renewsAt().isBefore(now) && renewal.renewsAt().isBefore(until))
                .sorted(Comparator.comparing(Renewal::renewsAt)
                        .thenComparing(renewal -> renewal.client().text()))
                .toList();
    }

    private static @Nullable Renewal renewal(ClientStanding row) {
        Subscription booked = row.subscription();
        if (booked == null
                || booked.status() == SubscriptionStatus.CANCELLED
                || booked.status() == SubscriptionStatus.PAUSED) {
            return null;
        }
        return new Renewal(
                row.client().id(),
                row.client().name(),
                booked.nextPlan(),
                booked.status(),
                booked.priceOf(booked.nextPlan()),
                booked.period().endsAt(),
                booked.status() == SubscriptionStatus.PAST_DUE || row.health().level() == ClientHealth.Level.CRITICAL);
    }
}

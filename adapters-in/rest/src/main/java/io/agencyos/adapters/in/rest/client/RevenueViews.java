package io.agencyos.adapters.in.rest.client;

import io.agencyos.application.client.billing.RevenueLedger;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Revenue;
import io.agencyos.domain.client.billing.RevenueEntry;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of {@link RevenueRoutes}; all amounts are whole cents. */
final class RevenueViews {

    private static final String AUD = "AUD";

    static final MonthView MONTH = new MonthView(
            "2026-03",
            AUD,
            2_375_000L,
            28_500_000L,
            475_000L,
            5,
            Moved.of(new Revenue.Movements(
                    Money.dollars(20_000),
                    Money.dollars(2_500),
                    Money.dollars(2_500),
                    Money.ZERO,
                    Money.dollars(1_250))),
            List.of(new PlanView(Plan.VELOCITY, AUD, 500_000, 1, null)));

    static final TransactionView TRANSACTION = new TransactionView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000070"),
            Instant.parse("2026-03-12T00:30:00Z"),
            new ClientView(UUID.fromString("019baaaa-0000-7000-8000-000000000001"), "Northlight"),
            RevenueEntry.Kind.RAISED,
            Plan.VELOCITY,
            AUD,
            500_000,
            250_000,
            null,
            null);

    private RevenueViews() {}

    /**
     * Revenue month by month.
     *
     * @param items the first month first
     */
    record Months(List<MonthView> items) {}

    /**
     * A month of Sydney, or what has passed of it; null is what lies before the ledger began.
     *
     * @param month the month, as 2026-03
     * @param mrrCents what is paid a month at its end, or now; null before the ledger began
     * @param arrCents twelve times that; null before the ledger began
     * @param activeClients clients whose subscription ran, trials included; null before the ledger began
     * @param arpuCents what one client pays of it; null where nobody does
     * @param movements what moved within the month; null where the ledger began within it
     * @param plans the same for each plan
     */
    record MonthView(
            String month,
            String currency,
            @Nullable Long mrrCents,
            @Nullable Long arrCents,
            @Nullable Long arpuCents,
            @Nullable Integer activeClients,
            @Nullable Moved movements,
            List<PlanView> plans) {

        static MonthView of(Revenue.Month month) {
            Optional<Revenue.Figures> total = month.total();
            return new MonthView(
                    month.month().toString(),
                    AUD,
                    total.map(figures -> figures.monthly().cents()).orElse(null),
                    total.map(figures -> figures.yearly().cents()).orElse(null),
                    total.map(Revenue.Figures::perClient).map(Money::cents).orElse(null),
                    total.map(Revenue.Figures::clients).orElse(null),
                    total.flatMap(Revenue.Figures::movements).map(Moved::of).orElse(null),
                    month.plans().entrySet().stream()
                            .map(plan -> PlanView.of(plan.getKey(), plan.getValue()))
                            .toList());
        }
    }

    /**
     * One plan's share of a month.
     *
     * @param plan the plan whose share it is
     * @param movements what moved within the month; null where the ledger began within it
     */
    record PlanView(
            Plan plan,
            String currency,
            long mrrCents,
            int activeClients,
            @Nullable Moved movements) {

        static PlanView of(Plan plan, Revenue.Figures figures) {
            return new PlanView(
                    plan,
                    AUD,
                    figures.monthly().cents(),
                    figures.clients(),
                    figures.movements().map(Moved::of).orElse(null));
        }
    }

    /**
     * What moved between a month's start and its end.
     *
     * @param startCents what was paid a month when the month began, in cents
     * @param newCents what new clients pay a month, in cents
     * @param expansionCents what clients pay a month more than before, in cents
     * @param contractionCents what clients pay a month less than before, in cents
     * @param churnedCents what clients paid a month who ceased to, in cents
     * @param netCents new and expansion less contraction and churned
     * @param change net over start, to four decimals; null where the start was nothing
     * @param churnRate churned over start, to four decimals; null where the start was nothing
     */
    record Moved(
            String currency,
            long startCents,
            long newCents,
            long expansionCents,
            long contractionCents,
            long churnedCents,
            long netCents,
            @Nullable BigDecimal change,
            @Nullable BigDecimal churnRate) {

        static Moved of(Revenue.Movements moved) {
            return new Moved(
                    AUD,
                    moved.start().cents(),
                    moved.fresh().cents(),
                    moved.expansion().cents(),
                    moved.contraction().cents(),
                    moved.churned().cents(),
                    moved.net().cents(),
                    moved.change(),
                    moved.churnRate());
        }
    }

    /**
     * The client of a line.
     *
     * @param name what the client is called; null where nobody is called so any more
     */
    record ClientView(UUID id, @Nullable String name) {}

    /**
     * A line of the ledger.
     *
     * @param at when it happened
     * @param client whose it is; null for a client that was removed
     * @param kind what happened to the subscription, or that an invoice was issued or paid
     * @param mrrCents what the client pays a month from then on
     * @param mrrChangeCents how that was changed; 0 for invoices
     * @param amountCents the amount of an invoice, in cents; null for other lines
     * @param reference the payments vendor's own name of the invoice, else null
     */
    record TransactionView(
            UUID id,
            Instant at,
            @Nullable ClientView client,
            RevenueEntry.Kind kind,
            Plan plan,
            String currency,
            long mrrCents,
            long mrrChangeCents,
            @Nullable Long amountCents,
            @Nullable String reference) {

        static TransactionView of(RevenueLedger.Line line) {
            RevenueEntry entry = line.entry();
            ClientId client = entry.client();
            return new TransactionView(
                    entry.id(),
                    entry.at(),
                    client == null ? null : new ClientView(client.value(), line.clientName()),
                    entry.kind(),
                    entry.plan(),
                    AUD,
                    entry.monthly().cents(),
                    entry.change().cents(),
                    entry.amount() == null ? null : entry.amount().cents(),
                    entry.reference());
        }
    }

    /** Reads {@code 2026-03}; empty for anything else. */
    static Optional<YearMonth> month(String text) {
        return text.matches("20[0-9]{2}-(0[1-9]|1[0-2])") ? Optional.of(YearMonth.parse(text)) : Optional.empty();
    }
}

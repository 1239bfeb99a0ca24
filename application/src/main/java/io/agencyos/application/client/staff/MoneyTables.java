package io.agencyos.application.client.staff;

import io.agencyos.application.client.billing.ReadRevenue;
import io.agencyos.application.client.billing.RevenueLedger;
import io.agencyos.application.platform.export.Cell;
import io.agencyos.application.platform.export.PartPlace;
import io.agencyos.application.platform.export.Sheet;
import io.agencyos.domain.client.billing.Revenue;
import io.agencyos.domain.client.billing.RevenueEntry;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ledger of money as tables; amounts in cents, empty where nothing is known. Source: api 9.17 {@code P/exports}. */
final class MoneyTables {

    static final List<String> REVENUE = List.of(
            "month",
            "plan",
            "mrr_cents",
            "active_clients",
            "start_cents",
            "new_cents",
            "expansion_cents",
            "contraction_cents",
            "churned_cents",
            "net_cents",
            "change",
            "churn_rate");
    static final List<String> TRANSACTIONS = List.of(
            "id",
            "at",
            "client_id",
            "client_name",
            "kind",
            "plan",
            "mrr_cents",
            "mrr_change_cents",
            "amount_cents",
            "reference");

    private static final int MONTHS = 24;
    private static final int PART = 1000;

    private final ReadRevenue revenue;

    MoneyTables(ReadRevenue revenue) {
        this.revenue = revenue;
    }

    /** Each month with the line of all plans first. */
    Sheet.Part months() {
        return Sheet.Part.last(revenue.months(null, MONTHS).stream()
                .flatMap(month -> month.total().stream()
                        .flatMap(total -> Stream.concat(
                                Stream.of(row(month, "all", total)),
                                month.plans().entrySet().stream()
                                        .map(plan -> row(month, plan.getKey().wire(), plan.getValue())))))
                .toList());
    }

    private static List<Cell> row(Revenue.Month month, String plan, Revenue.Figures figures) {
        List<Cell> row = new ArrayList<>(List.of(
                Cell.told(month.month()),
                Cell.of(plan),
                Cell.of(figures.monthly().cents()),
                Cell.of((long) figures.clients())));
        Stream.<Function<Revenue.Movements, Money>>of(
                        Revenue.Movements::start,
                        Revenue.Movements::fresh,
                        Revenue.Movements::expansion,
                        Revenue.Movements::contraction,
                        Revenue.Movements::churned,
                        Revenue.Movements::net)
                .forEach(amount -> row.add(cents(figures.movements().map(amount))));
        row.add(Cell.of(figures.movements().map(Revenue.Movements::change).orElse(null)));
        row.add(Cell.of(figures.movements().map(Revenue.Movements::churnRate).orElse(null)));
        return List.copyOf(row);
    }

    private static Cell cents(Optional<Money> amount) {
        return amount.map(money -> Cell.of(money.cents())).orElseGet(Cell.Empty::new);
    }

    Sheet.Part lines(Set<ClientId> only, @Nullable String place, Instant ordered) {
        RevenueLedger.After after = Optional.ofNullable(place)
                .map(PartPlace::of)
                .map(found -> new RevenueLedger.After(found.at(), found.id()))
                .orElse(null);
        List<RevenueLedger.Line> page =
                revenue.transactions(new RevenueLedger.Filter(only, Set.of(), null, ordered), after, PART);
        return new Sheet.Part(
                page.stream().map(MoneyTables::row).toList(),
                page.size() < PART
                        ? Optional.empty()
                        : Optional.of(new PartPlace(
                                        page.getLast().entry().at(),
                                        page.getLast().entry().id())
                                .text()));
    }

    private static List<Cell> row(RevenueLedger.Line line) {
        RevenueEntry entry = line.entry();
        return List.of(
                Cell.told(entry.id()),
                Cell.of(entry.at()),
                Cell.of(entry.client() == null ? null : entry.client().text()),
                Cell.of(line.clientName()),
                Cell.of(entry.kind()),
                Cell.of(entry.plan()),
                Cell.of(entry.monthly().cents()),
                Cell.of(entry.change().cents()),
                cents(Optional.ofNullable(entry.amount())),
                Cell.of(entry.reference()));
    }
}

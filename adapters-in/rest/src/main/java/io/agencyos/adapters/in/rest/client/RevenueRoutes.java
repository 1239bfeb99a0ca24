package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.client.RevenueViews.MonthView;
import io.agencyos.adapters.in.rest.client.RevenueViews.Months;
import io.agencyos.adapters.in.rest.client.RevenueViews.TransactionView;
import io.agencyos.application.client.billing.ReadRevenue;
import io.agencyos.application.client.billing.RevenueLedger;
import io.agencyos.domain.client.billing.RevenueEntry;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What the platform earns, for its staff. Source: api 9.17 revenue, transactions. */
public final class RevenueRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final int USUAL_MONTHS = 12;
    private static final int MOST_MONTHS = 24;

    private final ReadRevenue revenue;

    public RevenueRoutes(ReadRevenue revenue) {
        this.revenue = revenue;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.P + "/revenue", "What is paid a month, and what moved, month by month")
                        .tag(TAG)
                        .platformAdmin()
                        .params(
                                Param.text(
                                        "month",
                                        "The last month that is told, as 2026-03; without it the present one."),
                                Param.integer("months", "So many months, 1 to 24; 12 where none is named."))
                        .answers(Months.class, new Months(List.of(RevenueViews.MONTH)))
                        .handledBy(this::months),
                Route.get(Route.P + "/transactions", "What clients booked and paid, the newest first")
                        .tag(TAG)
                        .platformAdmin()
                        .params(
                                Param.words("kind", RevenueEntry.Kind.class),
                                Param.id("client_id"),
                                Param.instant("at_from", "From this instant on."),
                                Param.instant("at_to", "Before this instant."))
                        .lists(TransactionView.class, Sorting.of("-at"), RevenueViews.TRANSACTION)
                        .handledBy(this::transactions));
    }

    private Reply<Months> months(Call<None> call) {
        FieldErrors errors = new FieldErrors();
        int months = call.query().integer("months").orElse(USUAL_MONTHS);
        if (months < 1 || months > MOST_MONTHS) {
            errors.add(FieldError.query("months", "out_of_range", "From 1 to 24 months."));
        }
        Optional<String> named = call.query().text("month");
        Optional<YearMonth> last = named.flatMap(RevenueViews::month);
        if (named.isPresent() && last.isEmpty()) {
            errors.add(FieldError.query("month", "invalid", "A month looks like 2026-03."));
        }
        return errors.isEmpty()
                ? Reply.ok(new Months(revenue.months(last.orElse(null), months).stream()
                        .map(MonthView::of)
                        .toList()))
                : Reply.invalid(errors);
    }

    private Reply<Page<TransactionView>> transactions(Call<None> call) {
        RevenueLedger.Filter filter = new RevenueLedger.Filter(
                new HashSet<>(call.query().ids("client_id", ClientId::new)),
                call.query().words("kind", RevenueEntry.Kind.class),
                call.query().instant("at_from").orElse(null),
                call.query().instant("at_to").orElse(null));
        RevenueLedger.After after = call.paging()
                .after()
                .map(position ->
                        new RevenueLedger.After(Instant.parse(position.keys().getFirst()), position.id()))
                .orElse(null);
        return Reply.ok(Page.of(
                revenue.transactions(filter, after, call.paging().limit() + 1),
                call.paging(),
                TransactionView::of,
                line -> new Paging.Position(
                        List.of(line.entry().at().toString()), line.entry().id())));
    }
}

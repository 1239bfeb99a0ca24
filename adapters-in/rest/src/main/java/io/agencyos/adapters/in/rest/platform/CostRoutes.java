package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.platform.CostViews.AiCosts;
import io.agencyos.adapters.in.rest.platform.CostViews.ChannelCosts;
import io.agencyos.adapters.in.rest.platform.CostViews.CostSummary;
import io.agencyos.application.conversion.everywhere.ReadCosts;
import io.agencyos.application.platform.usage.ReadVendorCosts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What clients cost at vendors and models that are paid by use, read off the ledgers and not estimated. Source: api 9.17 costs. */
public final class CostRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String COSTS = Route.P + "/costs";
    private static final int MOST_DAYS = 366;

    private final ReadVendorCosts vendors;
    private final ReadCosts costs;
    private final ClockPort clock;

    public CostRoutes(ReadVendorCosts vendors, ReadCosts costs, ClockPort clock) {
        this.vendors = vendors;
        this.costs = costs;
        this.clock = clock;
    }

    @Override
    public List<Route<?, ?>> routes() {
        Param from = Param.text("from", "The first day, as 2026-03-01; without it the first of this month.");
        Param to = Param.text("to", "The last day, at most a year later; without it today.");
        return List.of(
                Route.get(COSTS + "/summary", "What a month costs, and what is left of its revenue")
                        .tag(TAG)
                        .platformAdmin()
                        .params(Param.text("month", "The month, as 2026-03; without it the one that runs."))
                        .answers(CostSummary.class, CostViews.SUMMARY)
                        .handledBy(this::summary),
                Route.get(COSTS + "/ai", "What models cost, by task, model, client and day")
                        .tag(TAG)
                        .platformAdmin()
                        .params(from, to, Param.id("client_id"))
                        .answers(AiCosts.class, CostViews.MODELS)
                        .handledBy(this::models),
                Route.get(COSTS + "/channels", "What clients cost at vendors that are paid by use")
                        .tag(TAG)
                        .platformAdmin()
                        .params(from, to, Param.id("client_id"))
                        .answers(ChannelCosts.class, CostViews.CHANNELS)
                        .handledBy(this::channels));
    }

    private Reply<CostSummary> summary(Call<None> call) {
        FieldErrors errors = new FieldErrors();
        Optional<YearMonth> month = call.query().text("month").flatMap(text -> month(text, errors));
        Optional<ReadCosts.Summary> summary = errors.isEmpty() ? costs.summary(month.orElse(null)) : Optional.empty();
        if (errors.isEmpty() && summary.isEmpty()) {
            errors.add(FieldError.query("month", "out_of_range", "This month has not begun."));
        }
        return summary.isPresent() ? Reply.ok(CostSummary.of(summary.get())) : Reply.invalid(errors);
    }

    private static Optional<YearMonth> month(String text, FieldErrors errors) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException other) {
            errors.add(FieldError.query("month", "invalid", "A month looks like 2026-03."));
            return Optional.empty();
        }
    }

    private Reply<AiCosts> models(Call<None> call) {
        FieldErrors errors = new FieldErrors();
        Days days = days(call, errors);
        return errors.isEmpty()
                ? Reply.ok(AiCosts.of(
                        days.from(),
                        days.to(),
                        costs.modelsToday(),
                        costs.ofModels(days.from(), days.to(), clients(call))))
                : Reply.invalid(errors);
    }

    private Reply<ChannelCosts> channels(Call<None> call) {
        FieldErrors errors = new FieldErrors();
        Days days = days(call, errors);
        return errors.isEmpty()
                ? Reply.ok(
                        ChannelCosts.of(days.from(), days.to(), vendors.lines(days.from(), days.to(), clients(call))))
                : Reply.invalid(errors);
    }

    private static Set<ClientId> clients(Call<None> call) {
        return new HashSet<>(call.query().ids("client_id", ClientId::new));
    }

    private record Days(LocalDate from, LocalDate to) {}

    private Days days(Call<None> call, FieldErrors errors) {
        LocalDate to = day(call, "to", errors).orElse(BillingPeriod.dayOf(clock.now()));
        LocalDate from = day(call, "from", errors).orElse(to.withDayOfMonth(1));
        if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            errors.add(FieldError.query("from", "out_of_range", "At most a year before the last day."));
        }
        return new Days(from, to);
    }

    private static Optional<LocalDate> day(Call<None> call, String name, FieldErrors errors) {
        return call.query().text(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException other) {
                errors.add(FieldError.query(name, "invalid", "A day looks like 2026-03-01."));
                return Optional.empty();
            }
        });
    }
}

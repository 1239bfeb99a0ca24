package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.platform.usage.ReadVendorCosts;
import io.agencyos.application.platform.usage.VendorUsage;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.client.BillingPeriod;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.shared.ClientId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What clients cost at vendors that are paid by use, read off the ledger and not estimated. Source: api 9.17 costs. */
public final class CostRoutes implements RouteGroup {

    private static final String AUD = "AUD";
    private static final int MOST_DAYS = 366;

    private static final ChannelCosts EXAMPLE = new ChannelCosts(
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 31),
            AUD,
            1_240,
            175,
            List.of(
                    new UseView("texts", MeteredUnit.SEGMENT, AUD, 90, 720),
                    new UseView("calls", MeteredUnit.MINUTE, AUD, 15, 520)),
            List.of(new ClientCost(UUID.fromString("019baaaa-0000-7000-8000-000000000001"), AUD, 1_240)),
            List.of(new DayCost(LocalDate.of(2026, 3, 2), AUD, 1_240)));

    private final ReadVendorCosts costs;
    private final ClockPort clock;

    public CostRoutes(ReadVendorCosts costs, ClockPort clock) {
        this.costs = costs;
        this.clock = clock;
    }

    /**
     * Costs of some days of Sydney; all amounts are whole cents, rounded once.
     *
     * @param expectedCents the part of the costs that no vendor has settled yet
     * @param uses the costs by vendor, channel and unit
     * @param clients the costs of each client
     * @param days the costs of each day
     */
    record ChannelCosts(
            LocalDate from,
            LocalDate to,
            String currency,
            long costCents,
            long expectedCents,
            List<UseView> uses,
            List<ClientCost> clients,
            List<DayCost> days) {}

    /**
     * What was used of a vendor, the dearest first.
     *
     * @param unit what the vendor counts
     * @param units how many of them
     */
    record UseView(String vendor, MeteredUnit unit, String currency, long units, long costCents) {}

    /** What a client has cost, the dearest first. */
    record ClientCost(UUID clientId, String currency, long costCents) {}

    /**
     * What a day has cost; days without a cost are left out.
     *
     * @param day the day of the calendar
     */
    record DayCost(LocalDate day, String currency, long costCents) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(Route.P + "/costs/channels", "What clients cost at vendors that are paid by use")
                .tag("Platform")
                .platformAdmin()
                .params(
                        Param.text("from", "The first day, as 2026-03-01; without it the first of this month."),
                        Param.text("to", "The last day, at most a year later; without it today."),
                        Param.id("client_id"))
                .answers(ChannelCosts.class, EXAMPLE)
                .handledBy(this::channels));
    }

    private Reply<ChannelCosts> channels(Call<None> call) {
        FieldErrors errors = new FieldErrors();
        LocalDate today = BillingPeriod.dayOf(clock.now());
        LocalDate to = day(call, "to", errors).orElse(today);
        LocalDate from = day(call, "from", errors).orElse(to.withDayOfMonth(1));
        if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            errors.add(FieldError.query("from", "out_of_range", "At most a year before the last day."));
        }
        return errors.isEmpty()
                ? Reply.ok(view(
                        from,
                        to,
                        costs.lines(from, to, new HashSet<>(call.query().ids("client_id", ClientId::new)))))
                : Reply.invalid(errors);
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

    private record Used(String vendor, MeteredUnit unit) {}

    private static ChannelCosts view(LocalDate from, LocalDate to, List<VendorUsage.Line> lines) {
        Map<Used, Long> units = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> new Used(line.vendor(), line.unit()), Collectors.summingLong(VendorUsage.Line::units)));
        return new ChannelCosts(
                from,
                to,
                AUD,
                cents(lines.stream().mapToLong(line -> line.cost().micros()).sum()),
                cents(lines.stream().mapToLong(line -> line.expected().micros()).sum()),
                micros(lines, line -> new Used(line.vendor(), line.unit())).entrySet().stream()
                        .sorted(Map.Entry.<Used, Long>comparingByValue().reversed())
                        .map(use -> new UseView(
                                use.getKey().vendor(),
                                use.getKey().unit(),
                                AUD,
                                units.getOrDefault(use.getKey(), 0L),
                                cents(use.getValue())))
                        .toList(),
                micros(lines, VendorUsage.Line::client).entrySet().stream()
                        .sorted(Map.Entry.<ClientId, Long>comparingByValue().reversed())
                        .map(client -> new ClientCost(client.getKey().value(), AUD, cents(client.getValue())))
                        .toList(),
                new TreeMap<>(micros(lines, VendorUsage.Line::day))
                        .entrySet().stream()
                                .map(day -> new DayCost(day.getKey(), AUD, cents(day.getValue())))
                                .toList());
    }

    private static <K> Map<K, Long> micros(List<VendorUsage.Line> lines, Function<VendorUsage.Line, K> by) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        by, Collectors.summingLong(line -> line.cost().micros())));
    }

    private static long cents(long micros) {
        return new MicroAud(micros).cents();
    }
}

package io.agencyos.adapters.in.rest.platform;

import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.conversion.everywhere.ReadCosts;
import io.agencyos.application.platform.usage.VendorUsage;
import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.platform.usage.CostCategory;
import io.agencyos.domain.platform.usage.CostsOfMonth;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shapes of {@link CostRoutes}; sums are whole cents, each rounded once. */
final class CostViews {

    private static final String AUD = "AUD";
    private static final UUID SOMEBODY = UUID.fromString("019baaaa-0000-7000-8000-000000000001");

    static final ChannelCosts CHANNELS = new ChannelCosts(
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 31),
            AUD,
            1_240,
            175,
            List.of(
                    new UseView("texts", MeteredUnit.SEGMENT, AUD, 90, 720),
                    new UseView("calls", MeteredUnit.MINUTE, AUD, 15, 520)),
            List.of(new ClientCost(SOMEBODY, AUD, 1_240)),
            List.of(new DayCost(LocalDate.of(2026, 3, 2), AUD, 1_240)));

    static final AiCosts MODELS = new AiCosts(
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 31),
            AUD,
            912,
            12,
            new Tokens(120_000, 41_000, 3_200, 64_000),
            new Today(AUD, 140, 50_000),
            List.of(new AgentCost(AiTask.REPLY_CLASSIFICATION, AUD, 210, 912)),
            List.of(new ModelCost("small-1", AUD, 210, 912)),
            List.of(new ClientCost(SOMEBODY, AUD, 912)),
            List.of(new DayCost(LocalDate.of(2026, 3, 2), AUD, 912)));

    static final CostSummary SUMMARY = new CostSummary(
            "2026-03",
            10,
            31,
            AUD,
            41_200,
            1_900,
            127_720,
            98_450,
            200_000L,
            new BigDecimal("0.7940"),
            CostsOfMonth.TARGET,
            List.of(
                    new CategoryCost(CostCategory.RECORDS, AUD, 30_000),
                    new CategoryCost(CostCategory.CALLS, AUD, 11_200)));

    private CostViews() {}

    /**
     * A month of Sydney, or what has passed of it.
     *
     * @param month the month, as 2026-03
     * @param daysPassed days that have begun, today included
     * @param daysOfMonth all of its days
     * @param expectedCents the part of the costs that no vendor has settled yet
     * @param atThisPaceCents what the whole month comes to if it goes on like this
     * @param monthBeforeCents what the month before cost
     * @param revenueCents what subscriptions earned in the days that have passed; null before the ledger of revenue began
     * @param grossMargin the share of revenue that is left, to four decimals; null without revenue
     * @param grossMarginTarget the share that is to be left
     * @param categories what the money went into, the dearest first
     */
    record CostSummary(
            String month,
            int daysPassed,
            int daysOfMonth,
            String currency,
            long costCents,
            long expectedCents,
            long atThisPaceCents,
            long monthBeforeCents,
            @Nullable Long revenueCents,
            @Nullable BigDecimal grossMargin,
            BigDecimal grossMarginTarget,
            List<CategoryCost> categories) {

        static CostSummary of(ReadCosts.Summary summary) {
            CostsOfMonth month = summary.month();
            return new CostSummary(
                    month.month().toString(),
                    month.passed(),
                    month.month().lengthOfMonth(),
                    AUD,
                    month.cost().cents(),
                    summary.expected().cents(),
                    month.atThisPace().cents(),
                    summary.before().cents(),
                    month.earned().map(Money::cents).orElse(null),
                    month.grossMargin().orElse(null),
                    CostsOfMonth.TARGET,
                    summary.categories().entrySet().stream()
                            .sorted(Map.Entry.<CostCategory, MicroAud>comparingByValue()
                                    .reversed())
                            .map(one -> new CategoryCost(
                                    one.getKey(), AUD, one.getValue().cents()))
                            .toList());
        }
    }

    /**
     * What one sort of thing cost.
     *
     * @param category what the money went into
     */
    record CategoryCost(CostCategory category, String currency, long costCents) {}

    /**
     * Costs of models in some days of Sydney; all amounts are whole cents, rounded once.
     *
     * @param expectedCents the part of the costs that is set aside for calls under way
     * @param tokens what was read and written for it, of calls that are over
     * @param today what models have cost everybody today
     * @param agents the costs of each task
     * @param models the costs of each model
     * @param clients the costs of each client
     * @param days the costs of each day
     */
    record AiCosts(
            LocalDate from,
            LocalDate to,
            String currency,
            long costCents,
            long expectedCents,
            Tokens tokens,
            Today today,
            List<AgentCost> agents,
            List<ModelCost> models,
            List<ClientCost> clients,
            List<DayCost> days) {

        static AiCosts of(LocalDate from, LocalDate to, AiBudget today, List<SpendLedger.Line> lines) {
            ToLongFunction<SpendLedger.Line> cost = line -> line.cost().micros();
            Map<AiTask, Long> calls = sums(lines, SpendLedger.Line::task, SpendLedger.Line::calls);
            Map<String, Long> ofModel = sums(lines, SpendLedger.Line::model, SpendLedger.Line::calls);
            return new AiCosts(
                    from,
                    to,
                    AUD,
                    cents(lines.stream().mapToLong(cost).sum()),
                    cents(lines.stream()
                            .mapToLong(line -> line.expected().micros())
                            .sum()),
                    Tokens.of(lines.stream().map(SpendLedger.Line::use).reduce(TokenUse.NONE, TokenUse::plus)),
                    new Today(AUD, today.committed().cents(), today.cap().cents()),
                    dearestFirst(
                            sums(lines, SpendLedger.Line::task, cost),
                            (task, micros) -> new AgentCost(task, AUD, calls.getOrDefault(task, 0L), cents(micros))),
                    dearestFirst(
                            sums(lines, SpendLedger.Line::model, cost),
                            (model, micros) ->
                                    new ModelCost(model, AUD, ofModel.getOrDefault(model, 0L), cents(micros))),
                    clientsOf(sums(lines, SpendLedger.Line::client, cost)),
                    daysOf(sums(lines, SpendLedger.Line::day, cost)));
        }
    }

    /**
     * Tokens of models' calls; none is counted twice.
     *
     * @param input read in full
     * @param output written
     * @param cacheWrite read and kept by the vendor for the next call
     * @param cacheRead known to the vendor from an earlier call
     */
    record Tokens(long input, long output, long cacheWrite, long cacheRead) {

        static Tokens of(TokenUse use) {
            return new Tokens(use.input(), use.output(), use.cacheWrite(), use.cacheRead());
        }
    }

    /**
     * The day of the platform within what it may cost.
     *
     * @param spentCents what calls have cost, and what is set aside for those under way
     * @param limitCents what all clients together may cost on a day
     */
    record Today(String currency, long spentCents, long limitCents) {}

    /**
     * What models cost at one task, the dearest first.
     *
     * @param agent what models were called for
     * @param calls how many calls cost something
     */
    record AgentCost(AiTask agent, String currency, long calls, long costCents) {}

    /**
     * What one model cost, the dearest first.
     *
     * @param model as its vendor names it
     * @param calls how many calls cost something
     */
    record ModelCost(String model, String currency, long calls, long costCents) {}

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
            List<DayCost> days) {

        private record Used(String vendor, MeteredUnit unit) {
            static Used of(VendorUsage.Line line) {
                return new Used(line.vendor(), line.unit());
            }
        }

        static ChannelCosts of(LocalDate from, LocalDate to, List<VendorUsage.Line> lines) {
            ToLongFunction<VendorUsage.Line> cost = line -> line.cost().micros();
            Map<Used, Long> units = sums(lines, Used::of, VendorUsage.Line::units);
            return new ChannelCosts(
                    from,
                    to,
                    AUD,
                    cents(lines.stream().mapToLong(cost).sum()),
                    cents(lines.stream()
                            .mapToLong(line -> line.expected().micros())
                            .sum()),
                    dearestFirst(
                            sums(lines, Used::of, cost),
                            (use, micros) -> new UseView(
                                    use.vendor(), use.unit(), AUD, units.getOrDefault(use, 0L), cents(micros))),
                    clientsOf(sums(lines, VendorUsage.Line::client, cost)),
                    daysOf(sums(lines, VendorUsage.Line::day, cost)));
        }
    }

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

    private interface Shown<K, V> {
        V of(K key, long micros);
    }

    private static <L, K> Map<K, Long> sums(List<L> lines, Function<L, K> by, ToLongFunction<L> what) {
        return lines.stream().collect(Collectors.groupingBy(by, Collectors.summingLong(what)));
    }

    private static <K, V> List<V> dearestFirst(Map<K, Long> micros, Shown<K, V> shown) {
        return micros.entrySet().stream()
                .sorted(Map.Entry.<K, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Comparator.comparing(one -> one.getKey().toString())))
                .map(one -> shown.of(one.getKey(), one.getValue()))
                .toList();
    }

    private static List<ClientCost> clientsOf(Map<ClientId, Long> micros) {
        return dearestFirst(micros, (client, cost) -> new ClientCost(client.value(), AUD, cents(cost)));
    }

    private static List<DayCost> daysOf(Map<LocalDate, Long> micros) {
        return new TreeMap<>(micros)
                .entrySet().stream()
                        .map(day -> new DayCost(day.getKey(), AUD, cents(day.getValue())))
                        .toList();
    }

    private static long cents(long micros) {
        return new MicroAud(micros).cents();
    }
}

package io.agencyos.application.conversion.everywhere;

import io.agencyos.application.client.billing.ReadRevenue;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.platform.usage.ReadVendorCosts;
import io.agencyos.application.platform.usage.VendorUsage;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.Revenue;
import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.platform.usage.CostCategory;
import io.agencyos.domain.platform.usage.CostsOfMonth;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What the platform's clients cost, read off the ledgers of vendors and models. Source: api 9.17 costs, web 11.3. */
@PrimaryPort
public final class ReadCosts {

    private final ReadVendorCosts vendors;
    private final SpendLedger models;
    private final ReadRevenue revenue;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ReadCosts(
            ReadVendorCosts vendors, SpendLedger models, ReadRevenue revenue, UnitOfWork units, ClockPort clock) {
        this.vendors = vendors;
        this.models = models;
        this.revenue = revenue;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A month in the large.
     *
     * @param expected the part that nobody has settled yet
     * @param before what the month before cost
     */
    public record Summary(
            CostsOfMonth month, MicroAud expected, Map<CostCategory, MicroAud> categories, MicroAud before) {}

    /**
     * Empty for a month that has not begun.
     *
     * @param asked null for the one that runs
     */
    public Optional<Summary> summary(@Nullable YearMonth asked) {
        LocalDate today = today();
        YearMonth month = asked == null ? YearMonth.from(today) : asked;
        int passed = CostsOfMonth.passed(month, today);
        if (passed == 0) {
            return Optional.empty();
        }
        Sums sums = sums(month);
        CostsOfMonth costs = new CostsOfMonth(
                month,
                passed,
                sums.cost(),
                revenue.months(month, 1)
                        .getFirst()
                        .total()
                        .map(Revenue.Figures::monthly)
                        .orElse(null));
        return Optional.of(new Summary(
                costs,
                sums.expected(),
                sums.categories(),
                sums(month.minusMonths(1)).cost()));
    }

    private record Sums(Map<CostCategory, MicroAud> categories, MicroAud expected) {

        MicroAud cost() {
            return categories.values().stream().reduce(MicroAud.ZERO, MicroAud::plus);
        }
    }

    private Sums sums(YearMonth month) {
        Map<CostCategory, MicroAud> categories = new EnumMap<>(CostCategory.class);
        MicroAud expected = MicroAud.ZERO;
        for (VendorUsage.Line line : vendors.lines(month.atDay(1), month.atEndOfMonth(), Set.of())) {
            categories.merge(CostCategory.of(line.unit()), line.cost(), MicroAud::plus);
            expected = expected.plus(line.expected());
        }
        for (SpendLedger.Line line : ofModels(month.atDay(1), month.atEndOfMonth(), Set.of())) {
            categories.merge(CostCategory.AI, new MicroAud(line.cost().micros()), MicroAud::plus);
            expected = expected.plus(new MicroAud(line.expected().micros()));
        }
        return new Sums(categories, expected);
    }

    /**
     * What models cost in these days of the platform.
     *
     * @param clients empty for all
     */
    public List<SpendLedger.Line> ofModels(LocalDate from, LocalDate until, Set<ClientId> clients) {
        return units.readingPlatform(() -> models.lines(from, until)).stream()
                .filter(line -> clients.isEmpty() || clients.contains(line.client()))
                .toList();
    }

    /** What models have cost everybody today, within what they may. */
    public AiBudget modelsToday() {
        LocalDate today = today();
        return units.readingPlatform(
                () -> models.platformDay(today).orElse(AiBudget.UNUSED).within(models.platformCap()));
    }

    private LocalDate today() {
        return BillingPeriod.dayOf(clock.now());
    }
}

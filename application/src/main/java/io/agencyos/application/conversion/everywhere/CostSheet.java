package io.agencyos.application.conversion.everywhere;

import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.platform.export.Cell;
import io.agencyos.application.platform.export.Sheet;
import io.agencyos.application.platform.usage.ReadVendorCosts;
import io.agencyos.application.platform.usage.VendorUsage;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.platform.usage.CostCategory;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What clients cost as a table, a part a day: amounts in millionths of a dollar, because whole cents of single lines would not
 * come to the sum. Source: api 1.1, 9.17 {@code P/exports}.
 */
public final class CostSheet {

    private static final List<String> COLUMNS =
            List.of("day", "client_id", "category", "name", "unit", "units", "cost_micros", "expected_micros");
    /** As long as calls are kept. Source: data model 11. */
    private static final int MONTHS = 13;

    private final ReadVendorCosts vendors;
    private final ReadCosts models;

    public CostSheet(ReadVendorCosts vendors, ReadCosts models) {
        this.vendors = vendors;
        this.models = models;
    }

    /** @param only whose costs, empty for all */
    public Sheet of(Set<ClientId> only) {
        return new Sheet("costs", COLUMNS, (scope, place, ordered) -> day(only, place, ordered));
    }

    private Sheet.Part day(Set<ClientId> only, @Nullable String place, Instant ordered) {
        LocalDate last = BillingPeriod.dayOf(ordered);
        LocalDate day = place == null ? last.minusMonths(MONTHS) : LocalDate.parse(place);
        List<List<Cell>> rows = Stream.concat(
                        vendors.lines(day, day, only).stream().map(CostSheet::row),
                        models.ofModels(day, day, only).stream().map(CostSheet::row))
                .toList();
        return new Sheet.Part(
                rows, day.isBefore(last) ? Optional.of(day.plusDays(1).toString()) : Optional.empty());
    }

    private static List<Cell> row(VendorUsage.Line line) {
        return List.of(
                Cell.told(line.day()),
                Cell.of(line.client().text()),
                Cell.of(CostCategory.of(line.unit())),
                Cell.of(line.vendor()),
                Cell.of(line.unit()),
                Cell.of((long) line.units()),
                Cell.of(line.cost().micros()),
                Cell.of(line.expected().micros()));
    }

    private static List<Cell> row(SpendLedger.Line line) {
        return List.of(
                Cell.told(line.day()),
                Cell.of(line.client().text()),
                Cell.of(CostCategory.AI),
                Cell.of(line.model()),
                Cell.of(line.task()),
                Cell.of((long) line.calls()),
                Cell.of(line.cost().micros()),
                Cell.of(line.expected().micros()));
    }
}

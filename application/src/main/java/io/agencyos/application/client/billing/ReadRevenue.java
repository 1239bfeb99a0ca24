package io.agencyos.application.client.billing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.Revenue;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What the platform earns by month, and the lines that it comes from. Source: api 9.17 revenue, transactions. */
@PrimaryPort
public final class ReadRevenue {

    private final RevenueLedger ledger;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ReadRevenue(RevenueLedger ledger, UnitOfWork units, ClockPort clock) {
        this.ledger = ledger;
        this.units = units;
        this.clock = clock;
    }

    /** So many months up to this one, the first first; the month that runs is told as far as it has come. */
    public List<Revenue.Month> months(@Nullable YearMonth last, int months) {
        Instant now = clock.now();
        YearMonth to = last == null ? YearMonth.from(BillingPeriod.dayOf(now)) : last;
        return Revenue.months(units.readingPlatform(ledger::standings), to, months, now);
    }

    /** The newest first. */
    public List<RevenueLedger.Line> transactions(
            RevenueLedger.Filter filter, RevenueLedger.@Nullable After after, int limit) {
        return units.readingPlatform(() -> ledger.page(filter, after, limit));
    }
}

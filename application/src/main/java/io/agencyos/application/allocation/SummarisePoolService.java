package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.PoolHoldings;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Rates from counts. */
final class SummarisePoolService implements SummarisePool {

    private static final int RATE_DECIMALS = 4;

    private final PoolHoldings holdings;
    private final UnitOfWork units;

    SummarisePoolService(PoolHoldings holdings, UnitOfWork units) {
        this.holdings = holdings;
        this.units = units;
    }

    @Override
    public Summary summarise(TenantScope scope) {
        // claims are the pool's own rows, which the product reads for the member
        PoolHoldings.Counts counts = units.inTenant(scope.asWorker(), () -> holdings.of(scope.clientId()));
        int scored =
                counts.tiers().values().stream().mapToInt(Integer::intValue).sum();
        return new Summary(
                counts.claimed(),
                counts.active(),
                counts.converted(),
                counts.released(),
                counts.sent().values().stream().mapToInt(Integer::intValue).sum(),
                counts.replied(),
                Reports.allTiers(counts.tiers()),
                counts.unscored(),
                Reports.mean(counts.scoreSum(), scored),
                counts.sent(),
                rate(counts.replied(), counts.contacted()),
                rate(counts.convertedLeads(), counts.contacted()));
    }

    private static @Nullable BigDecimal rate(int part, int of) {
        return of == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), RATE_DECIMALS, RoundingMode.HALF_UP);
    }
}

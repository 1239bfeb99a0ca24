package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.domain.conversion.platform.PlatformLearning.Published;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What was learned across clients, the newest run only. */
public final class MemoryPlatformFindings implements PlatformFindings {

    private static final int DECIMALS = 4;

    /** A run with all that it found; the last one stands. */
    private record Run(long number, List<Finding> findings) {}

    private final MemoryTable<Long, Run> runs;

    public MemoryPlatformFindings(MemoryUnitOfWork units) {
        runs = MemoryTable.ofPlatform("platform_pattern", units, Run::number);
    }

    @Override
    public List<Finding> current() {
        return runs.rows()
                .max(Comparator.comparingLong(Run::number))
                .map(Run::findings)
                .orElse(List.of());
    }

    @Override
    public void replace(List<Published> published, Instant at) {
        List<Finding> findings = published.stream()
                .map(each -> new Finding(stored(each), at))
                .sorted(Comparator.comparing(
                                (Finding each) -> each.published().industry(),
                                Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(each -> each.published().dimension())
                        .thenComparing(each -> each.published().segment()))
                .toList();
        runs.insert(new Run(runs.rows().count(), findings));
    }

    private static Published stored(Published each) {
        double lift = BigDecimal.valueOf(each.lift())
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
        return new Published(
                each.industry(),
                each.dimension(),
                each.segment(),
                lift,
                each.units(),
                each.clients(),
                each.confidence());
    }
}

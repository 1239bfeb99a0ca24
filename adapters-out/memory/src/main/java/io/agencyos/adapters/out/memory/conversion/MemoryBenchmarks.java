package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.application.conversion.report.Benchmarks;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.domain.conversion.Benchmark.Contribution;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Counted client by client. */
public final class MemoryBenchmarks implements Benchmarks {

    private final Supplier<Collection<ClientId>> sharing;
    private final Figures figures;

    /** @param sharing the live clients that share */
    public MemoryBenchmarks(Supplier<Collection<ClientId>> sharing, Figures figures) {
        this.sharing = sharing;
        this.figures = figures;
    }

    @Override
    public List<Contribution> shared(Instant from, Instant until, Instant now) {
        return sharing.get().stream()
                .map(client -> figures.results(new Figures.Over(client, ZoneOffset.UTC, from, until, null, now))
                        .getFirst())
                .filter(result -> result.contacted() > 0)
                .map(result -> new Contribution(
                        result.contacted(), result.replied(), result.booked(), result.showed(), result.missed()))
                .toList();
    }
}

package io.agencyos.application.conversion.report;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.Benchmark;
import io.agencyos.domain.conversion.Benchmark.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The platform's figures are counted over everybody's touches, so they are counted once an hour and remembered. */
public final class CompareWithPlatformService implements CompareWithPlatform {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration BACK = Duration.ofDays(DAYS);

    private final Benchmarks benchmarks;
    private final Figures figures;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    private record Known(Instant at, Optional<Benchmark> platform) {

        boolean holds(Instant now) {
            return now.isBefore(at.plus(REMEMBERED)) && !now.isBefore(at);
        }
    }

    public CompareWithPlatformService(Benchmarks benchmarks, Figures figures, UnitOfWork units, ClockPort clock) {
        this.benchmarks = benchmarks;
        this.figures = figures;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Compared compare(TenantScope scope) {
        Instant now = clock.now();
        Figures.Over over = new Figures.Over(scope.clientId(), ZoneOffset.UTC, now.minus(BACK), now, null, now);
        Figures.Result own = units.reading(scope, () -> figures.results(over).getFirst());
        return new Compared(platform(now), contribution(own));
    }

    static Contribution contribution(Figures.Result result) {
        return new Contribution(
                result.contacted(), result.replied(), result.booked(), result.showed(), result.missed());
    }

    private Optional<Benchmark> platform(Instant now) {
        Known last = known.get();
        if (last != null && last.holds(now)) {
            return last.platform();
        }
        List<Contribution> shared = units.readingPlatform(() -> benchmarks.shared(now.minus(BACK), now, now));
        Optional<Benchmark> found = Benchmark.of(shared);
        known.set(new Known(now, found));
        return found;
    }
}

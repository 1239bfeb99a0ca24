package io.agencyos.application.conversion.report;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversion.Benchmark;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** A client beside the middle of the platform. Source: api 9.9 {@code reports/benchmarks}. */
@PrimaryPort
@FunctionalInterface
public interface CompareWithPlatform {

    /** Days looked back on. */
    int DAYS = 90;

    /** @param platform empty while too few share, or one of them has too much of it */
    record Compared(Optional<Benchmark> platform, Benchmark.Contribution own) {}

    Compared compare(TenantScope scope);
}

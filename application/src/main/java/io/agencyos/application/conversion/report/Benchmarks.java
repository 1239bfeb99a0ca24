package io.agencyos.application.conversion.report;

import io.agencyos.domain.conversion.Benchmark.Contribution;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What live clients that share what they learn came to, without their names. Needs a platform unit. Source: api 9.9. */
@SecondaryPort
@FunctionalInterface
public interface Benchmarks {

    /**
     * One line for each of them that contacted anybody, counted as {@link Figures#results} does, in no order.
     *
     * @param until exclusive
     * @param now meetings that are over by then have an attendance
     */
    List<Contribution> shared(Instant from, Instant until, Instant now);
}

package io.agencyos.application.platform.flow;

import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.WorkClass;
import java.math.BigDecimal;
import java.time.Duration;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What is counted of runs; no client is named. Source: flows 1.10. */
@SecondaryPort
public interface RunMetrics {

    /** A run ended. */
    void ended(String flow, RunState state, Duration took, BigDecimal cost);

    /** Items of a step were settled. */
    void items(String flow, String step, ItemState state, int count);

    /** A run was blocked. */
    void blocked(String flow, BreakerScope scope);

    /** Runs of dead workers were set going again. */
    void resumed(int runs);

    /** A worker found that its run had been given to another. */
    void leaseLost();

    /**
     * What waits in this class.
     *
     * @param due runs that could begin or go on
     * @param since how long the oldest of them could; zero when there is none
     */
    void backlog(WorkClass work, int due, Duration since);

    /** Counts nothing. */
    static RunMetrics none() {
        return new RunMetrics() {
            @Override
            public void ended(String flow, RunState state, Duration took, BigDecimal cost) {}

            @Override
            public void items(String flow, String step, ItemState state, int count) {}

            @Override
            public void blocked(String flow, BreakerScope scope) {}

            @Override
            public void resumed(int runs) {}

            @Override
            public void leaseLost() {}

            @Override
            public void backlog(WorkClass work, int due, Duration since) {}
        };
    }
}

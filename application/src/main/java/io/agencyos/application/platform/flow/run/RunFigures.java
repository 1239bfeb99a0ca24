package io.agencyos.application.platform.flow.run;

import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Runs of all clients in figures, counted when they are asked for. Platform unit. Source: flows 1.9, 1.10. */
@SecondaryPort
public interface RunFigures {

    /**
     * What waits in a class, of flows that are enabled; of sending, touches too.
     *
     * @param due runs that could begin or go on
     * @param oldestDue since when the first of them could; of one that nobody has begun, when it was to begin first
     * @param inFlight runs that somebody executes
     */
    record Backlog(WorkClass work, int due, @Nullable Instant oldestDue, int inFlight) {

        public Backlog and(Backlog more) {
            Instant oldest = Stream.of(Optional.ofNullable(oldestDue), Optional.ofNullable(more.oldestDue))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            return new Backlog(work, due + more.due, oldest, inFlight + more.inFlight);
        }
    }

    /** From the moment at which runs were due to the one at which somebody began them. */
    record Latency(Duration median, Duration p95) {}

    /** A run's defect, and how many runs failed of it. */
    record Defect(String flow, String message, int runs) {}

    /**
     * How runs ended. What was cancelled, or not begun because another one ran, is not among them.
     *
     * @param partial finished, but some of their items failed or less was there than asked for
     */
    record Ended(int succeeded, int partial, int failed) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        public int all() {
            return succeeded + partial + failed;
        }

        /** Those that succeeded, in percent of all with one decimal; empty where none ended. */
        public Optional<BigDecimal> successRate() {
            return all() == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(succeeded)
                            .multiply(HUNDRED)
                            .divide(BigDecimal.valueOf(all()), 1, RoundingMode.HALF_UP));
        }
    }

    /** By flow, how a client's runs ended that were made after this; flows without one are left out. In its own unit. */
    Map<String, Ended> ended(ClientId client, Instant since);

    /** Every class, in its order. */
    List<Backlog> backlogs(Instant now);

    /** The same of one client. In its own unit. */
    List<Backlog> backlogs(ClientId client, Instant now);

    /** Of runs that were begun after this; empty when there were none. */
    Optional<Latency> latency(Instant since);

    /** Runs whose worker was found dead after this. */
    int resumedSince(Instant since);

    /** When the oldest run began that has an item of which nobody knows the outcome. */
    Optional<Instant> unknownSince();

    /** By flow, the last success of the platform's runs; where there is none, when the first was made. */
    Map<String, Instant> lastSuccess();

    /** Of runs that failed after this, by flow and message. */
    List<Defect> defects(Instant since);
}

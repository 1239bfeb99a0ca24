package io.agencyos.application.outreach.store;

import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Counters with a limit, and which touch holds which of them. Needs an open unit of work of the tenant, as worker;
 * counters are locked in ascending order, after the touches. Source: outreach 4.2, 7, invariants I4 and I6.
 */
@SecondaryPort
public interface Quotas {

    /** One counter: of what, counting what, from when on. */
    record Counter(UUID target, QuotaMetric metric, Instant periodStart) {}

    /** A counter with the limit that holds now; it may lie below what is used already. */
    record Bound(Counter counter, int limit) {}

    /** One unit of every bound for one touch, or none of them. */
    record Claim(TouchId touch, List<Bound> bounds) {
        public Claim {
            bounds = List.copyOf(bounds);
        }
    }

    /** What stands in a counter. */
    record Count(int reserved, int used) {

        public static final Count ZERO = new Count(0, 0);

        public int taken() {
            return reserved + used;
        }
    }

    /**
     * Reserves in the order given; a claim of which one bound is full gets nothing.
     *
     * @return the first full counter of every claim that got nothing
     */
    Map<TouchId, Counter> reserve(ClientId client, List<Claim> claims);

    /** Gives back what these touches hold; those that hold nothing are left alone. */
    void release(ClientId client, Collection<TouchId> touches);

    /** Turns what these touches hold into used units. Answers the touches that held nothing. */
    Set<TouchId> use(ClientId client, Collection<TouchId> touches);

    /** Books used units for touches that hold nothing any more, whatever the limits. */
    void book(ClientId client, List<Claim> claims);

    /** What these touches hold. */
    Map<TouchId, List<Counter>> held(ClientId client, Collection<TouchId> touches);

    /** What stands in these counters; those that nobody ever used are left out. */
    Map<Counter, Count> counts(ClientId client, Collection<Counter> counters);
}

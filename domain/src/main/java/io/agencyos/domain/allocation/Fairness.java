package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Whether the pool gave every client leads as good as those of the clients who want the same. Averages are compared as
 * whole numbers. Source: scoring B13.
 */
public final class Fairness {

    /** Fewer leads than these say nothing about a client's month. */
    public static final int FEWEST = 20;

    /** So far an average may be from the one of its peers. */
    private static final int TOLERATED_PERCENT = 10;

    /**
     * What a client was given in a month.
     *
     * @param industries of its ICP; empty for one that wants any
     * @param scores sum of the scores that the leads had when they were given
     */
    @ValueObject
    public record Received(ClientId client, Set<String> industries, int leads, long scores) {

        public Received {
            industries = industries.stream()
                    .map(industry -> industry.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Two ICPs that name an industry in common, or neither any, want the same people. */
        boolean wantsTheSame(Received other) {
            return industries.isEmpty() && other.industries.isEmpty()
                    || !Collections.disjoint(industries, other.industries);
        }
    }

    /**
     * A client beside all who want the same, itself included.
     *
     * @param peerLeads what they were given together
     * @param peerScores the sum of those scores
     */
    @ValueObject
    public record Line(Received received, long peerLeads, long peerScores) {

        /** Its average is more than a tenth above or below the peers'. */
        public boolean deviates() {
            long own = received.scores() * peerLeads;
            long peers = peerScores * received.leads();
            return received.leads() >= FEWEST && Math.abs(own - peers) * 100 > peers * TOLERATED_PERCENT;
        }

        /** The client's average in tenths, rounded down. */
        public long averageTenths() {
            return received.leads() == 0 ? 0 : received.scores() * 10 / received.leads();
        }

        /** The peers' average in tenths, rounded down. */
        public long peerAverageTenths() {
            return peerLeads == 0 ? 0 : peerScores * 10 / peerLeads;
        }
    }

    private Fairness() {}

    /** A line for every client, in their order. */
    public static List<Line> compare(Collection<Received> month) {
        return month.stream()
                .map(one -> {
                    List<Received> peers = month.stream()
                            .filter(other -> other.equals(one) || one.wantsTheSame(other))
                            .toList();
                    return new Line(
                            one,
                            peers.stream().mapToLong(Received::leads).sum(),
                            peers.stream().mapToLong(Received::scores).sum());
                })
                .toList();
    }
}

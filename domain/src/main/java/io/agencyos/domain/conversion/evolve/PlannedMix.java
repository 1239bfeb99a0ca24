package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.detect.How;
import io.agencyos.domain.scoring.tier.ChannelPrices;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The leads that were to be reached over the same channels in the same order, and how many of them booked.
 *
 * @param plan channels of the planned touches, in their order
 */
public record PlannedMix(List<Channel> plan, long leads, long booked) {

    private static final int COMPARED = 3;

    public PlannedMix {
        plan = List.copyOf(plan);
    }

    /** What its leads cost, in cents (AUD), if every plan runs to its end. */
    long cents() {
        return leads * ChannelPrices.cents(plan);
    }

    /** Whether its leads are in a segment of the detector of channels. */
    boolean isOf(Segment segment) {
        return switch (segment.dimension()) {
            case How.FIRST -> !plan.isEmpty() && plan.getFirst().wire().equals(segment.key());
            case How.SEQUENCE -> plan.size() > 1 && sequence().equals(segment.key());
            default -> false;
        };
    }

    private String sequence() {
        return plan.stream().limit(COMPARED).map(Vocabulary::wire).collect(Collectors.joining("→"));
    }
}

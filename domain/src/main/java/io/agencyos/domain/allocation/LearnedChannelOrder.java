package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a client's HOW pattern says of the channels, for one tier or over all. Source: scoring ALLOC-1 step 2, CIS 5.6
 * and 14.1.
 *
 * @param automatic whether the pattern may act by itself
 * @param confidence 0 to 1; below 0.5 the default order stands
 * @param standings a channel without data is absent and keeps its default place
 */
public record LearnedChannelOrder(boolean automatic, BigDecimal confidence, Map<Channel, Standing> standings) {

    private static final BigDecimal ENOUGH = new BigDecimal("0.5");

    public LearnedChannelOrder {
        standings = standings.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(standings));
    }

    /** How a channel came out. */
    public enum Verdict implements Vocabulary {
        CONFIRMED_POSITIVE,
        NEUTRAL,
        CONFIRMED_NEGATIVE
    }

    /** @param lowerLimit the lower end of the interval of its rate, which orders the good ones */
    public record Standing(Verdict verdict, BigDecimal lowerLimit) {}

    /** Whether it changes anything. */
    public boolean counts() {
        return automatic && confidence.compareTo(ENOUGH) >= 0;
    }

    /** The good ones by their lower limit, then the rest where it stood, the bad ones last. */
    List<Channel> sort(Collection<Channel> open) {
        List<Channel> ordered = new ArrayList<>(open.stream()
                .filter(channel -> verdict(channel) == Verdict.CONFIRMED_POSITIVE)
                .sorted(Comparator.comparing(this::lowerLimit).reversed().thenComparing(Comparator.naturalOrder()))
                .toList());
        open.stream().sorted().filter(c -> verdict(c) == Verdict.NEUTRAL).forEach(ordered::add);
        open.stream()
                .sorted()
                .filter(channel -> verdict(channel) == Verdict.CONFIRMED_NEGATIVE)
                .forEach(ordered::add);
        return ordered;
    }

    private Verdict verdict(Channel channel) {
        Standing standing = standings.get(channel);
        return standing == null ? Verdict.NEUTRAL : standing.verdict();
    }

    private BigDecimal lowerLimit(Channel channel) {
        Standing standing = standings.get(channel);
        return standing == null ? BigDecimal.ZERO : standing.lowerLimit();
    }
}

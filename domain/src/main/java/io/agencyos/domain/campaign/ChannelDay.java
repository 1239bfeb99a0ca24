package io.agencyos.domain.campaign;

import io.agencyos.domain.shared.Channel;
import java.util.Map;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * A campaign's day under its limit: each channel has its share by the mix, and what one does not use is the others'.
 * Source: scoring ALLOC-1.
 *
 * @param limit touches of the day, 1 to 500
 * @param taken touches that left today, or are about to
 * @param waiting touches that are still to come today, of channels that somebody can send on
 */
@ValueObject
public record ChannelDay(int limit, ChannelMix mix, Map<Channel, Integer> taken, Map<Channel, Integer> waiting) {

    public ChannelDay {
        taken = Map.copyOf(taken);
        waiting = Map.copyOf(waiting);
    }

    /** Whether one more touch may leave on this channel, with enough left for what the others wait for within their shares. */
    public boolean hasRoom(Channel channel) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= limit) {
            return false;
        }
        Map<Channel, Integer> shares = ChannelMixes.daily(limit, mix);
        if (of(taken, channel) < of(shares, channel)) {
            return true;
        }
        int kept = 0;
        for (Channel other : Channel.values()) {
            int unused = Math.max(0, of(shares, other) - of(taken, other));
            kept += other == channel ? 0 : Math.clamp(of(waiting, other), 0, unused);
        }
        return all + kept < limit;
    }

    private static int of(Map<Channel, Integer> counts, Channel channel) {
        return counts.getOrDefault(channel, 0);
    }
}

package io.agencyos.domain.campaign;

import io.agencyos.domain.shared.Channel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shares by largest remainder, in the default order of channels. Source: outreach 1.1, scoring ALLOC-1. */
public final class ChannelMixes {

    private ChannelMixes() {}

    /** The mix over the channels a client has senders for, again 100 in all; all zero where it has none. */
    public static ChannelMix renormalised(ChannelMix mix, Set<Channel> senders) {
        Map<Channel, Integer> kept = new EnumMap<>(Channel.class);
        Arrays.stream(Channel.values()).forEach(c -> kept.put(c, senders.contains(c) ? mix.of(c) : 0));
        return mix(split(100, kept));
    }

    /** A day's touches over the channels: 50 by the default mix → 20/10/10/10/0. */
    public static Map<Channel, Integer> daily(int touches, ChannelMix mix) {
        Map<Channel, Integer> weights = new EnumMap<>(Channel.class);
        Arrays.stream(Channel.values()).forEach(channel -> weights.put(channel, mix.of(channel)));
        return split(touches, weights);
    }

    private static Map<Channel, Integer> split(int total, Map<Channel, Integer> weights) {
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        Map<Channel, Integer> shares = new EnumMap<>(Channel.class);
        weights.forEach((channel, weight) -> shares.put(channel, sum == 0 ? 0 : total * weight / sum));
        int left = sum == 0
                ? 0
                : total - shares.values().stream().mapToInt(Integer::intValue).sum();
        List<Channel> byRemainder = weights.keySet().stream()
                .sorted(Comparator.comparingInt((Channel c) -> sum == 0 ? 0 : total * weights.getOrDefault(c, 0) % sum)
                        .reversed())
                .limit(left)
                .toList();
        byRemainder.forEach(channel -> shares.merge(channel, 1, Integer::sum));
        return shares;
    }

    private static ChannelMix mix(Map<Channel, Integer> shares) {
        return new ChannelMix(
                shares.getOrDefault(Channel.EMAIL, 0),
                shares.getOrDefault(Channel.SMS, 0),
                shares.getOrDefault(Channel.LINKEDIN, 0),
                shares.getOrDefault(Channel.VOICE, 0),
                shares.getOrDefault(Channel.MAIL, 0));
    }
}

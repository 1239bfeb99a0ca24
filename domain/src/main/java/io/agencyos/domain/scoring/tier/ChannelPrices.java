package io.agencyos.domain.scoring.tier;

import io.agencyos.domain.shared.Channel;
import java.util.List;

/**
 * What one touch costs for planning, in cents (AUD): the middle of what vendors ask. Bills are made from what they
 * charge, never from these. Source: vendors index, conversion intelligence 26.6.
 */
public final class ChannelPrices {

    private ChannelPrices() {}

    private static int cents(Channel channel) {
        return switch (channel) {
            case EMAIL -> 1;
            case LINKEDIN -> 0;
            case SMS -> 8;
            case VOICE, MAIL -> 200;
        };
    }

    /** The price of all planned touches. */
    public static long cents(List<Channel> plan) {
        return cents(plan, plan);
    }

    /** The price of the planned touches whose channel is open. */
    public static long cents(List<Channel> plan, List<Channel> open) {
        return plan.stream()
                .filter(open::contains)
                .mapToLong(ChannelPrices::cents)
                .sum();
    }
}

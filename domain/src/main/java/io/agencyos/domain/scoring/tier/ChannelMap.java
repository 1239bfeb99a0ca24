package io.agencyos.domain.scoring.tier;

import io.agencyos.domain.shared.Channel;
import java.util.List;

/**
 * Which channels a score opens: the tier's row, then the cost floors. One map for allocation and for sending; the plan
 * has no say. Source: scoring TIER-1, TIER-2.
 */
public final class ChannelMap {

    /** Whether a channel is open, and if not, which rule closed it. */
    public enum Access {
        OPEN,
        /** The tier's row does not have the channel: reason {@code tier}. */
        CLOSED_BY_TIER,
        /** The score is below a floor: reason {@code floor}. */
        CLOSED_BY_FLOOR
    }

    private ChannelMap() {}

    /** The hard limit of a tier, in the default order of channels. */
    public static List<Channel> row(Tier tier) {
        return switch (tier) {
            case HOT, WARM -> List.of(Channel.EMAIL, Channel.LINKEDIN, Channel.VOICE, Channel.SMS, Channel.MAIL);
            case COOL -> List.of(Channel.EMAIL, Channel.LINKEDIN);
            case COLD -> List.of(Channel.EMAIL);
            case DEAD -> List.of();
        };
    }

    /** Whether this channel is open to a lead of this tier (which a gate may have forced) and score. */
    public static Access access(Channel channel, Tier tier, AlsScore score, CostFloors floors) {
        if (!row(tier).contains(channel)) {
            return Access.CLOSED_BY_TIER;
        }
        return score.value() >= floors.of(channel) ? Access.OPEN : Access.CLOSED_BY_FLOOR;
    }

    /** As {@link #access} for a step that asks for a score of its own, which can only raise the floor. */
    public static Access access(Channel channel, Tier tier, AlsScore score, CostFloors floors, int stepMinimum) {
        Access access = access(channel, tier, score, floors);
        return access == Access.OPEN && score.value() < stepMinimum ? Access.CLOSED_BY_FLOOR : access;
    }

    /** All open channels, in the default order. */
    public static List<Channel> open(Tier tier, AlsScore score, CostFloors floors) {
        List<Channel> row = row(tier);
        for (Channel channel : row) {
            if (score.value() < floors.of(channel)) {
                return row.stream()
                        .filter(other -> score.value() >= floors.of(other))
                        .toList();
            }
        }
        return row;
    }
}

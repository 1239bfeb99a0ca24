package io.agencyos.domain.allocation;

import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.ChannelMap;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ChoiceBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * On which channels a lead is reached, in which order, and why not on the others. No sender is bound and no quota used:
 * an exhausted day must not take a channel from a lead for ever. Source: scoring ALLOC-1 steps 1, 2 and 5.
 *
 * @param channels best first; the place in the list is the rank
 * @param excluded the first condition that failed, for each channel that is left out
 * @param basis what the order was chosen by
 */
public record ChannelAllocation(List<Channel> channels, Map<Channel, ChannelExclusion> excluded, ChoiceBasis basis) {

    public ChannelAllocation {
        channels = List.copyOf(channels);
        excluded = excluded.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(excluded));
    }

    /** In the default order, as nothing else is known. */
    public ChannelAllocation(List<Channel> channels, Map<Channel, ChannelExclusion> excluded) {
        this(channels, excluded, ChoiceBasis.DEFAULT);
    }

    /** How much of what there is was given. */
    public enum Outcome {
        FULL,
        PARTIAL,
        /** The lead stays scored and is tried again the next day. */
        NONE
    }

    /**
     * What is known of a lead in a campaign.
     *
     * @param tier null while the lead has no score, which opens nothing
     * @param postalAddress whether a letter could be addressed
     * @param dncrListed whether the number stands on the Do Not Call Register
     * @param healthy channels with at least one sender that is not critical, restricted, retired or on hold
     */
    public record Facts(
            Optional<Tier> tier,
            AlsScore score,
            CostFloors floors,
            ChannelMix mix,
            ContactPoints contact,
            boolean postalAddress,
            boolean dncrListed,
            Set<Channel> healthy) {

        public Facts {
            healthy = Set.copyOf(healthy);
        }
    }

    /** Allocates in the default order, or in the learned one where it counts. */
    public static ChannelAllocation of(Facts facts, Optional<LearnedChannelOrder> learned) {
        return of(facts, learned, false);
    }

    /** The same; one that explores keeps the default order. */
    public static ChannelAllocation of(Facts facts, Optional<LearnedChannelOrder> learned, boolean explores) {
        List<Channel> open = new ArrayList<>();
        Map<Channel, ChannelExclusion> closed = new EnumMap<>(Channel.class);
        Arrays.stream(Channel.values())
                .forEach(channel -> exclusion(channel, facts)
                        .ifPresentOrElse(reason -> closed.put(channel, reason), () -> open.add(channel)));
        Optional<LearnedChannelOrder> order = learned.filter(LearnedChannelOrder::counts);
        ChoiceBasis basis = order.map(_ -> explores ? ChoiceBasis.EXPLORED : ChoiceBasis.LEARNED)
                .orElse(ChoiceBasis.DEFAULT);
        return new ChannelAllocation(
                order.filter(_ -> !explores).map(each -> each.sort(open)).orElse(open), closed, basis);
    }

    /** The first condition that the channel fails, in the order of the rule; empty where it is open. */
    private static Optional<ChannelExclusion> exclusion(Channel channel, Facts facts) {
        return closedByScore(channel, facts)
                .or(() -> facts.mix().of(channel) > 0 ? Optional.empty() : Optional.of(ChannelExclusion.MIX_OFF))
                .or(() -> known(channel, facts)
                        ? Optional.empty()
                        : Optional.of(ChannelExclusion.contactMissing(channel)))
                .or(() -> blocked(channel, facts))
                .or(() -> facts.healthy().contains(channel)
                        ? Optional.empty()
                        : Optional.of(ChannelExclusion.NO_HEALTHY_RESOURCE));
    }

    private static Optional<ChannelExclusion> closedByScore(Channel channel, Facts facts) {
        return switch (facts.tier()
                .map(tier -> ChannelMap.access(channel, tier, facts.score(), facts.floors()))
                .orElse(ChannelMap.Access.CLOSED_BY_TIER)) {
            case OPEN -> Optional.empty();
            case CLOSED_BY_TIER -> Optional.of(ChannelExclusion.TIER);
            case CLOSED_BY_FLOOR -> Optional.of(ChannelExclusion.FLOOR);
        };
    }

    private static boolean known(Channel channel, Facts facts) {
        ContactPoints contact = facts.contact();
        return switch (channel) {
            case EMAIL -> contact.email() != null;
            case LINKEDIN -> contact.linkedIn() != null;
            case VOICE, SMS -> contact.phone() != null;
            case MAIL -> facts.postalAddress();
        };
    }

    /** An unknown address is verified before it is used, so it does not close the channel. */
    private static Optional<ChannelExclusion> blocked(Channel channel, Facts facts) {
        EmailStatus status = facts.contact().emailStatus();
        return switch (channel) {
            case EMAIL ->
                status == EmailStatus.GUESSED || status == EmailStatus.INVALID
                        ? Optional.of(ChannelExclusion.UNVERIFIED_EMAIL)
                        : Optional.empty();
            case VOICE, SMS -> facts.dncrListed() ? Optional.of(ChannelExclusion.DNCR_LISTED) : Optional.empty();
            case LINKEDIN, MAIL -> Optional.empty();
        };
    }

    /** Full where nothing but the score or the mix closes a channel. */
    public Outcome outcome() {
        if (channels.isEmpty()) {
            return Outcome.NONE;
        }
        boolean asWanted = excluded.values().stream()
                .allMatch(reason -> reason == ChannelExclusion.TIER
                        || reason == ChannelExclusion.FLOOR
                        || reason == ChannelExclusion.MIX_OFF);
        return asWanted ? Outcome.FULL : Outcome.PARTIAL;
    }
}

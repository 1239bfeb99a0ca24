package io.agencyos.domain.allocation;

import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.shared.Channel;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * On which channels a lead could be written to at all: open to its score, wanted by the campaign, with a contact point,
 * and with something of the client's to send with. Momentary health does not count. Source: scoring POOL-6 check 13.
 */
public final class Reach {

    private Reach() {}

    /**
     * @param open what tier and floors open
     * @param senders the channels for which the client has a resource
     */
    public static Set<Channel> of(
            Collection<Channel> open, ChannelMix mix, ContactPoints contact, Set<Channel> senders) {
        Set<Channel> reachable = EnumSet.noneOf(Channel.class);
        for (Channel channel : open) {
            if (mix.of(channel) > 0 && senders.contains(channel) && known(channel, contact)) {
                reachable.add(channel);
            }
        }
        return reachable;
    }

    /** No postal address is kept in the pool. */
    private static boolean known(Channel channel, ContactPoints contact) {
        return switch (channel) {
            case EMAIL -> contact.email() != null && AssignmentChecks.GOOD_ADDRESSES.contains(contact.emailStatus());
            case LINKEDIN -> contact.linkedIn() != null;
            case VOICE, SMS -> contact.phone() != null;
            case MAIL -> false;
        };
    }
}

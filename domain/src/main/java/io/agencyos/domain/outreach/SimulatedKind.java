package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import java.util.EnumSet;
import java.util.Set;

/** What the sandbox of a twin can be asked to make happen. Source: api 4.1. */
public enum SimulatedKind implements Vocabulary {
    DELIVERED(Channel.SMS, Channel.MAIL),
    OPENED(Channel.EMAIL),
    CLICKED(Channel.EMAIL),
    BOUNCED(Channel.EMAIL, Channel.SMS, Channel.MAIL),
    COMPLAINED(Channel.EMAIL, Channel.SMS, Channel.LINKEDIN),
    REPLIED(Channel.EMAIL, Channel.SMS, Channel.LINKEDIN),
    CALL_ENDED(Channel.VOICE),
    CONNECTION_ACCEPTED(Channel.LINKEDIN),
    /** People book in a calendar, whatever they were reached by. */
    BOOKED(Channel.values());

    private final Set<Channel> channels;

    SimulatedKind(Channel... channels) {
        this.channels = EnumSet.of(channels[0], channels);
    }

    /** Whether the vendors of a channel tell of this. */
    public boolean happensOn(Channel channel) {
        return channels.contains(channel);
    }
}

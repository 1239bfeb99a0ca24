package io.agencyos.domain.campaign;

import io.agencyos.domain.shared.Channel;

/** Percentages of a campaign's channels, integers that sum to 100; 0 switches a channel off. Source: outreach 1.1. */
public record ChannelMix(int email, int sms, int linkedin, int voice, int mail) {

    public static final ChannelMix DEFAULT = new ChannelMix(40, 20, 20, 20, 0);

    public int sum() {
        return email + sms + linkedin + voice + mail;
    }

    public int of(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> sms;
            case LINKEDIN -> linkedin;
            case VOICE -> voice;
            case MAIL -> mail;
        };
    }
}

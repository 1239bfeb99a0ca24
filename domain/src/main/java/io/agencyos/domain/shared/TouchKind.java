package io.agencyos.domain.shared;

/**
 * What one intended contact is. It stands here beside the channels because sequences, templates, touches and
 * timelines all name it. Source: vocabulary 3.
 */
public enum TouchKind implements Vocabulary {
    /** One e-mail. */
    EMAIL(Channel.EMAIL),
    /** One text of one segment. */
    SMS(Channel.SMS),
    /** One dial. */
    VOICE(Channel.VOICE),
    /** Look at a profile: takes quota, never counts as contact. */
    LI_VIEW(Channel.LINKEDIN),
    /** Connection request. */
    LI_INVITE(Channel.LINKEDIN),
    /** Message to an existing connection. */
    LI_MESSAGE(Channel.LINKEDIN),
    /** Printed letter. */
    LETTER(Channel.MAIL),
    /** Postcard. */
    POSTCARD(Channel.MAIL);

    private final Channel channel;

    TouchKind(Channel channel) {
        this.channel = channel;
    }

    /** The kind of a step on this channel; on LinkedIn a person has to be invited before anything else. */
    public static TouchKind first(Channel channel) {
        return switch (channel) {
            case EMAIL -> EMAIL;
            case SMS -> SMS;
            case LINKEDIN -> LI_INVITE;
            case VOICE -> VOICE;
            case MAIL -> LETTER;
        };
    }

    /** The channel whose windows, caps and opt-outs apply. */
    public Channel channel() {
        return channel;
    }

    /** False for a profile view alone: gaps, limits and statistics do not see it (outreach 0). */
    public boolean countsAsTouch() {
        return this != LI_VIEW;
    }
}

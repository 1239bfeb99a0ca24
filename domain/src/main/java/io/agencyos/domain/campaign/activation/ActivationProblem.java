package io.agencyos.domain.campaign.activation;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;

/**
 * What keeps a campaign from being started; all are reported together. Source: vocabulary 17 (activation), outreach
 * 1.3.
 */
public enum ActivationProblem implements Vocabulary {
    /** It has no name. */
    NAME_MISSING,
    /** The channel mix does not sum to 100. */
    MIX_SUM,
    /** Not 1 to 20 steps, numbered without gaps. */
    STEPS_INVALID,
    /** The client has confirmed no ICP. */
    ICP_NOT_CONFIGURED,
    /** The subscription neither runs nor is on trial. */
    SUBSCRIPTION_INACTIVE,
    /** The plan's slots are taken. */
    CAMPAIGN_SLOT_LIMIT,
    /** No mailbox for an e-mail step. */
    NO_RESOURCE_EMAIL,
    /** No seat for a LinkedIn step. */
    NO_RESOURCE_LINKEDIN,
    /** No number for a call. */
    NO_RESOURCE_VOICE,
    /** No number for a text. */
    NO_RESOURCE_SMS,
    /** No mail account for a letter. */
    NO_RESOURCE_MAIL,
    /** Legal name, contact, address or opt-out endpoint is missing. */
    SENDER_IDENTITY_INCOMPLETE,
    /** The consent declaration is unsigned. */
    CONSENT_DECLARATION_MISSING,
    /** The client has stopped everything. */
    CLIENT_PAUSED,
    /** No leads yet, and no credits to get any. */
    NO_CREDITS;

    /** The problem of a step whose channel nobody can send on. */
    public static ActivationProblem noResource(Channel channel) {
        return switch (channel) {
            case EMAIL -> NO_RESOURCE_EMAIL;
            case LINKEDIN -> NO_RESOURCE_LINKEDIN;
            case VOICE -> NO_RESOURCE_VOICE;
            case SMS -> NO_RESOURCE_SMS;
            case MAIL -> NO_RESOURCE_MAIL;
        };
    }
}

package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;

/**
 * Why a channel is not given to a lead, in the order of the conditions. Source: vocabulary 17 (channel choice),
 * scoring ALLOC-1.
 */
public enum ChannelExclusion implements Vocabulary {
    /** The tier does not open it. */
    TIER,
    /** The score is below the channel's cost floor. */
    FLOOR,
    /** The campaign's mix has it at 0. */
    MIX_OFF,
    /** There is no address. */
    EMAIL_MISSING,
    /** There is no number. */
    PHONE_MISSING,
    /** There is no profile. */
    LINKEDIN_URL_MISSING,
    /** There is no postal address. */
    ADDRESS_MISSING,
    /** The address is a guess. */
    UNVERIFIED_EMAIL,
    /** The number is on the Do Not Call Register. */
    DNCR_LISTED,
    /** Nothing healthy to send with. */
    NO_HEALTHY_RESOURCE;

    /** The exclusion of a lead without the contact point that {@code channel} needs. */
    public static ChannelExclusion contactMissing(Channel channel) {
        return switch (channel) {
            case EMAIL -> EMAIL_MISSING;
            case LINKEDIN -> LINKEDIN_URL_MISSING;
            case VOICE, SMS -> PHONE_MISSING;
            case MAIL -> ADDRESS_MISSING;
        };
    }
}

package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.Vocabulary;

/** Why a lead that the client has is not offered to a campaign. The first that holds counts. Source: scoring POOL-8.5. */
public enum NotFree implements Vocabulary {
    /** It is customer, said no, opted out, cannot be reached, was put away or has had its sequence. */
    ENDED,
    /** It is in a sequence or was in one, answered, or has an appointment. */
    UNDER_WAY,
    /** Another campaign has it. */
    OTHER_CAMPAIGN,
    /** Somebody wrote to it outside any sequence. */
    CONTACTED,
    /** Its tier is lower than the one that was asked for, or it has no score. */
    BELOW_TIER
}

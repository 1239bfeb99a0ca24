package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/** Why a claim was given back. Source: vocabulary 7. */
public enum ReleaseReason implements Vocabulary {
    /** The client left. */
    CLIENT_CANCELLED,
    /** The person asked for it. */
    LEAD_REQUEST,
    /** Somebody let go by hand. */
    MANUAL,
    /** Another campaign or client takes over. */
    REALLOCATION,
    /** All was said and nobody answered. */
    SEQUENCE_EXHAUSTED,
    /** Not the one who was meant. */
    WRONG_PERSON,
    /** The campaign is gone. */
    CAMPAIGN_DELETED,
    /** The person turned out to be another record. */
    MERGED,
    /** May not be contacted. */
    SUPPRESSED,
    /** Said no. */
    NOT_INTERESTED,
    /** Cannot be reached. */
    INVALID
}

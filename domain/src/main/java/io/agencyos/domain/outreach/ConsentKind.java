package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Vocabulary;

/** On what a consent rests. Source: outreach 6.4, data model 1 ({@code consent_basis}). */
public enum ConsentKind implements Vocabulary {
    /** The person said so. */
    EXPRESS,
    /** The person is a customer or something like one. */
    EXISTING_RELATIONSHIP,
    /** A work address or number that was published, without a word against being written to. */
    CONSPICUOUS_PUBLICATION,
    /** Signed for a whole campaign, never for a person. */
    DECLARED
}

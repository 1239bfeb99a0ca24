package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/** What an entry is matched by, in the order of matching. Source: vocabulary 8, outreach 6.2. */
public enum SuppressionKeyType implements Vocabulary {
    /** One human, whatever the address. */
    PERSON,
    /** A mailbox, by its identity key. */
    EMAIL,
    /** A number in E.164. */
    PHONE,
    /** A public profile. */
    LINKEDIN,
    /** A domain and everything below it. */
    DOMAIN,
    /** A legal name, exactly. */
    COMPANY
}

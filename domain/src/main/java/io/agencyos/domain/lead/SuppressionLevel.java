package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/** For whom an entry holds; the platform's are looked at first. Source: vocabulary 8, outreach 6.2. */
public enum SuppressionLevel implements Vocabulary {
    /** Nobody contacts it. */
    PLATFORM,
    /** One client does not. */
    CLIENT
}

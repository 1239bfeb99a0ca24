package io.agencyos.domain.scoring;

import io.agencyos.domain.shared.Vocabulary;

/** What is known of an e-mail address. Source: data model 4. */
public enum EmailStatus implements Vocabulary {
    VERIFIED,
    CATCH_ALL,
    GUESSED,
    UNKNOWN,
    INVALID
}

package io.agencyos.domain.client;

import io.agencyos.domain.shared.Vocabulary;

/** How far a client is set up. Source: flows 2.1, 2.2, data model 5.1. */
public enum OnboardingStatus implements Vocabulary {
    NOT_STARTED,
    /** Its site is read for a profile. */
    EXTRACTING,
    /** A profile waits for somebody to confirm it. */
    REVIEW,
    CONFIRMED,
    /** First campaigns are drafted. */
    SETTING_UP,
    COMPLETED,
    /** It is, with less than was wanted. */
    COMPLETED_WITH_WARNINGS
}

package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Vocabulary;

/** What a meeting is for. Source: data model 4. */
public enum MeetingType implements Vocabulary {
    DISCOVERY,
    DEMO,
    FOLLOW_UP,
    CLOSE,
    ONBOARDING,
    OTHER
}

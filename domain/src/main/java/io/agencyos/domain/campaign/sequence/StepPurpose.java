package io.agencyos.domain.campaign.sequence;

import io.agencyos.domain.shared.Vocabulary;

/** What a step is for. Source: outreach 2.1. */
public enum StepPurpose implements Vocabulary {
    INTRO,
    CONNECT,
    VALUE_ADD,
    PATTERN_INTERRUPT,
    BREAKUP,
    DISCOVERY
}

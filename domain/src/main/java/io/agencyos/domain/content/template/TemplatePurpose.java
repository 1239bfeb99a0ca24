package io.agencyos.domain.content.template;

import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.shared.Vocabulary;

/** What a template is for: the purposes of steps, and the message that follows an accepted LinkedIn invitation. */
public enum TemplatePurpose implements Vocabulary {
    INTRO,
    CONNECT,
    VALUE_ADD,
    PATTERN_INTERRUPT,
    BREAKUP,
    DISCOVERY,
    FOLLOW_UP;

    /** The purpose of a template for a step of this purpose. */
    public static TemplatePurpose of(StepPurpose purpose) {
        return switch (purpose) {
            case INTRO -> INTRO;
            case CONNECT -> CONNECT;
            case VALUE_ADD -> VALUE_ADD;
            case PATTERN_INTERRUPT -> PATTERN_INTERRUPT;
            case BREAKUP -> BREAKUP;
            case DISCOVERY -> DISCOVERY;
        };
    }
}

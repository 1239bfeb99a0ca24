package io.agencyos.domain.conversation.rules;

/** The groups of the rule table of content 4.4, in its order. */
enum Group {
    OPT_OUT,
    ANGER,
    OUT_OF_OFFICE,
    AUTOMATIC,
    NOT_INTERESTED,
    MEETING_REQUEST,
    INTERESTED,
    WRONG_PERSON,
    REFERRAL,
    QUESTION
}

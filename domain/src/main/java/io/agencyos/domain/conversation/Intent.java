package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Vocabulary;

/** What the writer of a reply wants. Source: vocabulary 9. */
public enum Intent implements Vocabulary {
    MEETING_REQUEST,
    INTERESTED,
    QUESTION,
    NOT_INTERESTED,
    UNSUBSCRIBE,
    OUT_OF_OFFICE,
    AUTO_REPLY,
    REFERRAL,
    WRONG_PERSON,
    ANGRY_OR_COMPLAINT
}

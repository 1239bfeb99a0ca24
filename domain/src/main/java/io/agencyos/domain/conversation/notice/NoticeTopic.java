package io.agencyos.domain.conversation.notice;

import io.agencyos.domain.shared.Vocabulary;

/** What a person can be told of, and not. Source: api 9.16. */
public enum NoticeTopic implements Vocabulary {
    /** A lead got another tier. */
    LEAD_ALERTS,
    /** A lead answered. */
    REPLY_ALERTS,
    /** A meeting was booked, moved, called off or missed. */
    MEETING_ALERTS,
    /** A lead became a customer. */
    CONVERSION_ALERTS,
    /** A campaign was stopped or is over. */
    CAMPAIGN_ALERTS,
    /** Something keeps the client's outreach from going on. */
    SYSTEM_ALERTS,
    /** Something waits for a person. */
    APPROVAL_REQUESTS;

    /** Whether it is about leads of some tier. */
    public boolean hasTiers() {
        return this == LEAD_ALERTS || this == REPLY_ALERTS;
    }

    /** Whether it can be so urgent that a text message is sent. */
    public boolean canBeCritical() {
        return this == SYSTEM_ALERTS;
    }
}

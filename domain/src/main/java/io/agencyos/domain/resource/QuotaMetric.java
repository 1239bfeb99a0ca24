package io.agencyos.domain.resource;

import io.agencyos.domain.shared.Vocabulary;

/** What a quota counter counts; one row per resource, metric and period. Source: outreach 4.2, 7. */
public enum QuotaMetric implements Vocabulary {
    /** All e-mails of a sending domain, answers included. */
    EMAIL_TOTAL,
    /** E-mails of a sending domain that are outreach, below the reply buffer. */
    EMAIL_OUTBOUND,
    /** E-mails of one mailbox. */
    MAILBOX_TOTAL,
    /** Texts of a number. */
    SMS,
    /** Calls of a number. */
    VOICE,
    LI_INVITE,
    LI_MESSAGE,
    LI_VIEW,
    /** Letters and postcards. */
    MAIL,
    /** A client's first touches. */
    LEAD_STARTS,
    /** A client's texts. */
    CLIENT_SMS,
    /** A campaign's touches. */
    CAMPAIGN_TOUCHES,
    /** People of one company whom a client reached on a day. */
    COMPANY_PEOPLE,
    /** The part of them on one channel in a clock hour. */
    COMPANY_HOUR,
    /** A client's e-mails while it tests. */
    TEST_EMAILS,
    /** What a seat does in a clock hour, profile views included. */
    ACTIONS_HOUR
}

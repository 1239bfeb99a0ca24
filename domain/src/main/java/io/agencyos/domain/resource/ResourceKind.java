package io.agencyos.domain.resource;

import io.agencyos.domain.shared.Vocabulary;

/** What the platform lends to clients to send with; LinkedIn seats are the clients' own. Source: scoring RES-1. */
public enum ResourceKind implements Vocabulary {
    EMAIL_DOMAIN,
    /** One of the two of a domain, lent with it. */
    MAILBOX,
    /** For calls and texts alike. */
    PHONE_NUMBER
}

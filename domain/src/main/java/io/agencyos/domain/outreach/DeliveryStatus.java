package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Vocabulary;

/** What became of a sent touch. Source: vocabulary 4, outreach 4.1. */
public enum DeliveryStatus implements Vocabulary {
    /** The carrier took it over. */
    ACCEPTED,
    /** It arrived. */
    DELIVERED,
    /** It came back. */
    BOUNCED,
    /** The carrier gave up. */
    UNDELIVERED,
    /** The carrier took it and failed later. */
    FAILED_LATE;

    /** Reports arrive in any order and more than once: only news is taken, and of a final status only a late bounce. */
    public boolean mayBecome(DeliveryStatus next) {
        return this == ACCEPTED && next != ACCEPTED || this == DELIVERED && next == BOUNCED;
    }
}

package io.agencyos.domain.content;

import io.agencyos.domain.shared.Vocabulary;

/** A named part of a message. Source: content 3.4. */
public enum TextField implements Vocabulary {
    SUBJECT,
    BODY,
    TEXT,
    OPENING,
    VALUE_PROP,
    CTA
}

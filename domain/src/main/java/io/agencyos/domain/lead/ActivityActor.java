package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;

/** Who caused a line of a timeline. Source: data model 5.7. */
public enum ActivityActor implements Vocabulary {
    SYSTEM,
    USER,
    LEAD,
    VENDOR
}

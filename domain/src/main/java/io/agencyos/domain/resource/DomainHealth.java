package io.agencyos.domain.resource;

import io.agencyos.domain.shared.Vocabulary;

/** Standing of a sending domain over its last 30 days. Source: scoring RES-10. */
public enum DomainHealth implements Vocabulary {
    GOOD,
    WARNING,
    CRITICAL
}

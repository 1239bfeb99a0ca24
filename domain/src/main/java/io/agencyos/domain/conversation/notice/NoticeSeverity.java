package io.agencyos.domain.conversation.notice;

import io.agencyos.domain.shared.Vocabulary;

/** How much it matters. Source: data model 5.13. */
public enum NoticeSeverity implements Vocabulary {
    INFO,
    WARNING,
    CRITICAL
}

package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Vocabulary;

/** What a reply speaks about. Source: content 4.4, topics. */
public enum Topic implements Vocabulary {
    PRICING,
    TIMING,
    PROCESS,
    RESULTS,
    CONTRACT,
    TEAM,
    TECHNOLOGY,
    COMPETITOR,
    INTEGRATION
}

package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Vocabulary;

/** Life of a thread: stale after 14 days of silence, dead after 30. Source: content 4.8. */
public enum ThreadStatus implements Vocabulary {
    ACTIVE,
    STALE,
    RESOLVED,
    CONVERTED,
    DEAD
}

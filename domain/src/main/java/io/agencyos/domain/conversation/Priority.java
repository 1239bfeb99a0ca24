package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Vocabulary;

/** How soon a reply wants a person's eye. Source: content 4.3. */
public enum Priority implements Vocabulary {
    URGENT,
    HIGH,
    MEDIUM,
    LOW
}

package io.agencyos.domain.resource;

import io.agencyos.domain.shared.Vocabulary;

/** Whether mail can leave from a mailbox. Source: vendor catalogue, mailbox states. */
public enum MailboxState implements Vocabulary {
    CONNECTED,
    CONNECTING,
    DISCONNECTED,
    SUSPENDED,
    REMOVED
}

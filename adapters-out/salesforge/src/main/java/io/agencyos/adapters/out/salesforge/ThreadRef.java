package io.agencyos.adapters.out.salesforge;

import java.util.Optional;

/** Where an answer goes: names the workspace, so that another tenant's is refused. Opaque to everybody else. */
record ThreadRef(String workspaceId, String mailboxId, String threadId, String emailId) {

    String text() {
        return String.join("/", workspaceId, mailboxId, threadId, emailId);
    }

    static Optional<ThreadRef> parse(String text) {
        String[] parts = text.split("/", 4);
        return parts.length == 4
                ? Optional.of(new ThreadRef(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }
}

package io.agencyos.application.client.identity.store;

import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.UUID;

/** A letter of the product to a person about the person's account, in plain text; it may carry a link that is good once. */
public record AccountMail(UUID id, EmailAddress to, String subject, String text, Instant queuedAt) {

    /** Never shows the text. */
    @Override
    public String toString() {
        return "AccountMail[" + id + "]";
    }
}

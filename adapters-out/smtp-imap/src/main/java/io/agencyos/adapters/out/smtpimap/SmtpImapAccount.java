package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * One mailbox, the servers behind it and the key to it. Source: smtp-imap 1.
 *
 * @param username usually the address
 * @param sentFolder null to find it by special-use (RFC 6154) or by its usual names
 * @param junkFolder the same for junk
 */
public record SmtpImapAccount(
        ClientId clientId,
        EmailAddress address,
        String username,
        MailCredential credential,
        MailServer submission,
        MailServer reading,
        SentCopy sentCopy,
        @Nullable String sentFolder,
        @Nullable String junkFolder) {

    /** How a sent message becomes findable, which is what a lost answer is settled by. */
    public enum SentCopy {
        /** The server files what it was given to send, as Gmail and Microsoft 365 do. */
        PROVIDER,
        /** We file it after acceptance; a lost answer then leaves no copy, so absence proves nothing. */
        APPEND,
        /** A hidden copy goes to the mailbox itself. */
        BCC_SELF
    }

    /** Shows no credential. */
    @Override
    public String toString() {
        return "SmtpImapAccount[" + clientId + ", " + submission.host() + "]";
    }
}

package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * The mailboxes of an account as it was connected, in the order of their addresses.
     *
     * @throws IllegalArgumentException for one that was never tested and cannot be
     */
    public static List<SmtpImapAccount> allOf(VendorAccount account) {
        return switch (StoredAccount.read(account)) {
            case Result.Ok<List<SmtpImapAccount>, VendorFailure>(List<SmtpImapAccount> mailboxes) -> mailboxes;
            case Result.Err<List<SmtpImapAccount>, VendorFailure>(VendorFailure wrong) ->
                throw new IllegalArgumentException(wrong.details().message());
        };
    }

    /** The same account without this mailbox and its key; empty where it had no other. */
    public static Optional<VendorAccount> without(VendorAccount account, EmailAddress address) {
        Map<String, SecretText> left = new HashMap<>(account.credentials());
        left.keySet()
                .removeIf(name -> EmailAddress.parse(name)
                        .toOptional()
                        .filter(known -> known.key().equals(address.key()))
                        .isPresent());
        return left.keySet().stream().anyMatch(AccountForm::isMailbox)
                ? Optional.of(new VendorAccount(
                        account.clientId(),
                        account.vendor(),
                        account.accountRef(),
                        account.label(),
                        account.settings(),
                        left))
                : Optional.empty();
    }

    /** Shows no credential. */
    @Override
    public String toString() {
        return "SmtpImapAccount[" + clientId + ", " + submission.host() + "]";
    }
}

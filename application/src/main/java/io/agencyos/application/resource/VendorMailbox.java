package io.agencyos.application.resource;

import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.contact.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as its vendor shows it.
 *
 * @param ref the vendor's id
 * @param state {@link MailboxState#DISCONNECTED} where the vendor's word is not understood
 * @param unknownStatus that word, for an alert; null where the state is certain
 * @param disconnectReason the vendor's reason, for the tenant
 * @param dailyLimit the vendor's limit of e-mails a day, null where it has none
 */
public record VendorMailbox(
        String ref,
        EmailAddress address,
        String firstName,
        String lastName,
        MailboxState state,
        @Nullable String unknownStatus,
        @Nullable String disconnectReason,
        @Nullable Integer dailyLimit) {}

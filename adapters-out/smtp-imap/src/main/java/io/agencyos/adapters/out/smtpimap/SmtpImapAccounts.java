package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;

/** Which mailboxes a tenant has with plain mail servers. Given by whoever keeps the configuration and its secrets. */
public interface SmtpImapAccounts {

    /** All of the client's, none where it uses no plain mail server. */
    List<SmtpImapAccount> of(ClientId client);

    /** Takes a mailbox and its secrets away; one that is not there counts as removed. */
    void remove(ClientId client, EmailAddress address);

    /** The one with this address. */
    default Optional<SmtpImapAccount> of(ClientId client, EmailAddress address) {
        return of(client).stream()
                .filter(account -> account.address().key().equals(address.key()))
                .findFirst();
    }
}

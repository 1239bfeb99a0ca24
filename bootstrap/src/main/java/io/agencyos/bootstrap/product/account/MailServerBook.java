package io.agencyos.bootstrap.product.account;

import io.agencyos.adapters.out.smtpimap.SmtpImapAccount;
import io.agencyos.adapters.out.smtpimap.SmtpImapAccounts;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;

/** The mailboxes that clients have with plain mail servers, out of their stored accounts. */
public record MailServerBook(AccountBook<List<SmtpImapAccount>> book) implements SmtpImapAccounts {

    @Override
    public List<SmtpImapAccount> of(ClientId client) {
        return book.of(client).orElse(List.of());
    }

    @Override
    public void remove(ClientId client, EmailAddress address) {
        book.change(client, account -> SmtpImapAccount.without(account, address));
    }
}

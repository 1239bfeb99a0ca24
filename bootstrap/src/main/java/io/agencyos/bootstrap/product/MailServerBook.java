package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.smtpimap.SmtpImapAccount;
import io.agencyos.adapters.out.smtpimap.SmtpImapAccounts;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import java.util.List;

/** The mailboxes that clients have with plain mail servers, out of their stored accounts. */
record MailServerBook(AccountBook<List<SmtpImapAccount>> book) implements SmtpImapAccounts {

    @Override
    public List<SmtpImapAccount> of(ClientId client) {
        return book.of(client).orElse(List.of());
    }

    @Override
    public void remove(ClientId client, EmailAddress address) {
        book.change(client, account -> SmtpImapAccount.without(account, address));
    }
}

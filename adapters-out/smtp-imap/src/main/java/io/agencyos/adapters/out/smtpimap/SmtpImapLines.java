package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.conversation.MailLines;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One line for each mailbox; a mailbox whose key or server changed gets a new one. Source: smtp-imap 4. */
final class SmtpImapLines implements MailLines {

    private final SmtpImapAccounts accounts;
    private final SmtpImapSettings settings;
    private final Secrets secrets;
    private final Map<SmtpImapAccount, Ear> ears = new HashMap<>();

    SmtpImapLines(SmtpImapAccounts accounts, SmtpImapSettings settings, Secrets secrets) {
        this.accounts = accounts;
        this.settings = settings;
        this.secrets = secrets;
    }

    @Override
    public synchronized void listen(Collection<ClientId> clients, Consumer<ClientId> heard) {
        Set<SmtpImapAccount> wanted = clients.stream()
                .flatMap(client -> accounts.of(client).stream())
                .collect(Collectors.toUnmodifiableSet());
        hangUp(account -> !wanted.contains(account));
        wanted.forEach(account -> ears.computeIfAbsent(
                account, one -> Ear.open(settings, secrets, one, () -> heard.accept(one.clientId()))));
    }

    @Override
    public synchronized void hangUp() {
        hangUp(account -> true);
    }

    private void hangUp(Predicate<SmtpImapAccount> which) {
        List<SmtpImapAccount> ending = ears.keySet().stream().filter(which).toList();
        List<Ear> ended = ending.stream().map(ears::remove).toList();
        ended.forEach(Ear::hangUp);
        ended.forEach(Ear::awaitEnd);
    }
}

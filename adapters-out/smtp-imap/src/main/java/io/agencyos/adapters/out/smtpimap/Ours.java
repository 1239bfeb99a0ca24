package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a client's own mailboxes and messages are recognised. */
record Ours(Set<EmailKey> mailboxes, Set<DomainName> domains) {

    private static final Pattern TOUCH =
            Pattern.compile("<[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@([^<>@]+)>");

    static Ours of(List<SmtpImapAccount> accounts) {
        return new Ours(
                accounts.stream().map(account -> account.address().key()).collect(Collectors.toSet()),
                accounts.stream().map(account -> account.address().domain()).collect(Collectors.toSet()));
    }

    boolean isMailbox(EmailAddress address) {
        return mailboxes.contains(address.key());
    }

    /** {@code <touchId@sending-domain>} */
    boolean isMessage(String messageId) {
        var hit = TOUCH.matcher(messageId);
        return hit.matches()
                && domains.stream().anyMatch(domain -> domain.value().equalsIgnoreCase(hit.group(1)));
    }

    /** {@code unsubscribe+{token}@sending-domain} */
    boolean isOptOut(EmailAddress address) {
        return address.localPart().startsWith("unsubscribe+") && domains.contains(address.domain());
    }
}

package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.conversation.InboundReply;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replies as the classifier reads them: with the addresses and names that are known anyway. Works inside an open unit. */
public record ReadableReplies(Desk desk) {

    /**
     * What somebody wrote.
     *
     * @param automatic whether its vendor says that a machine wrote it
     * @param addresses from whom and to whom it went, beside those that the lead and the client have
     */
    public record Written(
            Channel channel,
            @Nullable String subject,
            String text,
            boolean automatic,
            Collection<String> addresses,
            Instant at) {

        static Written of(Writing writing, Instant at) {
            Set<String> addresses = new HashSet<>();
            if (writing instanceof Writing.Mail(InboundMail mail)) {
                addresses.add(mail.from().value());
                addresses.add(mail.mailbox().value());
            }
            return new Written(
                    writing.channel(), writing.subject(), writing.text(), writing.automatic(), addresses, at);
        }
    }

    public InboundReply of(@Nullable Lead lead, ClientId client, Written written) {
        Optional<Client> ours = desk.world().clients().find(client);
        Set<String> known = new HashSet<>(written.addresses());
        if (lead != null && lead.contact().email() != null) {
            known.add(lead.contact().email().value());
        }
        ours.map(Client::contactEmail).ifPresent(email -> known.add(email.value()));
        return new InboundReply(
                written.channel(),
                Objects.requireNonNullElse(written.subject(), ""),
                written.text(),
                written.automatic(),
                written.at().atZone(Desk.zoneOf(lead, ours)),
                known,
                desk.world()
                        .clients()
                        .defaultPersona(client)
                        .map(Persona::firstName)
                        .orElse(""));
    }
}

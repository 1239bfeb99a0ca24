package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came back in one thread. A mail's key is workspace, thread and e-mail, however it was found. Source: salesforge 4.6, 8. */
final class ThreadReader {

    private final MailboxAddresses addresses;

    ThreadReader(MailboxAddresses addresses) {
        this.addresses = addresses;
    }

    /** The events of a thread, oldest first. */
    Result<List<MailEvent>, VendorFailure> events(Connection connection, Wire.Thread thread) {
        String mailboxId = thread.mailboxId();
        if (mailboxId == null) {
            return Result.err(Failures.contract("thread", "a thread without a mailbox"));
        }
        return addresses
                .of(connection, mailboxId)
                .flatMap(ours -> connection
                        .calls()
                        .read("thread", () -> connection.api().thread(connection.workspace(), thread.id()))
                        .map(detail -> "bounced".equals(thread.replyType())
                                ? bounce(connection, thread, detail, ours)
                                : mails(connection, thread, detail, ours)));
    }

    private static List<MailEvent> bounce(
            Connection connection, Wire.Thread thread, Wire.ThreadDetail detail, String ours) {
        Instant at = thread.date();
        if (at == null) {
            return List.of();
        }
        String text = Texts.plain(Texts.orEmpty(thread.content()));
        MailEvent.About about = new MailEvent.About(
                null,
                refOf(detail),
                null,
                address(ours).orElse(null),
                address(thread.contactEmail()).orElse(null));
        String key = String.join("/", connection.workspace(), thread.id(), "bounced");
        return List.of(new MailEvent.Bounced(key, at, about, BounceText.classify(text), text));
    }

    private static List<MailEvent> mails(
            Connection connection, Wire.Thread thread, Wire.ThreadDetail detail, String ours) {
        List<MailEvent> events = new ArrayList<>();
        for (Wire.Email mail : detail.mails()) {
            if (!ours.equalsIgnoreCase(Texts.orEmpty(mail.fromAddress()))) {
                inbound(connection, thread, detail, mail, ours)
                        .map(MailEvent.Received::new)
                        .ifPresent(events::add);
            }
        }
        events.sort(Comparator.comparing(MailEvent::at));
        return events;
    }

    private static Optional<InboundMail> inbound(
            Connection connection, Wire.Thread thread, Wire.ThreadDetail detail, Wire.Email mail, String ours) {
        Optional<EmailAddress> mailbox = address(ours);
        Optional<EmailAddress> from = address(mail.fromAddress()).or(() -> address(thread.contactEmail()));
        String emailId = mail.ref();
        Instant date = mail.date();
        if (mailbox.isEmpty() || from.isEmpty() || emailId == null || date == null) {
            return Optional.empty();
        }
        ThreadRef ref =
                new ThreadRef(connection.workspace(), Objects.requireNonNull(thread.mailboxId()), thread.id(), emailId);
        return Optional.of(new InboundMail(
                String.join("/", connection.workspace(), thread.id(), emailId),
                mailbox.get(),
                from.get(),
                name(detail.contact(), from.get()),
                mail.subject(),
                Texts.plain(Texts.orEmpty(mail.content())),
                date,
                Optional.ofNullable(refOf(detail)).stream().toList(),
                thread.id(),
                "ooo".equals(thread.replyType()),
                ref.text()));
    }

    /** The e-mail of ours that the thread began with. */
    private static @Nullable String refOf(Wire.ThreadDetail detail) {
        Wire.ThreadContact contact = detail.contact();
        Wire.Named sequence = detail.sequence();
        return contact == null || contact.id() == null || sequence == null
                ? null
                : Flight.ref(sequence.id(), contact.id());
    }

    /** The contact's name, unless somebody else answered. */
    private static @Nullable String name(Wire.@Nullable ThreadContact contact, EmailAddress from) {
        if (contact == null || !from.value().equalsIgnoreCase(Texts.orEmpty(contact.email()))) {
            return null;
        }
        String name = (Texts.orEmpty(contact.firstName()) + " " + Texts.orEmpty(contact.lastName())).strip();
        return name.isEmpty() ? null : name;
    }

    static Optional<EmailAddress> address(@Nullable String text) {
        return text == null ? Optional.empty() : EmailAddress.parse(text).toOptional();
    }
}

package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.domain.shared.contact.EmailAddress;
import jakarta.mail.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a report about deliveries says (RFC 3464), and what older formats say in words. Source: smtp-imap 5. */
final class DeliveryReport {

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{Alnum}!#$%&'*+/=?^_`{|}~.-]+@[\\p{Alnum}.-]+\\p{Alpha}");
    private static final int BEGINNING = 4 << 10;
    private static final int LONGEST = 200;

    private final FolderReader.Mail mail;
    private final EmailAddress mailbox;
    private final Ours ours;
    private final String key;

    DeliveryReport(FolderReader.Mail mail, EmailAddress mailbox, Ours ours) {
        this.mail = mail;
        this.mailbox = mailbox;
        this.ours = ours;
        this.key = new MailHeaders(mail.message()).key();
    }

    private Instant at() {
        return mail.receivedAt();
    }

    List<MailEvent> events() {
        List<ReportFields> recipients =
                Parts.first(mail.message(), "message/delivery-status")
                        .map(ReportFields::blocks)
                        .orElse(List.of())
                        .stream()
                        .filter(block -> block.get("Action").isPresent())
                        .toList();
        return recipients.isEmpty() ? List.of(inWords()) : perRecipient(recipients);
    }

    private List<MailEvent> perRecipient(List<ReportFields> blocks) {
        List<MailEvent> events = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            events.add(event(i == 0 ? key : key + "#" + (i + 1), blocks.get(i)));
        }
        return events;
    }

    private MailEvent event(String eventKey, ReportFields block) {
        MailEvent.About about = about(recipient(block).orElse(null));
        String action = block.get("Action").orElse("").toLowerCase(Locale.ROOT);
        return switch (action) {
            case "failed" -> {
                String said = block.typed("Diagnostic-Code").orElse("");
                String status = block.get("Status").orElse("");
                yield new MailEvent.Bounced(
                        eventKey, at(), about, BounceClasses.of(status, said), diagnostic(status + " " + said));
            }
            case "delivered", "relayed", "expanded" -> new MailEvent.Delivered(eventKey, at(), about);
            case "delayed" -> new MailEvent.Noted(eventKey, at(), "delivery_delayed");
            default -> new MailEvent.Noted(eventKey, at(), "delivery_report");
        };
    }

    /** To whom it was sent, where it was redirected on the way. */
    private static Optional<EmailAddress> recipient(ReportFields block) {
        return Stream.of("Original-Recipient", "Final-Recipient")
                .flatMap(name -> block.typed(name).flatMap(MailHeaders::address).stream())
                .findFirst();
    }

    private MailEvent.About about(@Nullable EmailAddress recipient) {
        String messageId = returnedId().orElse(null);
        return new MailEvent.About(messageId, null, null, mailbox, recipient);
    }

    /** The Message-ID in the returned part, else any of ours that the report names. */
    Optional<String> returnedId() {
        return Parts.leaves(mail.message()).stream()
                .filter(DeliveryReport::isReturned)
                .flatMap(part ->
                        ReportFields.blocks(Parts.decoded(part)).stream().limit(1))
                .flatMap(block -> block.get("Message-ID").stream())
                .flatMap(value -> MailHeaders.ids(value).stream())
                .findFirst()
                .or(this::namedId);
    }

    private Optional<String> namedId() {
        return Parts.leaves(mail.message()).stream()
                .flatMap(part -> MailHeaders.ids(Parts.decoded(part)).stream())
                .filter(ours::isMessage)
                .findFirst();
    }

    private static boolean isReturned(Part part) {
        return Set.of("message/rfc822", "text/rfc822-headers").contains(Parts.type(part));
    }

    /** No machine-readable part: recipient and code from the beginning of the text, if only one can be meant. */
    private MailEvent inWords() {
        String beginning = beginning();
        Set<EmailAddress> named = new LinkedHashSet<>();
        ADDRESS.matcher(beginning)
                .results()
                .map(MatchResult::group)
                .flatMap(found -> MailHeaders.address(found).stream())
                .filter(address -> !ours.isMailbox(address) && !isDaemon(address.value()))
                .forEach(named::add);
        Set<EmailAddress> people = Set.copyOf(named);
        boolean known = returnedId().isPresent();
        if (people.size() != 1 && !known) {
            return new MailEvent.Noted(key, at(), "bounce_unmatched");
        }
        EmailAddress recipient = people.size() == 1 ? named.iterator().next() : null;
        return new MailEvent.Bounced(
                key, at(), about(recipient), BounceClasses.of("", beginning), diagnostic("reported in words"));
    }

    /** Without Message-IDs of ours, which look like addresses. */
    private String beginning() {
        String text = Parts.text(mail.message());
        String beginning = text.substring(0, Math.min(BEGINNING, text.length()));
        for (String id : MailHeaders.ids(beginning)) {
            beginning = ours.isMessage(id) ? beginning.replace(id, "") : beginning;
        }
        return beginning;
    }

    static boolean isDaemon(String from) {
        String sender = from.toLowerCase(Locale.ROOT);
        return sender.contains("mailer-daemon") || sender.contains("postmaster@");
    }

    /** Without addresses, which a diagnostic likes to quote. */
    private static String diagnostic(String text) {
        String clean = ADDRESS.matcher(text.strip()).replaceAll("…");
        return clean.substring(0, Math.min(LONGEST, clean.length()));
    }
}

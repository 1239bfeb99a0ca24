package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conversation that a contact has answered in; it begins with our e-mail. */
final class MailThread {

    /** One message; {@code type} is sent or received. */
    record Entry(String id, String subject, String content, Instant date, boolean outgoing, String from, String to) {

        Map<String, @Nullable Object> json() {
            return Json.object(
                    "id",
                    id,
                    "emailId",
                    id,
                    "subject",
                    subject,
                    "content",
                    content,
                    "date",
                    date,
                    "type",
                    outgoing ? "sent" : "received",
                    "fromAddress",
                    from,
                    "toAddress",
                    to,
                    "tos",
                    List.of(to),
                    "ccs",
                    List.of(),
                    "bccs",
                    List.of(),
                    "attachments",
                    List.of());
        }
    }

    final String id;
    final Enrolment enrolment;
    final Mailbox mailbox;
    final List<Entry> entries = new ArrayList<>();
    boolean unread = true;
    boolean positive;
    String labelId = "";
    String replyType = "lead_replied";

    MailThread(String id, Enrolment enrolment, Mailbox mailbox) {
        this.id = id;
        this.enrolment = enrolment;
        this.mailbox = mailbox;
    }

    Entry lastReceived() {
        return entries.stream().filter(entry -> !entry.outgoing).toList().getLast();
    }

    Map<String, @Nullable Object> summary() {
        Entry last = lastReceived();
        Contact contact = enrolment.contact;
        return Json.object(
                "id",
                id,
                "mailboxId",
                mailbox.id,
                "contactFirstName",
                contact.firstName,
                "contactLastName",
                contact.lastName,
                "contactEmail",
                contact.email,
                "subject",
                last.subject,
                "content",
                last.content,
                "date",
                last.date,
                "isUnread",
                unread,
                "isPositive",
                positive,
                "labelId",
                labelId,
                "replyType",
                replyType);
    }

    Map<String, @Nullable Object> json(@Nullable Object product) {
        Sequence sequence = enrolment.sequence;
        return Json.object(
                "id",
                id,
                "mailboxId",
                mailbox.id,
                "labelId",
                labelId,
                "replyType",
                replyType,
                "contact",
                enrolment.contact.brief(),
                "emails",
                entries.stream().map(Entry::json).toList(),
                "linkedinMessages",
                List.of(),
                "sequence",
                Json.object(
                        "id",
                        sequence.id,
                        "name",
                        sequence.name,
                        "status",
                        sequence.status.wire(),
                        "product",
                        product));
    }
}

package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.domain.shared.contact.EmailAddress;
import jakarta.mail.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a mail in one of our mailboxes is; the first test that holds decides. Source: smtp-imap 4. */
final class MailSorter {

    private final EmailAddress mailbox;
    private final Ours ours;

    MailSorter(EmailAddress mailbox, Ours ours) {
        this.mailbox = mailbox;
        this.ours = ours;
    }

    private record Case(FolderReader.Mail mail, MailHeaders headers) {

        Part part() {
            return mail.message();
        }

        boolean reports(String type) {
            return isReport(part())
                    && Parts.parameter(part(), "report-type")
                            .filter(type::equals)
                            .isPresent();
        }
    }

    private record Test(String name, Predicate<Case> holds, Function<Case, List<MailEvent>> becomes) {}

    private final List<Test> tests = List.of(
            new Test("our own message", this::isOurs, this::proof),
            new Test("from one of our mailboxes", this::isFromUs, c -> noted(c, "own_mail")),
            new Test("delivery report", this::isBounce, this::bounces),
            new Test("feedback report", c -> c.reports("feedback-report"), this::complaint),
            new Test("mail that opts out", this::isOptOut, this::optOut),
            new Test("no sender to answer", c -> c.headers().from().isEmpty(), c -> noted(c, "sender_unreadable")),
            new Test("anything else", c -> true, this::received));

    List<MailEvent> events(FolderReader.Mail mail) {
        Case one = new Case(mail, new MailHeaders(mail.message()));
        return tests.stream()
                .filter(test -> test.holds().test(one))
                .findFirst()
                .orElseThrow()
                .becomes()
                .apply(one);
    }

    private boolean isOurs(Case one) {
        return one.headers().messageId().filter(ours::isMessage).isPresent();
    }

    private List<MailEvent> proof(Case one) {
        String id = one.headers().messageId().orElseThrow();
        EmailAddress to = one.headers().addresses("To").stream().findFirst().orElse(null);
        return List.of(new MailEvent.Sent(
                id, one.mail().receivedAt(), new MailEvent.About(id, null, null, mailbox, to), null));
    }

    private boolean isFromUs(Case one) {
        return one.headers().from().filter(ours::isMailbox).isPresent();
    }

    private static List<MailEvent> noted(Case one, String what) {
        return List.of(new MailEvent.Noted(one.headers().key(), one.mail().receivedAt(), what));
    }

    /** Vacation notes come without a sender, too (RFC 3834, 2): they say so. */
    private boolean isBounce(Case one) {
        if (isReport(one.part())) {
            return one.reports("delivery-status");
        }
        boolean nobody = one.headers().first("Return-Path").filter("<>"::equals).isPresent();
        boolean daemon =
                one.headers().first("From").filter(DeliveryReport::isDaemon).isPresent();
        boolean vacation = one.headers().all("Auto-Submitted").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).startsWith("auto-replied"));
        return nobody && !vacation
                || daemon
                        && new DeliveryReport(one.mail(), mailbox, ours)
                                .returnedId()
                                .filter(ours::isMessage)
                                .isPresent();
    }

    private static boolean isReport(Part part) {
        return Parts.type(part).equals("multipart/report");
    }

    private List<MailEvent> bounces(Case one) {
        return new DeliveryReport(one.mail(), mailbox, ours).events();
    }

    private List<MailEvent> complaint(Case one) {
        Optional<ReportFields> report = Parts.first(one.part(), "message/feedback-report")
                .flatMap(part -> ReportFields.blocks(part).stream().findFirst());
        if (report.flatMap(fields -> fields.get("Feedback-Type"))
                .filter("not-spam"::equalsIgnoreCase)
                .isPresent()) {
            return noted(one, "not_spam");
        }
        EmailAddress recipient = report.flatMap(fields -> fields.get("Original-Rcpt-To"))
                .flatMap(MailHeaders::address)
                .orElse(null);
        String id = new DeliveryReport(one.mail(), mailbox, ours).returnedId().orElse(null);
        return List.of(new MailEvent.Complained(
                one.headers().key(), one.mail().receivedAt(), new MailEvent.About(id, null, null, mailbox, recipient)));
    }

    private boolean isOptOut(Case one) {
        return optOutOf(one).isPresent()
                || Stream.of("To", "Cc", "Delivered-To", "X-Original-To")
                        .flatMap(name -> one.headers().addresses(name).stream())
                        .anyMatch(ours::isOptOut);
    }

    private Optional<String> optOutOf(Case one) {
        return OptOut.messageId(one.headers().subject(), mailbox);
    }

    private List<MailEvent> optOut(Case one) {
        @Nullable EmailAddress writer = one.headers().from().orElse(null);
        String answered = optOutOf(one)
                .or(() -> one.headers().answered().stream()
                        .filter(ours::isMessage)
                        .findFirst())
                .orElse(null);
        return List.of(new MailEvent.OptedOut(
                one.headers().key(),
                one.mail().receivedAt(),
                new MailEvent.About(answered, null, null, mailbox, writer)));
    }

    private List<MailEvent> received(Case one) {
        MailHeaders headers = one.headers();
        return List.of(new MailEvent.Received(new InboundMail(
                headers.key(),
                mailbox,
                headers.from().orElseThrow(),
                headers.fromName(),
                headers.subject(),
                Parts.text(one.part()),
                one.mail().receivedAt(),
                headers.answered(),
                null,
                automatic(headers) || isReport(one.part()),
                null)));
    }

    /** Written by a machine or for many (RFC 3834): it never counts as a reply and is never answered. */
    static boolean automatic(MailHeaders headers) {
        return headers.all("Auto-Submitted").stream()
                        .anyMatch(value -> !value.toLowerCase(Locale.ROOT).startsWith("no"))
                || headers.has("X-Autoreply")
                || headers.has("List-Id")
                || headers.all("Precedence").stream()
                        .anyMatch(value ->
                                List.of("auto_reply", "bulk", "junk", "list").contains(value.toLowerCase(Locale.ROOT)));
    }
}

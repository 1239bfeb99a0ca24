package io.agencyos.adapters.out.smtpimap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.MailEvent.BounceClass;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports about deliveries, in the standard's form and in others'. Source: smtp-imap 5. */
class BouncesTest {

    private static final String ID = "<3f0e2c1a-0000-4000-8000-000000000001@hello-harbour.example>";
    private static final EmailAddress PRIYA = new EmailAddress("priya@harbourlane.example");

    private final Post post = new Post();
    private final SmtpImap mail = post.with(post.account(post.smtp(), SentCopy.APPEND));

    @AfterEach
    void stop() {
        post.close();
    }

    private List<MailEvent> events(String raw) {
        post.put("INBOX", raw);
        return mail.replies().since(Post.CLIENT, null).orElseThrow().events();
    }

    private MailEvent only(String raw) {
        List<MailEvent> events = events(raw);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static String report(String type, String machine, String fields, String returned) {
        return """
            Return-Path: <>
            From: Mail Delivery <MAILER-DAEMON@mx.harbourlane.example>
            To: sam@hello-harbour.example
            Subject: Report
            Message-ID: <report-1@mx.harbourlane.example>
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=%s; boundary="b1"

            --b1
            Content-Type: text/plain

            A report in words.
            --b1
            Content-Type: %s

            %s
            --b1
            Content-Type: %s

            --b1--
            """.formatted(type, machine, fields, returned);
    }

    private static String dsn(String fields) {
        return report(
                "delivery-status",
                "message/delivery-status",
                "Reporting-MTA: dns; mx.harbourlane.example\nOriginal-Envelope-Id: e-1\n\n" + fields,
                "message/rfc822\n\nFrom: sam@hello-harbour.example\nMessage-ID: " + ID + "\nSubject: Quick idea\n\nHi");
    }

    private static String recipient(String action, String status, String diagnostic) {
        return "Final-Recipient: rfc822; priya@harbourlane.example\nAction: " + action
                + (status.isEmpty() ? "" : "\nStatus: " + status)
                + (diagnostic.isEmpty() ? "" : "\nDiagnostic-Code: smtp; " + diagnostic) + "\n";
    }

    private static MailEvent.Bounced bounced(MailEvent event) {
        assertThat(event).isInstanceOf(MailEvent.Bounced.class);
        return (MailEvent.Bounced) event;
    }

    @Test // smtp-imap 5, example
    void a_bounce_names_the_touch_and_its_reader() {
        MailEvent.Bounced bounced = bounced(only(dsn(recipient("failed", "5.1.1", "550 no such user"))));
        assertThat(bounced.bounceClass()).isEqualTo(BounceClass.HARD);
        assertThat(bounced.about()).isEqualTo(new MailEvent.About(ID, null, null, Post.SAM, PRIYA));
        assertThat(bounced.key()).isEqualTo("<report-1@mx.harbourlane.example>");
    }

    @ParameterizedTest // smtp-imap check 9: the table of section 5
    @CsvSource({
        "5.1.1,'550 5.1.1 no such user',HARD",
        "5.1.10,'',HARD",
        "5.4.4,'no such domain',HARD",
        "5.0.0,'550 user unknown',HARD",
        "'','550 unknown user',HARD",
        "'','',HARD",
        "5.7.1,'550 5.7.1 blocked',POLICY",
        "5.0.0,'554 listed on a blocklist',POLICY",
        "5.0.0,'554 5.7.509 rejected',POLICY",
        "4.4.7,'delivery time expired',SOFT",
        "5.2.2,'552 mailbox full',SOFT",
        "5.0.0,'mailbox is full',SOFT",
        "5.2.1,'550 disabled',HARD",
        "5.3.2,'system not accepting',SOFT"
    })
    void each_class_of_a_failure(String status, String diagnostic, BounceClass expected) {
        assertThat(bounced(only(dsn(recipient("failed", status, diagnostic)))).bounceClass())
                .isEqualTo(expected);
    }

    @Test // smtp-imap check 9
    void a_delay_is_only_noted() {
        assertThat(only(dsn(recipient("delayed", "4.4.1", "busy")))).isInstanceOf(MailEvent.Noted.class);
    }

    @ParameterizedTest // smtp-imap 5: delivered facts
    @CsvSource({"delivered", "relayed", "expanded"})
    void a_success_is_a_delivery(String action) {
        assertThat(only(dsn(recipient(action, "2.0.0", ""))))
                .isInstanceOfSatisfying(
                        MailEvent.Delivered.class,
                        delivered -> assertThat(delivered.about().messageId()).isEqualTo(ID));
    }

    @Test // smtp-imap 5: each recipient block
    void each_recipient_has_an_event_of_its_own() {
        List<MailEvent> events = events(dsn(recipient("failed", "5.1.1", "") + "\n"
                + "Final-Recipient: rfc822; noor@cove.example\nAction: delivered\nStatus: 2.0.0\n"));
        assertThat(events).hasSize(2);
        assertThat(events).extracting(MailEvent::key).doesNotHaveDuplicates();
    }

    @Test // smtp-imap 5: text/rfc822-headers; the reader it was sent to, not where it was redirected
    void a_report_may_return_headers_only() {
        MailEvent.Bounced bounced = bounced(only(report(
                "delivery-status",
                "message/delivery-status",
                "Reporting-MTA: dns; x\n\nOriginal-Recipient: rfc822;priya@harbourlane.example\n"
                        + "Final-Recipient: rfc822; archive@elsewhere.example\nAction: failed\nStatus: 5.1.1\n",
                "text/rfc822-headers\n\nFrom: sam@hello-harbour.example\nMessage-ID:\n " + ID)));
        assertThat(bounced.about().messageId()).isEqualTo(ID);
        assertThat(bounced.about().recipient()).isEqualTo(PRIYA);
    }

    @Test // smtp-imap 5: without the returned part, the reader is what is left
    void a_report_without_the_returned_part_still_names_the_reader() {
        MailEvent.Bounced bounced = bounced(only(report(
                "delivery-status",
                "message/delivery-status",
                "Reporting-MTA: dns; x\n\n" + recipient("failed", "5.1.1", ""),
                "text/plain\n\nnothing")));
        assertThat(bounced.about().messageId()).isNull();
        assertThat(bounced.about().recipient()).isEqualTo(PRIYA);
    }

    @Test // smtp-imap 5: other formats, here in the manner of qmail
    void a_bounce_in_words_is_understood_if_it_names_one_recipient() {
        MailEvent.Bounced bounced = bounced(only("""
            Return-Path: <>
            From: MAILER-DAEMON@mx.example
            To: sam@hello-harbour.example
            Subject: failure notice
            Message-ID: <q-1@mx.example>

            Hi. This is the mail program. I could not deliver your message.

            <priya@harbourlane.example>:
            Remote host said: 552 5.2.2 mailbox full

            --- Below this line is a copy of the message.

            Message-ID: %s
            """.formatted(ID)));
        assertThat(bounced.bounceClass()).isEqualTo(BounceClass.SOFT);
        assertThat(bounced.about().messageId()).isEqualTo(ID);
        assertThat(bounced.about().recipient()).isEqualTo(PRIYA);
        assertThat(bounced.diagnostic()).doesNotContain("@");
    }

    @Test // smtp-imap 5: else stored unmatched
    void a_bounce_in_words_with_two_recipients_is_only_noted() {
        assertThat(only("""
            Return-Path: <>
            From: postmaster@mx.example
            To: sam@hello-harbour.example
            Message-ID: <q-2@mx.example>

            Could not deliver to priya@harbourlane.example and noor@cove.example.
            """))
                .isInstanceOfSatisfying(
                        MailEvent.Noted.class, noted -> assertThat(noted.what()).isEqualTo("bounce_unmatched"));
    }

    @Test // smtp-imap 4, row 2: a postmaster who is a person
    void a_postmaster_who_writes_a_letter_is_a_correspondent() {
        assertThat(only("From: postmaster@harbourlane.example\nMessage-ID: <p@x.example>\n\nHello, who are you?\n"))
                .isInstanceOf(MailEvent.Received.class);
    }

    @Test // smtp-imap check 9: ARF (RFC 5965)
    void a_feedback_report_is_a_complaint() {
        MailEvent event = only(report(
                "feedback-report",
                "message/feedback-report",
                "Feedback-Type: abuse\nUser-Agent: X/1\nVersion: 1\nOriginal-Rcpt-To: <priya@harbourlane.example>\n",
                "message/rfc822\n\nMessage-ID: " + ID + "\n\nHi"));
        assertThat(event)
                .isInstanceOfSatisfying(
                        MailEvent.Complained.class,
                        complaint -> assertThat(complaint.about())
                                .isEqualTo(new MailEvent.About(ID, null, null, Post.SAM, PRIYA)));
    }

    @Test // RFC 5965: somebody took it out of the spam folder
    void a_feedback_report_of_not_spam_is_no_complaint() {
        assertThat(only(report(
                        "feedback-report",
                        "message/feedback-report",
                        "Feedback-Type: not-spam\nUser-Agent: X/1\nVersion: 1\n",
                        "message/rfc822\n\nMessage-ID: " + ID + "\n\nHi")))
                .isInstanceOf(MailEvent.Noted.class);
    }

    @Test // smtp-imap 3, worked: with append nothing is found, until a bounce names it
    void a_bounce_proves_that_the_lost_email_was_accepted() {
        EmailCommand email = post.email().build();
        assertThat(mail.sender().lookup(email, post.clock.now())).isInstanceOf(LookupOutcome.Inconclusive.class);
        post.put("INBOX", dsn(recipient("failed", "5.1.1", "")).replace(ID, email.messageId()));
        assertThat(mail.sender().lookup(email, post.clock.now())).isInstanceOf(LookupOutcome.Found.class);
    }
}

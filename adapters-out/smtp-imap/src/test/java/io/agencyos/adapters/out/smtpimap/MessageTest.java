package io.agencyos.adapters.out.smtpimap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.contact.EmailAddress;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What arrives at the other end, over a real SMTP server. Source: smtp-imap 2. */
class MessageTest {

    private final Post post = new Post();

    @AfterEach
    void stop() {
        post.close();
    }

    private MimeMessage sent(EmailCommand command) throws Exception {
        SmtpImap mail = post.with(post.account(post.smtp(), SentCopy.PROVIDER));
        assertThat(mail.sender().send(command)).isEqualTo(new SendOutcome.Accepted(command.messageId()));
        return post.server.getReceivedMessagesForDomain(command.to().value())[0];
    }

    /** A follow-up with every optional header. */
    private EmailCommand full() {
        EmailCommand c = post.email().build();
        return new EmailCommand(
                c.clientId(),
                c.touchId(),
                c.idempotencyKey(),
                c.origin(),
                c.mailbox(),
                "Zoë from Harbour, Ltd",
                c.to(),
                c.toFirstName(),
                c.toLastName(),
                c.toCompany(),
                c.toTitle(),
                "Re: Café \u2013 a quick idea",
                "Hi Priya,\n\nna\u00efve question.\n-- \nSam",
                "<p>Hi Priya,</p><p>na\u00efve question.</p>",
                c.messageId(),
                Instant.parse("2026-09-01T23:30:05Z"),
                "<last@hello-harbour.example>",
                List.of("<root@hello-harbour.example>", "<last@hello-harbour.example>"),
                URI.create("https://agency.example/u/token-1"),
                new EmailAddress("unsubscribe+token-1@hello-harbour.example"),
                c.vendorSlot(),
                null);
    }

    @Test // smtp-imap check 2
    void the_message_id_is_the_touchs_and_the_date_is_the_first_dispatchs() throws Exception {
        MimeMessage message = sent(full());
        assertThat(message.getMessageID()).isEqualTo(full().messageId());
        assertThat(message.getHeader("Date", null)).isEqualTo("Tue, 1 Sep 2026 23:30:05 +0000");
    }

    @Test // smtp-imap 2, outreach 8.6
    void both_opt_out_headers_are_there() throws Exception {
        MimeMessage message = sent(full());
        assertThat(message.getHeader("List-Unsubscribe", null).replaceAll("\\s+", " "))
                .isEqualTo("<https://agency.example/u/token-1>, <mailto:unsubscribe+token-1@hello-harbour.example>");
        assertThat(message.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test // smtp-imap 2: https and mailto; the mailbox itself takes the mail where no address is set aside for it
    void without_an_address_for_opt_outs_the_mailbox_takes_them_by_their_subject() throws Exception {
        EmailCommand command = post.email().build();
        assertThat(sent(command).getHeader("List-Unsubscribe", null).replaceAll("\\s+", " "))
                .endsWith(", <mailto:sam@hello-harbour.example?subject=unsubscribe%20"
                        + command.touchId().text() + ">");
    }

    @Test // outreach 8.4
    void a_follow_up_names_its_thread() throws Exception {
        MimeMessage message = sent(full());
        assertThat(message.getHeader("In-Reply-To", null)).isEqualTo("<last@hello-harbour.example>");
        assertThat(message.getHeader("References", null).split("\\s+"))
                .containsExactly("<root@hello-harbour.example>", "<last@hello-harbour.example>");
        assertThat(message.getSubject()).isEqualTo("Re: Café \u2013 a quick idea");
    }

    @Test // smtp-imap 2: text first, UTF-8, quoted-printable
    void text_comes_first_and_html_second() throws Exception {
        MimeMultipart parts = (MimeMultipart) sent(full()).getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        BodyPart text = parts.getBodyPart(0);
        BodyPart html = parts.getBodyPart(1);
        assertThat(text.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(html.getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(List.of(
                        text.getHeader("Content-Transfer-Encoding")[0], html.getHeader("Content-Transfer-Encoding")[0]))
                .containsOnly("quoted-printable");
        assertThat(text.getContent().toString())
                .isEqualToIgnoringNewLines("Hi Priya,\n\nna\u00efve question.\n-- \nSam");
        assertThat(html.getContent().toString()).isEqualTo("<p>Hi Priya,</p><p>na\u00efve question.</p>");
    }

    @Test // outreach 8.2: RFC 2047 and quoting; smtp-imap 2: bounces come back to the mailbox
    void the_sender_is_the_mailbox_under_its_encoded_name() throws Exception {
        MimeMessage message = sent(full());
        assertThat(message.getHeader("From", null)).isPrintable().endsWith("<sam@hello-harbour.example>");
        assertThat(message.getFrom()[0].toString()).contains("=?UTF-8?");
        assertThat(((jakarta.mail.internet.InternetAddress) message.getFrom()[0]).getPersonal())
                .isEqualTo("Zoë from Harbour, Ltd");
        assertThat(message.getHeader("Return-Path", null)).isEqualTo("<sam@hello-harbour.example>");
    }

    @Test // smtp-imap check 6: a resend is the same message, byte for byte
    void the_same_command_is_the_same_message() throws Exception {
        EmailCommand command = full();
        MimeMessage first = OutgoingMessage.of(command).mime();
        MimeMessage second = OutgoingMessage.of(command).mime();
        assertThat(bytes(second)).isEqualTo(bytes(first));
    }

    private static byte[] bytes(MimeMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }
}

package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.outreach.channel.EmailCommand;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/**
 * One e-mail as the bytes that travel. The same command gives the same bytes, so that a resend is the same message for
 * every server on the way. Source: smtp-imap 2, outreach 8.2, 8.4, 8.6.
 */
final class OutgoingMessage {

    private static final Session NO_SERVER = Session.getInstance(new Properties());
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final byte[] bytes;

    private OutgoingMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    static OutgoingMessage of(EmailCommand command) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            build(command).writeTo(out);
            return new OutgoingMessage(out.toByteArray());
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("a checked e-mail can be written", impossible);
        }
    }

    int size() {
        return bytes.length;
    }

    /** Fresh each time, since the mail library changes what it is given. */
    MimeMessage mime() throws MessagingException {
        return new MimeMessage(NO_SERVER, new ByteArrayInputStream(bytes));
    }

    private static MimeMessage build(EmailCommand command) throws MessagingException, IOException {
        MimeMessage message = new FixedId(command.messageId());
        message.setHeader("Date", date(command.firstDispatchAt()));
        message.setFrom(new InternetAddress(
                command.mailbox().address().value(), command.fromName(), StandardCharsets.UTF_8.name()));
        message.setRecipient(
                MimeMessage.RecipientType.TO, new InternetAddress(command.to().value()));
        message.setSubject(command.subject(), StandardCharsets.UTF_8.name());
        if (command.inReplyTo() != null) {
            message.setHeader("In-Reply-To", command.inReplyTo());
        }
        if (!command.references().isEmpty()) {
            message.setHeader("References", MimeUtility.fold(12, String.join(" ", command.references())));
        }
        message.setHeader("List-Unsubscribe", optOut(command));
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setContent(new Alternatives(command));
        message.saveChanges();
        return message;
    }

    private static String date(Instant at) {
        return DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    /** By one POST, and by a mail that a mail program writes by itself. */
    private static String optOut(EmailCommand command) {
        return "<" + command.unsubscribe() + ">,\r\n <mailto:" + OptOut.address(command) + ">";
    }

    /** Text first, so that a reader which knows both takes HTML. Its boundary follows from the touch. */
    private static final class Alternatives extends MimeMultipart {

        private Alternatives(EmailCommand command) throws MessagingException {
            this.contentType = "multipart/alternative; boundary=\"=_aos_"
                    + command.touchId().text() + "\"";
            addBodyPart(part(command.textBody(), "plain"));
            addBodyPart(part(command.htmlBody(), "html"));
        }

        private static MimeBodyPart part(String text, String subtype) throws MessagingException {
            MimeBodyPart part = new MimeBodyPart();
            part.setText(text.replaceAll("\\R", "\r\n"), StandardCharsets.UTF_8.name(), subtype);
            part.setHeader("Content-Transfer-Encoding", "quoted-printable");
            return part;
        }
    }

    /** Keeps our Message-ID where the library would make one. */
    private static final class FixedId extends MimeMessage {

        private final String id;

        private FixedId(String id) {
            super(NO_SERVER);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

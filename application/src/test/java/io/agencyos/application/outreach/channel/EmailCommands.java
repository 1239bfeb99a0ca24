package io.agencyos.application.outreach.channel;

import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** E-mails with sane defaults; each {@code with} changes one thing. */
public record EmailCommands(
        Mailbox mailbox,
        String name,
        TouchOrigin origin,
        EmailAddress to,
        @Nullable String toFirstName,
        String subject,
        String htmlBody,
        Instant at,
        String slot,
        @Nullable String answerTo) {

    /** One e-mail; everything that must be unique follows from {@code name}. */
    public static EmailCommands email(Mailbox mailbox, String name, String to, Instant at) {
        return new EmailCommands(
                mailbox,
                name,
                TouchOrigin.SEQUENCE,
                new EmailAddress(to),
                "Priya",
                "Quick idea for " + name,
                "<p>Hi Priya,</p><p>could we talk about " + name + "?</p>",
                at,
                "1",
                null);
    }

    public EmailCommands slot(String newSlot) {
        return new EmailCommands(mailbox, name, origin, to, toFirstName, subject, htmlBody, at, newSlot, answerTo);
    }

    public EmailCommands subject(String newSubject) {
        return new EmailCommands(mailbox, name, origin, to, toFirstName, newSubject, htmlBody, at, slot, answerTo);
    }

    public EmailCommands html(String newBody) {
        return new EmailCommands(mailbox, name, origin, to, toFirstName, subject, newBody, at, slot, answerTo);
    }

    public EmailCommands firstName(@Nullable String newName) {
        return new EmailCommands(mailbox, name, origin, to, newName, subject, htmlBody, at, slot, answerTo);
    }

    public EmailCommands answering(String ref) {
        return new EmailCommands(mailbox, name, TouchOrigin.REPLY, to, toFirstName, subject, htmlBody, at, slot, ref);
    }

    public EmailCommand build() {
        TouchId touch = new TouchId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        return new EmailCommand(
                mailbox.clientId(),
                touch,
                "aos1-" + hash(name),
                origin,
                mailbox,
                "Sam from Harbour",
                to,
                toFirstName,
                "Raman",
                "Harbour Lane Digital",
                "Founder",
                subject,
                htmlBody.replaceAll("<[^>]+>", " ").strip(),
                htmlBody,
                "<" + touch.text() + "@" + mailbox.domain().value() + ">",
                at,
                null,
                List.of(),
                URI.create("https://agency.example/u/" + touch.text()),
                null,
                slot,
                answerTo);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.contact.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers that strangers wrote, read leniently. */
final class MailHeaders {

    private static final Pattern ID = Pattern.compile("<[^<>\\s@]+@[^<>\\s@]+>");

    private final Part mail;

    MailHeaders(Part mail) {
        this.mail = mail;
    }

    /** All of that name, unfolded. */
    List<String> all(String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null
                    ? List.of()
                    : Arrays.stream(values)
                            .map(value -> MimeUtility.unfold(value).strip())
                            .toList();
        } catch (MessagingException broken) {
            return List.of();
        }
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    Optional<String> messageId() {
        return first("Message-ID").flatMap(value -> ids(value).stream().findFirst());
    }

    /** What the mail answers, nearest first: In-Reply-To, then References from last to first. */
    List<String> answered() {
        SequencedSet<String> ids = new LinkedHashSet<>();
        all("In-Reply-To").forEach(value -> ids.addAll(ids(value)));
        List<String> references = new ArrayList<>();
        all("References").forEach(value -> references.addAll(ids(value)));
        Collections.reverse(references);
        ids.addAll(references);
        return List.copyOf(ids);
    }

    static List<String> ids(String text) {
        return ID.matcher(text).results().map(hit -> hit.group()).toList();
    }

    Optional<EmailAddress> from() {
        return addresses("From").stream().findFirst();
    }

    /** The written name; null where there is none. */
    @Nullable
    String fromName() {
        return first("From").flatMap(MailHeaders::personal).orElse(null);
    }

    private static Optional<String> personal(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .findFirst()
                    .map(InternetAddress::getPersonal);
        } catch (AddressException broken) {
            return Optional.empty();
        }
    }

    List<EmailAddress> addresses(String name) {
        return all(name).stream().flatMap(value -> parse(value).stream()).toList();
    }

    private static List<EmailAddress> parse(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .flatMap(address -> address(address.getAddress()).stream())
                    .toList();
        } catch (AddressException broken) {
            return List.of();
        }
    }

    static Optional<EmailAddress> address(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : EmailAddress.parse(text.strip().replaceAll("^<|>$", "")).toOptional();
    }

    @Nullable
    String subject() {
        return first("Subject").map(MailHeaders::decoded).orElse(null);
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException unknown) {
            return value;
        }
    }

    /** What makes it the same mail when it is read again. Source: smtp-imap 4. */
    String key() {
        return messageId().orElseGet(this::fingerprint);
    }

    private String fingerprint() {
        String whole = String.join(
                "\n",
                first("From").orElse(""),
                first("Date").orElse(""),
                first("Subject").orElse(""),
                hash(Parts.text(mail)));
        return "sha256:" + hash(whole);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

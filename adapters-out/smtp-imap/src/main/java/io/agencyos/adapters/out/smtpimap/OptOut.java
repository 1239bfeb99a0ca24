package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The opt-out by mail. Where no address is set aside for it, the mailbox itself takes it by its subject: that needs no
 * alias, which a server may not have, and the signed token is longer than the 64 characters before an {@code @}. Source:
 * smtp-imap 2, outreach 8.6.
 */
final class OptOut {

    private static final String WORD = "unsubscribe ";
    private static final Pattern SUBJECT =
            Pattern.compile("unsubscribe ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    private OptOut() {}

    /** What follows {@code mailto:}. */
    static String address(EmailCommand command) {
        EmailAddress setAside = command.unsubscribeMailbox();
        return setAside == null
                ? encoded(command.mailbox().address()) + "?subject="
                        + encoded(WORD + command.touchId().text())
                : encoded(setAside);
    }

    private static String encoded(EmailAddress address) {
        return encoded(address.localPart()) + "@" + address.domain().value();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2B", "+");
    }

    /** The touch whose opt-out this subject is, as its Message-ID of this mailbox. */
    static Optional<String> messageId(@Nullable String subject, EmailAddress mailbox) {
        if (subject == null) {
            return Optional.empty();
        }
        Matcher words = SUBJECT.matcher(subject.strip());
        return words.matches()
                ? Optional.of("<" + words.group(1) + "@" + mailbox.domain().value() + ">")
                : Optional.empty();
    }
}

package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.domain.shared.VendorFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes an e-mail impossible, found without a connection; first match wins. Source: smtp-imap 2. */
final class MessageChecks {

    static final int MOST_BYTES = 1 << 20;

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s@]+@[^<>\\s@]+>");

    private record Check(String field, String reason, Predicate<EmailCommand> broken) {}

    private static final List<Check> CHECKS = List.of(
            new Check(
                    "mailbox",
                    "the mailbox is another tenant's",
                    c -> !c.mailbox().clientId().equals(c.clientId())),
            new Check("recipient", "the address needs SMTPUTF8", c -> !Failures.isAscii(c.to())),
            new Check("subject", "the subject is empty", c -> c.subject().isBlank()),
            new Check(
                    "body",
                    "the body is empty",
                    c -> c.htmlBody().isBlank() || c.textBody().isBlank()),
            new Check("body", "a placeholder is left", c -> holds(c, "{{")),
            new Check(
                    "header",
                    "a header value has a line break or a NUL",
                    c -> headerValues(c).anyMatch(MessageChecks::breaksOut)),
            new Check(
                    "header",
                    "a message id is none",
                    c -> messageIds(c).anyMatch(id -> !MESSAGE_ID.matcher(id).matches())));

    private MessageChecks() {}

    static Optional<VendorFailure> first(EmailCommand command) {
        return CHECKS.stream()
                .filter(check -> check.broken().test(command))
                .findFirst()
                .map(check -> Failures.invalid("send", check.field(), check.reason()));
    }

    private static boolean holds(EmailCommand command, String mark) {
        return Stream.of(command.subject(), command.textBody(), command.htmlBody())
                .anyMatch(text -> text.contains(mark));
    }

    private static Stream<String> headerValues(EmailCommand c) {
        return Stream.concat(
                Stream.of(c.subject(), c.fromName(), c.unsubscribe().toString()), messageIds(c));
    }

    private static Stream<String> messageIds(EmailCommand c) {
        return Stream.concat(Stream.concat(Stream.of(c.messageId()), optional(c.inReplyTo())), c.references().stream());
    }

    private static Stream<String> optional(@Nullable String value) {
        return value == null ? Stream.empty() : Stream.of(value);
    }

    private static boolean breaksOut(String value) {
        return value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0);
    }
}

package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.outreach.channel.EmailCommand;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contact as the vendor wants it, with our e-mail in its variables. Source: salesforge 4.1, 5, 10. */
final class ContactBodies {

    private static final Pattern FIRST_LETTERS = Pattern.compile("^[^.\\-_\\d]+");

    private ContactBodies() {}

    static Wire.ContactBody of(EmailCommand command) {
        return new Wire.ContactBody(
                firstName(command),
                command.toLastName(),
                command.to().value(),
                command.toCompany(),
                command.toTitle(),
                Map.of(
                        "aos_key", command.idempotencyKey(),
                        "aos_subject", command.subject(),
                        "aos_body", command.htmlBody()),
                List.of("agency-os"));
    }

    /** The vendor requires one; it never appears in the text that we send. */
    private static String firstName(EmailCommand command) {
        String given = command.toFirstName();
        return given == null || given.isBlank() ? guessed(command.to().localPart()) : given;
    }

    static String guessed(String localPart) {
        Matcher letters = FIRST_LETTERS.matcher(localPart);
        String name = letters.find() ? letters.group() : localPart;
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}

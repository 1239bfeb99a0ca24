package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks of the text against the person it goes to. Source: content 3.8. */
final class RecipientChecks {

    private static final Pattern GREETING =
            Pattern.compile("(?i)^\\s*(?:hi|hello|hey|dear)\\s+([\\p{L}][\\p{L}'\u2019 -]{0,40}?)\\s*(?:[,!.:\\n]|$)");
    private static final Set<String> NOBODY = Set.of("there", "all", "team", "everyone", "again");

    private RecipientChecks() {}

    static List<Finding> personalisation(MessageText message, QualityContext context) {
        String all = String.join("\n", message.fields().values()).toLowerCase(Locale.ROOT);
        boolean named = mentions(all, context.firstName()) || mentions(all, context.company());
        return named || context.answer()
                ? List.of()
                : List.of(Finding.warning("no_personalization", lastField(message), message.allButSubject()));
    }

    private static boolean mentions(String text, String name) {
        return !name.isBlank() && text.contains(name.toLowerCase(Locale.ROOT));
    }

    static List<Finding> repetition(MessageText message, QualityContext context) {
        var found = new ArrayList<Finding>();
        for (TextField field : message.form().fields()) {
            boolean compared = field == TextField.SUBJECT || field == TextField.BODY || field == TextField.TEXT;
            String text = message.text(field).strip();
            boolean repeated = context.earlier().stream()
                    .anyMatch(earlier ->
                            earlier.fields().getOrDefault(field, "").strip().equals(text));
            if (compared && !text.isEmpty() && repeated && !context.answer()) {
                found.add(Finding.error("repeated_content", field.wire(), text));
            }
        }
        return found;
    }

    static List<Finding> greetingName(MessageText message, QualityContext context) {
        TextField field = message.form().fields().stream()
                .filter(candidate -> candidate != TextField.SUBJECT)
                .findFirst()
                .orElseThrow();
        Matcher greeting = GREETING.matcher(message.text(field));
        if (context.firstName().isBlank() || !greeting.find()) {
            return List.of();
        }
        String name = greeting.group(1).strip();
        String said = name.toLowerCase(Locale.ROOT) + " ";
        boolean right = said.startsWith(context.firstName().strip().toLowerCase(Locale.ROOT) + " ")
                || NOBODY.stream().anyMatch(word -> said.startsWith(word + " "));
        return right
                ? List.of()
                : List.of(Finding.error(
                        "wrong_name", field.wire(), greeting.group().strip()));
    }

    static List<Finding> unsupportedClaims(MessageText message, QualityContext context) {
        return context.unsupportedClaims().stream()
                .map(claim -> Finding.error("unsupported_claim", lastField(message), claim))
                .toList();
    }

    private static String lastField(MessageText message) {
        return message.form().fields().getLast().wire();
    }
}

package io.agencyos.adapters.out.sandbox.salesforge;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves {{name}} in a template once, so that braces in a value stay as they are. */
final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");

    private Variables() {}

    static String fill(String template, Contact contact) {
        Map<String, String> standard =
                Map.of("first_name", contact.firstName, "last_name", contact.lastName, "company", contact.company);
        return VARIABLE.matcher(template).replaceAll(match -> {
            String value = contact.customVars.getOrDefault(match.group(1), standard.getOrDefault(match.group(1), ""));
            return Matcher.quoteReplacement(value.isEmpty() ? match.group() : value);
        });
    }

    static boolean unresolved(String text) {
        return VARIABLE.matcher(text).find();
    }
}

package io.agencyos.domain.content.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The display name in From. Source: outreach 8.2. */
public final class SenderName {

    private static final int LONGEST = 78;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\r\\n\"<>\\p{Cc}]");

    private SenderName() {}

    /** The persona's own wish, else {@code First from Company}, else the names there are, else {@code Team}. */
    public static String of(Optional<String> override, String first, String last, String company) {
        String wished = clean(override.orElse(""));
        if (!wished.isEmpty()) {
            return wished;
        }
        String firstName = clean(first);
        String lastName = clean(last);
        String companyName = clean(company);
        String person = firstName.isEmpty() ? "Team" : firstName;
        String withCompany = person + " from " + companyName;
        if (!companyName.isEmpty() && withCompany.length() <= LONGEST) {
            return withCompany;
        }
        return firstName.isEmpty() || lastName.isEmpty() ? person : firstName + " " + lastName;
    }

    private static String clean(String name) {
        String plain = FORBIDDEN.matcher(name).replaceAll("").strip();
        return plain.isEmpty()
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + plain.substring(plain.offsetByCodePoints(0, 1));
    }
}

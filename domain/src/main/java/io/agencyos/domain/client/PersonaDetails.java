package io.agencyos.domain.client;

import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an admin says of a persona. Source: api 8.
 *
 * @param displayName the name in From, null for {@code First from Company}
 */
public record PersonaDetails(
        String firstName,
        String lastName,
        @Nullable String title,
        @Nullable EmailAddress email,
        @Nullable String phone,
        @Nullable String displayName,
        @Nullable String photoUrl,
        @Nullable String calendarLink) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_URL = 2_000;

    public PersonaDetails {
        firstName = firstName.strip();
        lastName = lastName.strip();
        title = stripped(title);
        phone = stripped(phone);
        displayName = stripped(displayName);
        photoUrl = stripped(photoUrl);
        calendarLink = stripped(calendarLink);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Every problem, in the order of the fields. */
    public List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        name(problems, "first_name", firstName);
        name(problems, "last_name", lastName);
        length(problems, "title", title, LONGEST_TEXT);
        length(problems, "display_name", displayName, LONGEST_NAME);
        url(problems, "photo_url", photoUrl);
        url(problems, "calendar_link", calendarLink);
        return List.copyOf(problems);
    }

    private static void name(List<FieldProblem> problems, String field, String name) {
        if (name.isEmpty()) {
            problems.add(FieldProblem.of(field, "blank", "A persona has a first and a last name."));
        }
        length(problems, field, name, LONGEST_NAME);
    }

    private static void length(List<FieldProblem> problems, String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            problems.add(FieldProblem.of(field, "too_long", "At most " + longest + " characters."));
        }
    }

    private static void url(List<FieldProblem> problems, String field, @Nullable String text) {
        if (text != null && !isUrl(text)) {
            problems.add(FieldProblem.of(field, "invalid_url", "A link begins with http:// or https://."));
        }
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST_URL
                    && uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}

package io.agencyos.domain.client;

import io.agencyos.domain.shared.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of its own business. Messages name its first service and its value proposition. Source: data model 5.1
 * {@code client_profile}, content 3.5.
 *
 * @param abn the Australian Business Number, eleven digits; null where it has none
 * @param description what the business does, at most 5,000 characters; null where nobody said
 * @param services what it offers, the best first; at most 50 of at most 120 characters, none twice
 * @param valueProposition what it helps with, as it follows those words in a message, at most 300 characters; null where
 *     nobody said
 */
public record ClientProfile(
        @Nullable String abn,
        @Nullable String description,
        List<String> services,
        @Nullable String valueProposition) {

    /** Of a client that said nothing. */
    public static final ClientProfile NONE = new ClientProfile(null, null, List.of(), null);

    private static final int LONGEST_DESCRIPTION = 5_000;
    private static final int LONGEST_PROPOSITION = 300;
    private static final int MOST_SERVICES = 50;
    private static final int LONGEST_SERVICE = 120;

    /** The register's own check: the first digit less one, each digit by its weight, divided by 89. */
    private static final int[] ABN_WEIGHTS = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};

    private static final int ABN_DIVISOR = 89;

    public ClientProfile {
        abn = abn == null || abn.isBlank() ? null : abn.replace(" ", "");
        description = text(description);
        services = services.stream().map(String::strip).toList();
        valueProposition = text(valueProposition);
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Every problem, in the order of the fields. */
    public List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (abn != null && !isAbn(abn)) {
            problems.add(FieldProblem.of("abn", "invalid_format", "An ABN has eleven digits that fit each other."));
        }
        longest("description", description, LONGEST_DESCRIPTION, problems);
        if (services.size() > MOST_SERVICES) {
            problems.add(FieldProblem.of("services", "too_many", "At most 50."));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < services.size(); i++) {
            String service = services.get(i);
            if (service.isEmpty()) {
                problems.add(FieldProblem.of("services[" + i + "]", "blank", "An entry is a text."));
            } else if (!seen.add(service.toLowerCase(Locale.ROOT))) {
                problems.add(FieldProblem.of("services[" + i + "]", "duplicate", "It is there already."));
            }
            longest("services[" + i + "]", service, LONGEST_SERVICE, problems);
        }
        longest("value_proposition", valueProposition, LONGEST_PROPOSITION, problems);
        return List.copyOf(problems);
    }

    private static void longest(String path, @Nullable String text, int most, List<FieldProblem> problems) {
        if (text != null && text.length() > most) {
            problems.add(FieldProblem.of(path, "too_long", "At most " + most + " characters."));
        }
    }

    private static boolean isAbn(String text) {
        if (!text.matches("[1-9]\\d{10}")) {
            return false;
        }
        int sum = -ABN_WEIGHTS[0];
        for (int i = 0; i < ABN_WEIGHTS.length; i++) {
            sum += ABN_WEIGHTS[i] * Character.digit(text.charAt(i), 10);
        }
        return sum % ABN_DIVISOR == 0;
    }
}

package io.agencyos.domain.client;

import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.PhoneNumber;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an admin may change of a client. Source: api 8, 9.2. */
public record ClientDetails(
        String name,
        @Nullable String legalName,
        @Nullable EmailAddress contactEmail,
        @Nullable PhoneNumber contactPhone,
        @Nullable String websiteUrl,
        ZoneId timezone,
        PermissionMode defaultPermissionMode) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2_000;

    public ClientDetails {
        name = name.strip();
        legalName = legalName == null || legalName.isBlank() ? null : legalName.strip();
        websiteUrl = websiteUrl == null || websiteUrl.isBlank() ? null : websiteUrl.strip();
    }

    /** Every problem, in the order of the fields. */
    public List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isEmpty()) {
            problems.add(FieldProblem.of("name", "blank", "A client has a name."));
        }
        if (name.length() > LONGEST_NAME) {
            problems.add(FieldProblem.of("name", "too_long", "A name has at most 200 characters."));
        }
        if (legalName != null && legalName.length() > LONGEST_NAME) {
            problems.add(FieldProblem.of("legal_name", "too_long", "A name has at most 200 characters."));
        }
        if (websiteUrl != null && !isWebsite(websiteUrl)) {
            problems.add(FieldProblem.of("website_url", "invalid_url", "A website begins with http:// or https://."));
        }
        return List.copyOf(problems);
    }

    private static boolean isWebsite(String text) {
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

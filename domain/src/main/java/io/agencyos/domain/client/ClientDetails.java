package io.agencyos.domain.client;

import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an admin may change of a client. Source: api 8, 9.2.
 *
 * @param profile what it says of its own business
 * @param slug its name in addresses; of a twin it is {@code test-} and that of its live client
 */
public record ClientDetails(
        String name,
        String slug,
        @Nullable String legalName,
        @Nullable EmailAddress contactEmail,
        @Nullable PhoneNumber contactPhone,
        @Nullable String websiteUrl,
        ZoneId timezone,
        PermissionMode defaultPermissionMode,
        ClientProfile profile) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2_000;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](-?[a-z0-9]){2,62}");
    /** How the slug of a test twin begins. */
    public static final String OF_TWINS = "test-";

    /** Of a client that says nothing of its business. */
    public ClientDetails(
            String name,
            String slug,
            @Nullable String legalName,
            @Nullable EmailAddress contactEmail,
            @Nullable PhoneNumber contactPhone,
            @Nullable String websiteUrl,
            ZoneId timezone,
            PermissionMode defaultPermissionMode) {
        this(
                name,
                slug,
                legalName,
                contactEmail,
                contactPhone,
                websiteUrl,
                timezone,
                defaultPermissionMode,
                ClientProfile.NONE);
    }

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
        slugProblem(slug).ifPresent(problems::add);
        if (legalName != null && legalName.length() > LONGEST_NAME) {
            problems.add(FieldProblem.of("legal_name", "too_long", "A name has at most 200 characters."));
        }
        if (websiteUrl != null && !isWebsite(websiteUrl)) {
            problems.add(FieldProblem.of("website_url", "invalid_url", "A website begins with http:// or https://."));
        }
        problems.addAll(profile.problems());
        return List.copyOf(problems);
    }

    /** Why no live client can have this slug. */
    public static Optional<FieldProblem> slugProblem(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            return Optional.of(FieldProblem.of(
                    "slug",
                    "invalid_format",
                    "A slug has 3 to 63 lower-case letters and digits, with single hyphens between."));
        }
        return slug.startsWith(OF_TWINS)
                ? Optional.of(
                        FieldProblem.of("slug", "reserved", "Slugs that begin with test- are those of test twins."))
                : Optional.empty();
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

package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.WireWords;
import io.agencyos.application.lead.source.CompanyProfile;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The vendor's records in the domain's words. Source: apollo 4.4, 5. */
final class Profiles {

    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int FIRST_FOUNDED = 1_800;
    private static final List<String> PHONE_TYPES = List.of("mobile", "work_direct", "other", "work_hq");

    static final String PERSON = "apollo:";
    static final String COMPANY = "apollo:org:";

    /** What is known of a person's record. Source: apollo 4.4, 8 row 14, Beyond "drift alarm". */
    static final WireWords WORDS = WireWords.NONE
            .with("email_status", word -> status(word) != EmailStatus.UNKNOWN || word.equalsIgnoreCase("unverified"))
            .with(
                    "seniority",
                    word -> Vocabulary.parse(Seniority.class, word.toLowerCase(Locale.ROOT))
                            .isPresent())
            .with("type_cd", PHONE_TYPES::contains);

    private Profiles() {}

    static Optional<PersonProfile> person(JsonNode person) {
        return Fields.text(person, "id").map(id -> {
            Optional<EmailAddress> email = email(person);
            return new PersonProfile(
                    PERSON + id,
                    details(person),
                    Fields.text(person, "headline"),
                    email,
                    email.isPresent()
                            ? status(Fields.text(person, "email_status").orElse(""))
                            : EmailStatus.UNKNOWN,
                    phone(person),
                    Fields.text(person, "linkedin_url").flatMap(Profiles::linkedIn),
                    roleSince(person),
                    company(person.path("organization")));
        });
    }

    private static PersonDetails details(JsonNode person) {
        return new PersonDetails(
                orNull(person, "first_name"),
                orNull(person, "last_name"),
                orNull(person, "title"),
                Fields.text(person, "seniority").map(Profiles::seniority).orElse(Seniority.UNKNOWN),
                orNull(person, "city"),
                orNull(person, "state"),
                country(person));
    }

    private static @Nullable String orNull(JsonNode node, String name) {
        return Fields.text(node, name).map(String::strip).orElse(null);
    }

    private static Seniority seniority(String word) {
        return Vocabulary.parse(Seniority.class, word.toLowerCase(Locale.ROOT)).orElse(Seniority.UNKNOWN);
    }

    private static @Nullable Country country(JsonNode node) {
        return Fields.text(node, "country")
                .flatMap(text -> Country.parse(text).toOptional())
                .orElse(null);
    }

    /** Records that are not paid for show an address that is nobody's. */
    private static Optional<EmailAddress> email(JsonNode person) {
        return Fields.text(person, "email")
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.startsWith("email_not_unlocked") && !text.endsWith("@domain.com"))
                .flatMap(text -> EmailAddress.parse(text).toOptional());
    }

    static EmailStatus status(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "verified" -> EmailStatus.VERIFIED;
            case "extrapolated", "guessed", "likely to engage" -> EmailStatus.GUESSED;
            case "bounced", "invalid", "unavailable" -> EmailStatus.INVALID;
            default -> lower.contains("catch") ? EmailStatus.CATCH_ALL : EmailStatus.UNKNOWN;
        };
    }

    private static Optional<PhoneNumber> phone(JsonNode person) {
        return phones(person.path("contact").path("phone_numbers")).stream().findFirst();
    }

    /** The best first: of the preferred type, and within it as the vendor has them. */
    static List<PhoneNumber> phones(JsonNode numbers) {
        return Fields.items(numbers).stream()
                .sorted(Comparator.comparing(Profiles::preference)
                        .thenComparing(
                                number -> Fields.whole(number, "position").orElse(Long.MAX_VALUE)))
                .flatMap(number ->
                        Stream.of("sanitized_number", "raw_number").flatMap(name -> Fields.text(number, name).stream()))
                .flatMap(text -> PhoneNumbers.parse(text, Country.AUSTRALIA).toOptional().stream())
                .distinct()
                .toList();
    }

    private static int preference(JsonNode number) {
        int at = PHONE_TYPES.indexOf(Fields.text(number, "type_cd")
                .or(() -> Fields.text(number, "type"))
                .orElse(""));
        return at < 0 ? PHONE_TYPES.size() : at;
    }

    private static Optional<LinkedInUrl> linkedIn(String text) {
        return LinkedInUrl.parse(text).toOptional();
    }

    /** The current role; of several the one at the present company, else the latest. */
    private static Optional<LocalDate> roleSince(JsonNode person) {
        String company = Fields.text(person, "organization_id").orElse("");
        Comparator<JsonNode> atCompany = Comparator.comparing(role ->
                Fields.text(role, "organization_id").filter(company::equals).isPresent());
        return Fields.items(person.path("employment_history")).stream()
                .filter(role -> Fields.flag(role, "current"))
                .max(atCompany.thenComparing(role -> date(role, "start_date").orElse(LocalDate.MIN)))
                .flatMap(role -> date(role, "start_date"));
    }

    private static Optional<LocalDate> date(JsonNode node, String name) {
        return Fields.text(node, name)
                .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}.*"))
                .map(text -> LocalDate.parse(text.substring(0, 10)));
    }

    static Optional<CompanyProfile> company(JsonNode company) {
        return Fields.text(company, "id")
                .map(id -> new CompanyProfile(
                        COMPANY + id,
                        companyDetails(company),
                        Fields.decimal(company, "annual_revenue"),
                        Stream.of(
                                        Fields.text(company, "sanitized_phone"),
                                        Fields.text(company.path("primary_phone"), "sanitized_number"),
                                        Fields.text(company, "phone"))
                                .flatMap(Optional::stream)
                                .flatMap(text -> PhoneNumbers.parse(text, Country.AUSTRALIA).toOptional().stream())
                                .findFirst(),
                        Fields.text(company, "short_description")
                                .or(() -> Fields.text(company, "seo_description"))
                                .map(Profiles::cut)));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_DESCRIPTION ? text.substring(0, LONGEST_DESCRIPTION) : text;
    }

    private static CompanyDetails companyDetails(JsonNode company) {
        return new CompanyDetails(
                orNull(company, "name"),
                domain(company).orElse(null),
                Fields.text(company, "industry")
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .orElse(null),
                Fields.whole(company, "estimated_num_employees")
                        .filter(count -> count > 0 && count <= Integer.MAX_VALUE)
                        .map(Long::intValue)
                        .orElse(null),
                orNull(company, "city"),
                orNull(company, "state"),
                country(company),
                orNull(company, "website_url"),
                Fields.text(company, "linkedin_url")
                        .flatMap(Profiles::linkedIn)
                        .map(LinkedInUrl::key)
                        .orElse(null),
                Fields.whole(company, "founded_year")
                        .filter(year -> year >= FIRST_FOUNDED && year <= 9_999)
                        .map(Long::intValue)
                        .orElse(null),
                null,
                date(company, "latest_funding_round_date").orElse(null),
                technologies(company),
                texts(company.path("keywords")));
    }

    static Optional<DomainName> domain(JsonNode company) {
        return Fields.text(company, "primary_domain")
                .or(() -> Fields.text(company, "website_url")
                        .map(url -> url.replaceFirst("^https?://", "").replaceFirst("[/?#].*$", "")))
                .map(host -> host.replaceFirst("^www\\.", ""))
                .flatMap(host -> DomainName.parse(host).toOptional());
    }

    private static List<String> technologies(JsonNode company) {
        List<String> names = texts(company.path("technology_names"));
        return names.isEmpty()
                ? Fields.items(company.path("current_technologies")).stream()
                        .flatMap(technology -> Fields.text(technology, "name").stream())
                        .distinct()
                        .toList()
                : names;
    }

    private static List<String> texts(JsonNode list) {
        return Fields.items(list).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .distinct()
                .toList();
    }
}

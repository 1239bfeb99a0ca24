package io.agencyos.domain.lead.intake;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.intake.ParsedRow.CellProblem;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PersonName;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of a file into {@link LeadRecord}s. A wrong e-mail refuses its row, because a lead made without it would
 * become a second one when the address is corrected; any other cell that cannot be read is left out and named, as long
 * as something still says who the person is. Source: api 9.6, data model 3, scoring POOL-2.
 */
public final class LeadRowReader {

    private static final int MAX_TEXT = 255;
    private static final int MAX_EXTERNAL_ID = 200;
    private static final int MAX_METADATA_VALUE = 500;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,. ]*");
    private static final Pattern NEGATIVE = Pattern.compile("[-\u2212]\\s*\\d");
    private static final Pattern DECIMALS = Pattern.compile("\\.\\d{1,2}$");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern BETWEEN = Pattern.compile("[,;|]");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    private final ColumnMapping mapping;
    private final Country region;
    private final LocalDate today;
    private final IdentityKeys keys;

    /**
     * @param region country of telephone numbers without a country code
     * @param today day of figures that a row gives without one
     */
    public LeadRowReader(ColumnMapping mapping, Country region, LocalDate today, IdentityKeys keys) {
        this.mapping = mapping;
        this.region = region;
        this.today = today;
        this.keys = keys;
    }

    public ParsedRow read(List<String> cells) {
        return new Row(cells).read();
    }

    private final class Row {

        private final List<String> cells;
        private final List<CellProblem> problems = new ArrayList<>();

        Row(List<String> cells) {
            this.cells = cells;
        }

        ParsedRow read() {
            String emailCell = cell(LeadField.EMAIL);
            EmailAddress email = emailCell == null ? null : value(LeadField.EMAIL, EmailAddress.parse(emailCell));
            if (emailCell != null && email == null) {
                return new ParsedRow.Invalid(problems);
            }
            ContactPoints contact = new ContactPoints(email, emailStatus(email), phone(), profile());
            if (!contact.identifies()) {
                problems.addFirst(new CellProblem(
                        "", "identity_required", "A lead needs an e-mail, a LinkedIn profile or a phone number."));
                return new ParsedRow.Invalid(problems);
            }
            String externalId = cell(LeadField.EXTERNAL_ID);
            if (externalId != null && externalId.length() > MAX_EXTERNAL_ID) {
                problems.add(problem(LeadField.EXTERNAL_ID, "too_long", "At most 200 characters."));
                return new ParsedRow.Invalid(problems);
            }
            var metadata = mapping.metadata(cells);
            if (metadata.values().stream().anyMatch(text -> text.length() > MAX_METADATA_VALUE)) {
                problems.add(new CellProblem("metadata", "too_long", "A value has at most 500 characters."));
                return new ParsedRow.Invalid(problems);
            }
            if (mapping.hasNoColumnFor(cells)) {
                problems.add(new CellProblem(
                        "",
                        "too_many_cells",
                        "The row has more cells than the header; is a comma without quotes in one?"));
            }
            LeadRecord lead = new LeadRecord(
                    contact,
                    person(),
                    company(email),
                    date(LeadField.ROLE_START),
                    zone(),
                    signals(contact),
                    externalId,
                    metadata);
            return new ParsedRow.Accepted(lead, problems);
        }

        private PersonDetails person() {
            String first = text(LeadField.FIRST_NAME);
            String last = text(LeadField.LAST_NAME);
            String full = text(LeadField.FULL_NAME);
            if (first == null && last == null && full != null) {
                PersonName name = PersonName.parseFull(full).toOptional().orElse(null);
                first = name == null || name.first().isEmpty() ? null : name.first();
                last = name == null || name.last().isEmpty() ? null : name.last();
            }
            return new PersonDetails(
                    first,
                    last,
                    text(LeadField.TITLE),
                    seniority(),
                    text(LeadField.CITY),
                    text(LeadField.STATE),
                    country(LeadField.COUNTRY));
        }

        private CompanyDetails company(@Nullable EmailAddress email) {
            List<String> addresses = mapping.cells(cells, LeadField.WEBSITE);
            String website = website(addresses);
            String named = domain();
            DomainName domain = Optional.ofNullable(named != null ? named : website)
                    .flatMap(keys::domainKey)
                    .flatMap(keys::companyDomain)
                    .or(() -> Optional.ofNullable(email).flatMap(keys::companyDomain))
                    .orElse(null);
            String companyPage = Stream.concat(
                            mapping.cells(cells, LeadField.COMPANY_LINKEDIN_URL).stream(), addresses.stream())
                    .flatMap(address -> LinkedInUrl.parse(address).toOptional().stream())
                    .filter(page -> !page.isPerson())
                    .map(LinkedInUrl::key)
                    .findFirst()
                    .orElse(null);
            return new CompanyDetails(
                    text(LeadField.COMPANY),
                    domain,
                    text(LeadField.INDUSTRY),
                    count(LeadField.EMPLOYEE_COUNT),
                    text(LeadField.COMPANY_CITY),
                    text(LeadField.COMPANY_STATE),
                    country(LeadField.COMPANY_COUNTRY),
                    website,
                    companyPage,
                    count(LeadField.FOUNDED_YEAR),
                    flag(LeadField.IS_HIRING),
                    date(LeadField.LATEST_FUNDING_DATE),
                    list(LeadField.TECHNOLOGIES),
                    list(LeadField.KEYWORDS));
        }

        /** Exports of LinkedIn call its own page of a company that company's address. */
        private @Nullable String website(List<String> addresses) {
            String site = addresses.stream()
                    .filter(address -> !LinkedInUrl.isOnLinkedIn(address))
                    .findFirst()
                    .map(this::clean)
                    .orElse(null);
            return site == null || value(LeadField.WEBSITE, DomainName.parse(site)) == null ? null : site;
        }

        private @Nullable String domain() {
            String cell = cell(LeadField.DOMAIN);
            return cell == null || value(LeadField.DOMAIN, DomainName.parse(cell)) == null ? null : cell;
        }

        private EmailStatus emailStatus(@Nullable EmailAddress email) {
            String cell = cell(LeadField.EMAIL_STATUS);
            if (email == null || cell == null) {
                return EmailStatus.UNKNOWN;
            }
            return switch (NO_LETTER.matcher(cell.toLowerCase(Locale.ROOT)).replaceAll("")) {
                case "verified", "valid", "deliverable", "safe" -> EmailStatus.VERIFIED;
                case "catchall", "acceptall", "userscatchall" -> EmailStatus.CATCH_ALL;
                case "guessed", "extrapolated", "likely", "likelytoengage", "probable" -> EmailStatus.GUESSED;
                case "invalid", "bounced", "undeliverable", "bad" -> EmailStatus.INVALID;
                default -> EmailStatus.UNKNOWN;
            };
        }

        private @Nullable PhoneNumber phone() {
            List<String> candidates = mapping.cells(cells, LeadField.PHONE);
            for (String candidate : candidates) {
                if (PhoneNumbers.parse(candidate, region)
                        instanceof Result.Ok<PhoneNumber, InputProblem>(PhoneNumber found)) {
                    return found;
                }
            }
            if (!candidates.isEmpty()) {
                problems.add(
                        problem(LeadField.PHONE, "invalid_phone", "This is no telephone number that can be dialled."));
            }
            return null;
        }

        /** The first column that names a person; exports of LinkedIn have internal links beside the public one. */
        private @Nullable LinkedInUrl profile() {
            List<CellProblem> wrong = new ArrayList<>();
            for (String candidate : mapping.cells(cells, LeadField.LINKEDIN_URL)) {
                switch (LinkedInUrl.parse(candidate)) {
                    case Result.Ok<LinkedInUrl, InputProblem>(LinkedInUrl page)
                    when page.isPerson() -> {
                        return page;
                    }
                    case Result.Ok<LinkedInUrl, InputProblem> _ ->
                        wrong.add(problem(
                                LeadField.LINKEDIN_URL,
                                "invalid_linkedin_url",
                                "This is a company's page, not a person's."));
                    case Result.Err<LinkedInUrl, InputProblem>(InputProblem why) ->
                        wrong.add(problem(LeadField.LINKEDIN_URL, why.code(), why.reason()));
                }
            }
            wrong.stream().findFirst().ifPresent(problems::add);
            return null;
        }

        private @Nullable EmailAddress personalEmail(@Nullable EmailAddress work) {
            String cell = cell(LeadField.PERSONAL_EMAIL);
            EmailAddress personal =
                    cell == null ? null : EmailAddress.parse(cell).toOptional().orElse(null);
            return personal == null || work != null && personal.key().equals(work.key()) ? null : personal;
        }

        private LeadSignals signals(ContactPoints contact) {
            boolean verified = Boolean.TRUE.equals(flag(LeadField.PHONE_VERIFIED));
            return new LeadSignals(
                    personalEmail(contact.email()),
                    verified ? contact.phone() : null,
                    text(LeadField.SUB_INDUSTRY),
                    search(),
                    linkedIn(),
                    null);
        }

        private LeadFacts.@Nullable Seo search() {
            Integer rank = count(LeadField.DOMAIN_RANK);
            BigDecimal traffic = amount(LeadField.ORGANIC_TRAFFIC);
            Integer keywords = count(LeadField.TOP10_KEYWORDS);
            Integer spam = count(LeadField.SPAM_SCORE);
            if (rank == null && traffic == null && keywords == null && spam == null) {
                return null;
            }
            LocalDate day = date(LeadField.SEARCH_FETCHED_ON);
            return new LeadFacts.Seo(rank, traffic, keywords, spam, day == null ? today : day);
        }

        private LeadFacts.@Nullable LinkedInActivity linkedIn() {
            LocalDate post = date(LeadField.LAST_POST_ON);
            Integer connections = count(LeadField.CONNECTIONS);
            Integer posts = count(LeadField.COMPANY_POSTS);
            Integer followers = count(LeadField.COMPANY_FOLLOWERS);
            if (post == null && connections == null && posts == null && followers == null) {
                return null;
            }
            return new LeadFacts.LinkedInActivity(
                    post == null ? List.of() : List.of(post), connections, posts, followers);
        }

        /** A number that may have decimals, with or without commas between its thousands. */
        private @Nullable BigDecimal amount(LeadField field) {
            String cell = cell(field);
            if (cell == null) {
                return null;
            }
            Matcher amount = AMOUNT.matcher(cell.replace(",", ""));
            if (!amount.matches()) {
                problems.add(problem(field, "invalid_number", "This is no number."));
                return null;
            }
            return new BigDecimal(amount.group());
        }

        private Seniority seniority() {
            String cell = cell(LeadField.SENIORITY);
            String wire = cell == null
                    ? ""
                    : NO_LETTERS.matcher(cell.toLowerCase(Locale.ROOT).strip()).replaceAll("_");
            return switch (wire) {
                case "c_level", "cxo", "c_suite", "executive" -> Seniority.C_SUITE;
                case "vice_president", "vp" -> Seniority.VP;
                default -> Vocabulary.parse(Seniority.class, wire).orElse(Seniority.UNKNOWN);
            };
        }

        private @Nullable Country country(LeadField field) {
            String cell = cell(field);
            return cell == null ? null : value(field, Country.parse(cell));
        }

        private @Nullable ZoneId zone() {
            String cell = cell(LeadField.TIMEZONE);
            if (cell == null) {
                return null;
            }
            try {
                return ZoneId.of(cell);
            } catch (DateTimeException unknown) {
                problems.add(problem(LeadField.TIMEZONE, "invalid_timezone", "This is no IANA time zone."));
                return null;
            }
        }

        /** The first number of a count or a range such as "51-200" or "1,001+": the lower bound is the safe one. */
        private @Nullable Integer count(LeadField field) {
            String cell = cell(field);
            if (cell == null) {
                return null;
            }
            Matcher number = NUMBER.matcher(cell);
            String digits = !NEGATIVE.matcher(cell).lookingAt() && number.find()
                    ? NO_DIGIT.matcher(DECIMALS.matcher(number.group()).replaceAll(""))
                            .replaceAll("")
                    : "";
            if (digits.isEmpty() || digits.length() > 8) {
                problems.add(problem(field, "invalid_number", "This is no whole number."));
                return null;
            }
            return Integer.valueOf(digits);
        }

        private @Nullable LocalDate date(LeadField field) {
            String cell = cell(field);
            if (cell == null) {
                return null;
            }
            Matcher date = DATE.matcher(cell);
            if (date.lookingAt()) {
                try {
                    return LocalDate.parse(date.group());
                } catch (DateTimeException impossible) {
                    // falls through to the problem: 2026-02-30 has the form of a date and is none
                }
            }
            problems.add(problem(field, "invalid_date", "A date is written as 2026-01-31."));
            return null;
        }

        private @Nullable Boolean flag(LeadField field) {
            String cell = cell(field);
            String word = cell == null ? "" : cell.toLowerCase(Locale.ROOT);
            return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
        }

        private List<String> list(LeadField field) {
            String cell = cell(field);
            return cell == null
                    ? List.of()
                    : BETWEEN.splitAsStream(cell)
                            .map(this::clean)
                            .filter(Objects::nonNull)
                            .distinct()
                            .limit(100)
                            .toList();
        }

        /** A name or label: control characters refused, cut to 255 characters. */
        private @Nullable String text(LeadField field) {
            String cell = cell(field);
            return cell == null ? null : clean(cell);
        }

        private @Nullable String clean(String cell) {
            String clean = CONTROL.matcher(cell).replaceAll(" ").strip();
            return clean.isEmpty() ? null : clean.length() > MAX_TEXT ? clean.substring(0, MAX_TEXT) : clean;
        }

        private @Nullable String cell(LeadField field) {
            return mapping.cell(cells, field);
        }

        private <T> @Nullable T value(LeadField field, Result<T, InputProblem> parsed) {
            return switch (parsed) {
                case Result.Ok<T, InputProblem>(T value) -> value;
                case Result.Err<T, InputProblem>(InputProblem problem) -> {
                    problems.add(problem(field, problem.code(), problem.reason()));
                    yield null;
                }
            };
        }

        private CellProblem problem(LeadField field, String code, String message) {
            return new CellProblem(mapping.headerOf(field), code, message);
        }
    }
}

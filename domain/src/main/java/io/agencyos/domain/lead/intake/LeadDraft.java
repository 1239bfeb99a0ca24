package io.agencyos.domain.lead.intake;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes of one lead, member by member as it was typed. Unlike a row of a file, every member that cannot
 * be read is told and nothing is left out. Source: api 8 (Lead), 9.6.
 *
 * @param metadata at most 20 pairs
 */
public record LeadDraft(
        @Nullable String externalId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String linkedInUrl,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String title,
        @Nullable String company,
        @Nullable String domain,
        @Nullable String industry,
        @Nullable Integer employeeCount,
        @Nullable String country,
        SignalDraft signals,
        Map<String, String> metadata) {

    private static final int MOST_PAIRS = 20;
    private static final int LONGEST_VALUE = 500;
    private static final Pattern PAIR_KEY = Pattern.compile("[a-z0-9_]{1,40}");

    public LeadDraft {
        metadata = Map.copyOf(metadata);
    }

    /** The lead as a person could have written it. */
    public static LeadDraft of(Lead lead, Map<String, String> metadata) {
        ContactPoints contact = lead.contact();
        CompanyDetails company = lead.company();
        return new LeadDraft(
                lead.externalId(),
                text(contact.email(), EmailAddress::value),
                text(contact.phone(), PhoneNumber::e164),
                text(contact.linkedIn(), LinkedInUrl::url),
                lead.person().firstName(),
                lead.person().lastName(),
                lead.person().title(),
                company.name(),
                text(company.domain(), DomainName::value),
                company.industry(),
                company.employeeCount(),
                text(company.country(), Country::alpha2),
                SignalDraft.of(lead),
                metadata);
    }

    /** @param region country of telephone numbers without a country code */
    public Result<LeadRecord, List<FieldProblem>> read(Country region, IdentityKeys keys) {
        return new Reading(region, keys).lead();
    }

    /** The lead with these members, everything that a person does not write as it was. */
    public static Lead onto(Lead lead, LeadRecord said, Instant now) {
        EmailAddress was = lead.contact().email();
        EmailAddress is = said.contact().email();
        boolean sameAddress = was != null && is != null && was.key().equals(is.key());
        CompanyDetails company = lead.company();
        return lead.change()
                .contact(sameAddress ? said.contact().mailed(lead.contact().emailStatus()) : said.contact())
                .person(new PersonDetails(
                        said.person().firstName(),
                        said.person().lastName(),
                        said.person().title(),
                        lead.person().seniority(),
                        lead.person().city(),
                        lead.person().state(),
                        lead.person().country()))
                .company(new CompanyDetails(
                        said.company().name(),
                        said.company().domain(),
                        said.company().industry(),
                        said.company().employeeCount(),
                        company.city(),
                        company.state(),
                        said.company().country(),
                        company.websiteUrl(),
                        company.linkedInKey(),
                        company.foundedYear(),
                        said.company().hiring(),
                        said.company().latestFundingDate(),
                        said.company().technologies(),
                        company.keywords()))
                .roleStart(said.roleStart())
                .signals(said.signals())
                .externalId(said.externalId())
                .updatedAt(now)
                .lead();
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> words) {
        return value == null ? null : words.apply(value);
    }

    private final class Reading {

        private final Country region;
        private final IdentityKeys keys;
        private final List<FieldProblem> problems = new ArrayList<>();

        Reading(Country region, IdentityKeys keys) {
            this.region = region;
            this.keys = keys;
        }

        Result<LeadRecord, List<FieldProblem>> lead() {
            EmailAddress address = value("email", email, EmailAddress::parse);
            ContactPoints contact = new ContactPoints(address, EmailStatus.UNKNOWN, number("phone", phone), profile());
            if (problems.isEmpty() && !contact.identifies()) {
                problems.add(FieldProblem.of(
                        "", "identity_required", "A lead needs an e-mail, a LinkedIn profile or a phone number."));
            }
            checkMetadata();
            LeadRecord lead = new LeadRecord(
                    contact,
                    new PersonDetails(firstName, lastName, title, PersonDetails.UNKNOWN.seniority(), null, null, null),
                    company(address),
                    signals.roleStart(),
                    null,
                    signals(contact),
                    externalId,
                    metadata);
            return problems.isEmpty() ? Result.ok(lead) : Result.err(List.copyOf(problems));
        }

        private @Nullable LinkedInUrl profile() {
            LinkedInUrl page = value("linkedin_url", linkedInUrl, LinkedInUrl::parse);
            if (page != null && !page.isPerson()) {
                problems.add(FieldProblem.of(
                        "linkedin_url", "invalid_linkedin_url", "This is a company's page, not a person's."));
                return null;
            }
            return page;
        }

        private CompanyDetails company(@Nullable EmailAddress address) {
            Country home = value("organization.country", country, Country::parse);
            if (employeeCount != null && employeeCount < 0) {
                problems.add(FieldProblem.of("organization.employee_count", "out_of_range", "Not below 0."));
            }
            return new CompanyDetails(
                    company,
                    domain(address),
                    industry,
                    employeeCount,
                    null,
                    null,
                    home,
                    null,
                    null,
                    null,
                    signals.hiring(),
                    signals.fundedOn(),
                    signals.technologies(),
                    List.of());
        }

        private LeadSignals signals(ContactPoints contact) {
            // a number that cannot be read is told once, as the lead's own
            PhoneNumber verified = Objects.equals(signals.verifiedPhone(), phone)
                    ? contact.phone()
                    : number("signals.phone_verified", signals.verifiedPhone());
            return new LeadSignals(
                    value("signals.personal_email", signals.personalEmail(), EmailAddress::parse),
                    verified,
                    signals.subIndustry(),
                    signals.search(),
                    signals.linkedIn(),
                    null);
        }

        private @Nullable PhoneNumber number(String path, @Nullable String text) {
            return value(path, text, typed -> PhoneNumbers.parse(typed, region));
        }

        /** A domain that nobody wrote is the one of the work address. */
        private @Nullable DomainName domain(@Nullable EmailAddress address) {
            if (domain == null) {
                return address == null ? null : keys.companyDomain(address).orElse(null);
            }
            Optional<DomainName> read = keys.domainKey(domain);
            if (read.isEmpty()) {
                problems.add(FieldProblem.of("domain", "invalid_domain", "This is no domain name."));
            } else if (keys.companyDomain(read.get()).isEmpty()) {
                problems.add(FieldProblem.of("domain", "freemail_domain", "This domain gives mailboxes to everybody."));
            }
            return read.flatMap(keys::companyDomain).orElse(null);
        }

        private void checkMetadata() {
            if (metadata.size() > MOST_PAIRS) {
                problems.add(FieldProblem.of("metadata", "too_many", "At most 20 pairs."));
            }
            new LinkedHashMap<>(metadata).forEach((key, value) -> {
                if (!PAIR_KEY.matcher(key).matches()) {
                    problems.add(FieldProblem.of(
                            "metadata", "invalid_key", "A key has 1 to 40 lower-case letters, digits and _."));
                }
                if (value.length() > LONGEST_VALUE) {
                    problems.add(FieldProblem.of("metadata", "too_long", "A value has at most 500 characters."));
                }
            });
        }

        private <T> @Nullable T value(
                String path, @Nullable String text, Function<String, Result<T, InputProblem>> parser) {
            return text == null
                    ? null
                    : switch (parser.apply(text)) {
                        case Result.Ok<T, InputProblem>(T value) -> value;
                        case Result.Err<T, InputProblem>(InputProblem problem) -> {
                            problems.add(FieldProblem.of(path, problem.code(), problem.reason()));
                            yield null;
                        }
                    };
        }
    }
}

package io.agencyos.domain.lead.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Source: content 1.4. */
class ProfileMergeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+61491570006");
    private static final PhoneNumber THEIRS = new PhoneNumber("+61491570156");
    private static final LinkedInUrl PROFILE =
            LinkedInUrl.parse("https://www.linkedin.com/in/priya-raman-example").orElseThrow();

    private static EmailAddress email(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    private static PersonDetails person(String first, String last, @Nullable String title) {
        return new PersonDetails(first, last, title, Seniority.UNKNOWN, null, null, null);
    }

    private static CompanyDetails company(@Nullable String domain, @Nullable String industry, @Nullable Integer size) {
        return new CompanyDetails(
                "Harbour Lane Digital",
                domain == null ? null : new DomainName(domain),
                industry,
                size,
                null,
                null,
                Country.AUSTRALIA,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static Lead lead(ContactPoints contact, PersonDetails person, CompanyDetails company) {
        return Lead.begun(new LeadId(new UUID(0, 1)), new ClientId(new UUID(0, 2)), LeadSource.CSV_IMPORT, NOW)
                .contact(contact)
                .person(person)
                .company(company)
                .lead();
    }

    private static ContactPoints mail(String address, EmailStatus status) {
        return new ContactPoints(email(address), status, null, null);
    }

    private static Lead done(Lead lead, ProfileMerge.Said said) {
        return ProfileMerge.completing(lead, said, NOW).toOptional().orElseThrow();
    }

    private static ProfileMerge.Said said(ContactPoints contact) {
        return new ProfileMerge.Said(
                contact,
                person("Priya", "Raman", "CMO"),
                company("harbourlane.example", "Marketing", 25),
                LocalDate.parse("2026-01-05"));
    }

    @Test // content 1.4: keep each non-blank primary field, fill blanks from the secondary
    void what_is_known_stays_and_what_is_blank_is_filled() {
        Lead known = lead(
                new ContactPoints(email("priya@harbourlane.example"), EmailStatus.UNKNOWN, OURS, null),
                person("Priya", "Raman", "Head of Growth"),
                company(null, null, 40));

        Lead merged = done(
                known,
                said(new ContactPoints(email("priya@harbourlane.example"), EmailStatus.VERIFIED, THEIRS, PROFILE)));

        assertThat(merged.contact())
                .isEqualTo(new ContactPoints(email("priya@harbourlane.example"), EmailStatus.VERIFIED, OURS, PROFILE));
        assertThat(merged.person().title()).isEqualTo("Head of Growth");
        assertThat(merged.company()).isEqualTo(company("harbourlane.example", "Marketing", 40));
        assertThat(merged.roleStart()).isEqualTo("2026-01-05");
    }

    @Test // content 1.4: an e-mail is never replaced by a different one unless the stored one is invalid
    void an_address_gives_way_only_when_it_is_wrong() {
        PersonDetails priya = person("Priya", "Raman", null);
        ProfileMerge.Said other = said(mail("p.raman@harbourlane.example", EmailStatus.VERIFIED));
        CompanyDetails company = company(null, null, null);

        assertThat(done(lead(mail("priya@old.example", EmailStatus.UNKNOWN), priya, company), other)
                        .contact())
                .isEqualTo(mail("priya@old.example", EmailStatus.UNKNOWN));
        assertThat(done(lead(mail("priya@old.example", EmailStatus.INVALID), priya, company), other)
                        .contact())
                .isEqualTo(mail("p.raman@harbourlane.example", EmailStatus.VERIFIED));
        assertThat(done(lead(ContactPoints.NONE, priya, company), other).contact())
                .isEqualTo(mail("p.raman@harbourlane.example", EmailStatus.VERIFIED));
    }

    @Test // content 1.4: conflict on names (Levenshtein > 2 on the full name)
    void whoever_has_another_name_is_somebody_else() {
        ProfileMerge.Said priya = said(ContactPoints.NONE);
        CompanyDetails company = company(null, null, null);
        assertThat(ProfileMerge.completing(lead(ContactPoints.NONE, person("Prya", "Ramen", null), company), priya, NOW)
                        .toOptional())
                .isPresent();
        assertThat(ProfileMerge.completing(lead(ContactPoints.NONE, person("Prya", "Ramos", null), company), priya, NOW)
                        .toOptional())
                .isEmpty();
        assertThat(done(lead(ContactPoints.NONE, PersonDetails.UNKNOWN, company), priya)
                        .person()
                        .lastName())
                .isEqualTo("Raman");
    }

    @Test // POOL-13, flows 2.7: title, company, size, industry changed
    void a_refresh_takes_the_newer_word() {
        Lead known = lead(
                new ContactPoints(email("priya@harbourlane.example"), EmailStatus.VERIFIED, OURS, null),
                person("Priya", "Raman", "Head of Growth"),
                company("harbourlane.example", "Printing", 40));
        ProfileMerge.Said newer = said(new ContactPoints(null, EmailStatus.UNKNOWN, null, PROFILE));

        Lead merged = ProfileMerge.refreshing(known, newer, NOW).toOptional().orElseThrow();

        assertThat(merged.person().title()).isEqualTo("CMO");
        assertThat(merged.company()).isEqualTo(company("harbourlane.example", "Marketing", 25));
        assertThat(merged.contact())
                .isEqualTo(new ContactPoints(email("priya@harbourlane.example"), EmailStatus.VERIFIED, OURS, PROFILE));
        assertThat(ProfileMerge.changedEmployer(known, newer)).isFalse();
        assertThat(ProfileMerge.changedEmployer(
                        lead(ContactPoints.NONE, PersonDetails.UNKNOWN, company("old.example", null, null)), newer))
                .isTrue();
        assertThat(ProfileMerge.changedEmployer(
                        lead(ContactPoints.NONE, PersonDetails.UNKNOWN, company(null, null, null)), newer))
                .isFalse();
    }
}

package io.agencyos.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileConfidenceTest {

    private static final EmailAddress ADDRESS =
            EmailAddress.parse("priya@harbourlane.example").orElseThrow();
    private static final PhoneNumber PHONE = new PhoneNumber("+61491570156");
    private static final LinkedInUrl PROFILE =
            LinkedInUrl.ofKey("in/priya-example").orElseThrow();

    /** One record of the table. */
    private record Row(
            @Nullable EmailStatus address,
            @Nullable String first,
            @Nullable String last,
            @Nullable String title,
            boolean profile,
            boolean phone) {

        ContactPoints contact() {
            return new ContactPoints(
                    address == null ? null : ADDRESS,
                    address == null ? EmailStatus.UNKNOWN : address,
                    phone ? PHONE : null,
                    profile ? PROFILE : null);
        }

        PersonDetails person() {
            return new PersonDetails(first, last, title, Seniority.UNKNOWN, null, null, null);
        }

        int confidence() {
            return ProfileConfidence.of(contact(), person(), company());
        }

        boolean accepted() {
            return ProfileConfidence.accepts(contact(), person(), company());
        }

        boolean sourced() {
            return ProfileConfidence.acceptsSourced(contact(), person(), company());
        }

        static CompanyDetails company() {
            return FactMerge.company(CompanyDetails.UNKNOWN, named("Harbour Lane"));
        }

        private static CompanyDetails named(String name) {
            CompanyDetails none = CompanyDetails.UNKNOWN;
            return new CompanyDetails(
                    name,
                    none.domain(),
                    none.industry(),
                    none.employeeCount(),
                    none.city(),
                    none.state(),
                    none.country(),
                    none.websiteUrl(),
                    none.linkedInKey(),
                    none.foundedYear(),
                    none.hiring(),
                    none.latestFundingDate(),
                    none.technologies(),
                    none.keywords());
        }
    }

    @Test // content E-4
    void a_complete_record_without_a_telephone_is_ninety_per_cent_sure() {
        Row row = new Row(EmailStatus.VERIFIED, "Priya", "Raman", "Head of Growth", true, false);

        assertThat(row.confidence()).isEqualTo(900);
        assertThat(row.sourced()).isTrue();
    }

    @Test // content E-5
    void a_guessed_address_with_names_and_company_is_not_enough() {
        Row row = new Row(EmailStatus.GUESSED, "Priya", "Raman", null, false, false);

        assertThat(row.confidence()).isEqualTo(500);
        assertThat(row.accepted()).isFalse();
    }

    @Test // content E-6
    void a_last_name_is_needed_whatever_the_points() {
        Row row = new Row(EmailStatus.VERIFIED, "Priya", null, "Head of Growth", false, false);

        assertThat(row.confidence()).isEqualTo(700);
        assertThat(row.accepted()).isFalse();
    }

    @Test // content E-7
    void an_invalid_address_closes_the_record() {
        Row row = new Row(EmailStatus.INVALID, "Priya", "Raman", "Head of Growth", true, true);

        assertThat(row.confidence()).isEqualTo(700);
        assertThat(row.accepted()).isFalse();
    }

    @Test // content E-8
    void a_domain_that_takes_everything_counts_twenty() {
        Row row = new Row(EmailStatus.CATCH_ALL, "Priya", "Raman", "Head of Growth", true, true);

        assertThat(row.confidence()).isEqualTo(900);
        assertThat(row.sourced()).isTrue();
    }

    @Test // content E-8b
    void without_an_address_only_those_are_taken_whom_we_do_not_pay_for() {
        Row row = new Row(null, "Priya", "Raman", "Head of Growth", true, true);

        assertThat(row.confidence()).isEqualTo(700);
        assertThat(row.accepted()).isTrue();
        assertThat(row.sourced()).isFalse();
    }
}

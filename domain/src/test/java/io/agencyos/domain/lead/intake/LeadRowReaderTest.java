package io.agencyos.domain.lead.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.FreeMailDomains;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PublicSuffixes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadRowReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final IdentityKeys KEYS =
            new IdentityKeys(PublicSuffixes.parse("com\nau\ncom.au\nexample\ntest"), FreeMailDomains.standard());

    private static final List<String> WALK_THROUGH =
            List.of("Work Email", "First", "Last", "Job", "Organisation", "Profile", "Mobile");

    @Test // api 15, step 4
    void the_walk_through_file_is_understood_without_being_told() {
        ColumnMapping guessed = ColumnMapping.guess(WALK_THROUGH);

        assertThat(guessed.described())
                .containsExactly(
                        Map.entry("Work Email", "email"),
                        Map.entry("First", "first_name"),
                        Map.entry("Last", "last_name"),
                        Map.entry("Job", "title"),
                        Map.entry("Organisation", "company"),
                        Map.entry("Profile", "linkedin_url"),
                        Map.entry("Mobile", "phone"));
        assertThat(guessed.canIdentify()).isTrue();
    }

    @Test // api 15, step 4
    void a_row_becomes_a_normalised_lead() {
        LeadRecord lead = accepted(
                WALK_THROUGH,
                "priya@harbourlane.example",
                "Priya",
                "Raman",
                "Head of Growth",
                "Harbour Lane Digital",
                "https://au.linkedin.com/in/Priya-Raman-Example/?trk=a",
                "0491 570 006");

        assertThat(lead.contact().email()).extracting("value").isEqualTo("priya@harbourlane.example");
        assertThat(lead.contact().phone()).extracting("e164").isEqualTo("+61491570006");
        assertThat(lead.contact().linkedIn()).extracting("slug").isEqualTo("priya-raman-example");
        assertThat(lead.company().domain()).extracting("value").isEqualTo("harbourlane.example");
        assertThat(lead.person().fullName()).isEqualTo("Priya Raman");
    }

    @Test // api 15, step 4: row 5
    void a_row_that_names_nobody_is_refused() {
        assertThat(read(WALK_THROUGH, "", "Nobody", "Known", "CEO", "", "", ""))
                .isInstanceOfSatisfying(
                        ParsedRow.Invalid.class,
                        row -> assertThat(row.problems())
                                .extracting(ParsedRow.CellProblem::code)
                                .containsExactly("identity_required"));
    }

    @Test // data model 3: jane@@x is rejected
    void a_wrong_address_refuses_its_row_and_names_the_column() {
        assertThat(read(WALK_THROUGH, "jane@@x", "Jane", "", "", "", "https://www.linkedin.com/in/jane", ""))
                .isEqualTo(new ParsedRow.Invalid(List.of(new ParsedRow.CellProblem(
                        "Work Email", "invalid_email", "An e-mail address has exactly one @."))));
    }

    @Test
    void an_unreadable_phone_is_left_out_and_named_while_the_address_still_identifies() {
        ParsedRow row = read(WALK_THROUGH, "jane@acme.com.au", "Jane", "", "", "", "", "n/a");

        assertThat(row).isInstanceOfSatisfying(ParsedRow.Accepted.class, accepted -> {
            assertThat(accepted.lead().contact().phone()).isNull();
            assertThat(accepted.ignored())
                    .extracting(ParsedRow.CellProblem::code)
                    .containsExactly("invalid_phone");
        });
    }

    @Test // Apollo's export names three kinds of telephone and the company's
    void the_first_dialable_phone_of_several_columns_counts_and_the_switchboard_does_not() {
        List<String> headers = List.of("Email", "Corporate Phone", "Work Direct Phone", "Mobile Phone");

        LeadRecord lead = accepted(headers, "jane@acme.com.au", "(02) 5550 0100", "(02) 5550 0199", "unlisted");

        assertThat(lead.contact().phone()).extracting("e164").isEqualTo("+61255500199");
    }

    @ParameterizedTest
    @CsvSource({
        "Verified, VERIFIED",
        "valid, VERIFIED",
        "Catch-all, CATCH_ALL",
        "Guessed, GUESSED",
        "Likely to engage, GUESSED",
        "Unavailable, UNKNOWN",
        "bounced, INVALID"
    })
    void other_products_words_for_an_address_become_ours(String word, EmailStatus status) {
        LeadRecord lead = accepted(List.of("Email", "Email Status"), "jane@acme.com.au", word);

        assertThat(lead.contact().emailStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"'1,500', 1500", "51-200, 51", "10001+, 10001", "25, 25"})
    void a_range_of_employees_counts_with_its_lower_bound(String cell, int count) {
        LeadRecord lead = accepted(List.of("Email", "# Employees"), "jane@acme.com.au", cell);

        assertThat(lead.company().employeeCount()).isEqualTo(count);
    }

    @Test // scoring 1.1: figures of search without a day are of today; a figure that is none is named and left out
    void signals_are_read_from_their_columns() {
        List<String> headers = List.of("Email", "Phone", "Phone verified", "ETV", "Spam score", "Company followers");

        LeadSignals signals = accepted(headers, "jane@acme.com.au", "0491 570 006", "Yes", "149.89", "lots", "1,000")
                .signals();

        assertThat(signals.verifiedPhone()).isEqualTo(new PhoneNumber("+61491570006"));
        assertThat(signals.search()).isEqualTo(new LeadFacts.Seo(null, new BigDecimal("149.89"), null, null, TODAY));
        assertThat(signals.linkedIn()).isEqualTo(new LeadFacts.LinkedInActivity(List.of(), null, null, 1000));
        assertThat(accepted(headers, "jane@acme.com.au", "0491 570 006", "no", "", "", "")
                        .signals())
                .isEqualTo(LeadSignals.NONE);
    }

    @Test // data model 3: free mail never identifies a company
    void a_free_mail_address_gives_no_company_domain() {
        assertThat(accepted(List.of("Email"), "jane.doe@gmail.com").company().domain())
                .isNull();
    }

    @Test // Sales Navigator exports have no address and internal ids
    void a_sales_navigator_id_is_no_identity() {
        assertThat(read(List.of("Full Name", "Profile Url"), "Jane Doe", "https://www.linkedin.com/sales/lead/ACwAAA"))
                .isInstanceOf(ParsedRow.Invalid.class);
    }

    @Test
    void a_full_name_is_split_and_seniority_words_are_understood() {
        LeadRecord lead = accepted(List.of("name", "email", "Seniority"), "Jane van Doe", "j@acme.com.au", "C-Level");

        assertThat(lead.person().firstName()).isEqualTo("Jane");
        assertThat(lead.person().lastName()).isEqualTo("van Doe");
        assertThat(lead.person().seniority()).isEqualTo(Seniority.C_SUITE);
    }

    @Test // api 9.6 column_map: all problems at once
    void a_given_mapping_reports_every_unknown_column_and_field() {
        var mapping = ColumnMapping.given(List.of("A"), Map.of("A", "shoe_size", "B", "email"));

        assertThat(mapping)
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        err -> assertThat((List<?>) err.error())
                                .extracting("code")
                                .containsExactlyInAnyOrder("unknown_field", "unknown_column"));
    }

    @Test // api 9.6: a word in a list is a text like any other
    void words_of_a_list_are_cut_and_cleaned_like_any_text() {
        LeadRecord lead = accepted(
                List.of("Email", "Keywords"),
                "priya@harbourlane.example",
                "pumps; a\tvalve,\u0000|" + "x".repeat(10_000));

        assertThat(lead.company().keywords()).containsExactly("pumps", "a valve", "x".repeat(255));
    }

    @Property
    void no_cell_whatever_makes_the_reader_fail(@ForAll List<String> cells) {
        assertThat(read(WALK_THROUGH, cells.toArray(String[]::new))).isNotNull();
    }

    @Test
    void figures_and_addresses_that_cannot_be_are_left_out_and_named() {
        List<String> headers = List.of("Email", "# Employees", "Website", "Company Domain");

        ParsedRow row = read(headers, "priya@harbourlane.example", "-4", "not a url", "nowhere");

        assertThat(row).isInstanceOfSatisfying(ParsedRow.Accepted.class, taken -> {
            assertThat(taken.lead().company().employeeCount()).isNull();
            assertThat(taken.lead().company().websiteUrl()).isNull();
            assertThat(taken.lead().company().domain()).extracting("value").isEqualTo("harbourlane.example");
            assertThat(taken.ignored())
                    .extracting(ParsedRow.CellProblem::column, ParsedRow.CellProblem::code)
                    .containsExactly(
                            tuple("Website", "invalid_domain"),
                            tuple("Company Domain", "invalid_domain"),
                            tuple("# Employees", "invalid_number"));
        });
    }

    @Test
    void a_row_with_more_cells_than_the_header_is_named_since_a_comma_may_have_moved_them() {
        List<String> headers = List.of("Email", "Company");

        assertThat(codes(read(headers, "priya@harbourlane.example", "Harbour", " Lane Pty")))
                .containsExactly("too_many_cells");
        assertThat(codes(read(headers, "priya@harbourlane.example", "Harbour Lane", "", " ")))
                .isEmpty();
    }

    private static List<String> codes(ParsedRow row) {
        return row instanceof ParsedRow.Accepted taken
                ? taken.ignored().stream().map(ParsedRow.CellProblem::code).toList()
                : List.of("refused");
    }

    private static LeadRecord accepted(List<String> headers, String... cells) {
        return switch (read(headers, cells)) {
            case ParsedRow.Accepted(LeadRecord lead, var ignored) -> lead;
            case ParsedRow.Invalid invalid -> throw new AssertionError("refused: " + invalid);
        };
    }

    private static ParsedRow read(List<String> headers, String... cells) {
        return new LeadRowReader(ColumnMapping.guess(headers), Country.AUSTRALIA, TODAY, KEYS)
                .read(Arrays.asList(cells));
    }
}

package io.agencyos.domain.scoring.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.EmailStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ALS-2: the table of titles, and the rules that it illustrates. */
class AuthorityTest {

    private static Authority read(String title) {
        return TitleReader.INSTANCE.read(title, Seniority.UNKNOWN);
    }

    // scoring 1.3, table of examples
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25 | CEO",
                "25 | C.E.O.",
                "25 | MD",
                "25 | Founder & CEO",
                "25 | Co-Founder",
                "25 | Owner/Director",
                "25 | Managing Director",
                "25 | Business Owner",
                "22 | CTO",
                "22 | Chief Marketing Officer",
                "22 | President",
                "22 | Senior Partner",
                "22 | Principal",
                "22 | Chairman",
                "22 | Chair of the Board",
                "18 | Vice President of Sales",
                "18 | Vice-President, Ops",
                "18 | VP Marketing",
                "15 | Director of Marketing",
                "15 | Head of Growth",
                "15 | General Manager",
                "15 | Chief of Staff",
                "15 | International Sales Director",
                "15 | GM Operations",
                "15 | Director, Student Services",
                "15 | Former CEO / Board Director",
                "10 | Senior Manager, Growth",
                "10 | Senior Marketing Manager",
                "10 | Senior Product Marketing Manager",
                "7 | Marketing Manager",
                "7 | Team Lead",
                "7 | Product Owner",
                "7 | Senior Digital Product Marketing Manager",
                "5 | Lead Generation Specialist",
                "5 | HR Business Partner",
                "5 | Advisor to the CEO",
                "5 | Headhunter",
                "5 | Leadership Coach",
                "5 | Student Services Officer",
                "5 | Ex-Founder",
                "5 | Principal Engineer"
            })
    void a_title_earns_its_highest_band(int points, String title) {
        assertThat(read(title).points()).isEqualTo(points);
        assertThat(read(title).disqualified()).isFalse();
    }

    // scoring 1.3, rule 1
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Executive Assistant to the CEO",
                "Marketing Intern",
                "Marketing Co-ordinator",
                "Student Services Coordinator",
                "Assistant, Director",
                "Director / Receptionist",
                "Student",
                "Director - Internship Programme",
                "Assistant to the General Manager",
                "Marketing Co\u2010ordinator"
            })
    void a_disqualified_title_earns_three_and_is_held_against_the_lead(String title) {
        assertThat(read(title)).isEqualTo(Authority.of(3, Authority.Basis.DISQUALIFIED, true));
    }

    // scoring 1.3, rule 1, first exception
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | Assistant Director",
                "7 | Assistant GM",
                "7 | Assistant General Manager",
                "7 | Assistant VP",
                "7 | Assistant Vice President",
                "7 | Assistant Manager",
                "5 | Former Assistant Director"
            })
    void an_assistant_director_is_a_deputy(int points, String title) {
        assertThat(read(title)).isEqualTo(Authority.of(points, Authority.Basis.DEPUTY, true));
    }

    // scoring 1.3, table: owner and lead with what stands beside them
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | Process Owner",
                "7 | Risk Owner",
                "25 | Owner of Product",
                "5 | Lead Gen Expert",
                "22 | Chief Happiness Officer",
                "25 | Chief Executive Officer",
                "10 | Group Manager",
                "22 | Board Chairwoman",
                "22 | C-Suite Adviser",
                "22 | C Level",
                "5 | Client Partner",
                "22 | Equity Partner",
                "22 | School Principal",
                "15 | Chief of Staff to the CEO",
                "15 | Head of the Office of the CEO",
                "5 | Analyst for Director",
                "25 | Sole Trader"
            })
    void phrases_stand_for_themselves_and_not_for_their_parts(int points, String title) {
        assertThat(read(title).points()).isEqualTo(points);
    }

    // scoring 1.3, title normalisation
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25 | C.E.O",
                "18 | V.P. Sales",
                "15 | Directör",
                "25 | ＣＥＯ",
                "22 | Advisor - Principal",
                "22 | Advisor – Partner",
                "25 | Founder&CEO",
                "22 | Retired Judge; President",
                "5 | Non-Principal",
                "25 | Créatrice + Founder",
                "22 | Writer and Partner",
                "5 | J.P.Morgan analyst"
            })
    void titles_are_read_without_diacritics_in_segments(int points, String title) {
        assertThat(read(title).points()).isEqualTo(points);
    }

    // scoring 1.3, rules 2 to 4
    @Test
    void the_seniority_counts_only_where_the_title_shows_no_band() {
        assertThat(TitleReader.INSTANCE.read("Former CEO", Seniority.C_SUITE).points())
                .isEqualTo(5);
        assertThat(TitleReader.INSTANCE.read("Accountant", Seniority.DIRECTOR).points())
                .isEqualTo(15);
        assertThat(TitleReader.INSTANCE
                        .read("Senior Accountant", Seniority.SENIOR)
                        .points())
                .isEqualTo(7);
        assertThat(TitleReader.INSTANCE
                        .read("Marketing Manager", Seniority.OWNER)
                        .points())
                .isEqualTo(7);
        assertThat(TitleReader.INSTANCE.read(null, Seniority.C_SUITE).points()).isEqualTo(22);
        assertThat(TitleReader.INSTANCE.read(null, Seniority.UNKNOWN).points()).isZero();
        assertThat(TitleReader.INSTANCE.read(" - / ", Seniority.HEAD))
                .isEqualTo(Authority.of(15, Authority.Basis.SENIORITY, false));
    }

    // scoring 1.3, rule 4
    @ParameterizedTest
    @CsvSource({
        "OWNER,25",
        "FOUNDER,25",
        "PARTNER,22",
        "C_SUITE,22",
        "VP,18",
        "HEAD,15",
        "DIRECTOR,15",
        "MANAGER,7",
        "SENIOR,7",
        "ENTRY,3",
        "INTERN,3"
    })
    void a_seniority_without_a_title_has_its_own_points(Seniority seniority, int points) {
        assertThat(TitleReader.INSTANCE.read(null, seniority).points()).isEqualTo(points);
    }

    // ALS-15
    @Test
    void unknown_words_from_vendors_are_read_as_unknown() {
        assertThat(Seniority.lenient("C_Suite ")).isEqualTo(Seniority.C_SUITE);
        assertThat(Seniority.lenient("wizard")).isEqualTo(Seniority.UNKNOWN);
        assertThat(Seniority.lenient(null)).isEqualTo(Seniority.UNKNOWN);
        assertThat(EmailStatus.lenient("catch_all")).isEqualTo(EmailStatus.CATCH_ALL);
        assertThat(EmailStatus.lenient("bogus")).isEqualTo(EmailStatus.UNKNOWN);
        assertThat(EmailStatus.lenient(null)).isEqualTo(EmailStatus.UNKNOWN);
    }
}

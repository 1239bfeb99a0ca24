package io.agencyos.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.LeadFacts.Standing;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.tier.TierSource;
import io.agencyos.domain.scoring.weight.Facet;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** ALS-14: rows and facets that add up. */
class ExplanationTest {

    private static final WeightsInForce LEARNED =
            new WeightsInForce(new Weights(1_000, 3_500, 3_000, 1_500, 1_000), WeightsSource.CLIENT_LEARNED, 3);

    private static Explanation.@Nullable Row row(AlsResult result, Signal signal) {
        return result.explanation().rows().stream()
                .filter(row -> row.signal() == signal)
                .findFirst()
                .orElse(null);
    }

    private static String shown(AlsResult result, Signal signal) {
        Explanation.Row row = row(result, signal);
        return row == null ? "no row" : row.shown().toPlainString();
    }

    // scoring 1.10, example of row 29
    @Test
    void the_facets_of_a_director_with_a_buyer_signal_sum_to_85() {
        Map<Facet, ExactPoints> facets =
                Lead.settled().title("Director").buyer(70, 2).scored().facets();
        assertThat(facets)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Facet.TITLE, ExactPoints.whole(15),
                        Facet.INDUSTRY, ExactPoints.whole(10),
                        Facet.SIZE, ExactPoints.whole(8),
                        Facet.TECH, ExactPoints.ZERO,
                        Facet.INTENT, ExactPoints.whole(10),
                        Facet.LINKEDIN, ExactPoints.whole(4),
                        Facet.CONTACT, ExactPoints.whole(16),
                        Facet.LOCATION, ExactPoints.whole(7),
                        Facet.RISK, ExactPoints.whole(15)));
    }

    // scoring 1.10, example of row 39
    @Test
    void what_the_floor_cuts_off_is_a_row() {
        AlsResult result = WorkedExamplesTest.row38().scored(Contexts.weights(LEARNED));
        assertThat(result.points(Signal.ROUNDING)).isEqualTo(new ExactPoints(-7, 10));
        assertThat(shown(result, Signal.ROUNDING)).isEqualTo("-0.70");
        assertThat(result.explanation().total()).isEqualTo(AlsScore.of(84));
    }

    // scoring 1.10, example of row 2
    @Test
    void what_the_clamp_removes_is_a_row() {
        AlsResult result = Lead.reference()
                .buyer(100, 3)
                .activity(List.of(5), 500, 1, 1000)
                .scored();
        assertThat(shown(result, Signal.CAP)).isEqualTo("-25.00");
        assertThat(row(result, Signal.ROUNDING)).isNull();
        assertThat(result.facets().values().stream().reduce(ExactPoints.ZERO, ExactPoints::plus))
                .isEqualTo(ExactPoints.whole(125));
    }

    // scoring 1.10, example of row 18
    @Test
    void a_gate_is_a_row_without_points_that_names_the_tier() {
        AlsResult result = Lead.reference().unsubscribed().scored();
        Explanation.Row gate = row(result, Signal.GATE_UNSUBSCRIBED);
        assertThat(gate).isNotNull();
        assertThat(gate.fact()).isEqualTo("tier dead");
        assertThat(gate.points()).isEqualTo(ExactPoints.ZERO);
        assertThat(result.explanation().total()).isEqualTo(AlsScore.of(85));
    }

    // ALS-14, ALS-5
    @Test
    void risk_is_fifteen_with_a_negative_row_per_deduction_cut_at_nothing() {
        AlsResult result =
                Lead.reference().unsubscribed().bounces(1).title("Intern").scored();
        assertThat(shown(result, Signal.RISK_BASE)).isEqualTo("15.00");
        assertThat(shown(result, Signal.RISK_BOUNCE)).isEqualTo("-10.00");
        assertThat(shown(result, Signal.RISK_UNSUBSCRIBED)).isEqualTo("-5.00");
        assertThat(row(result, Signal.RISK_TITLE)).isNull();
    }

    // ALS-14: the residue of the fit floor
    @Test
    void the_fraction_of_the_fit_is_taken_from_its_largest_part() {
        AlsResult result = Lead.reference().employees(120).country("NZ").scored(Contexts.subWeights(15, 5, 5));
        assertThat(result.points(Signal.EMPLOYEES)).isEqualTo(new ExactPoints(25, 8));
        assertThat(result.points(Signal.LOCATION)).isEqualTo(new ExactPoints(20, 7));
        assertThat(result.points(Signal.INDUSTRY)).isEqualTo(new ExactPoints(15 * 56 - 55, 56));
        assertThat(shown(result, Signal.EMPLOYEES)).isEqualTo("3.12");
        assertThat(shown(result, Signal.LOCATION)).isEqualTo("2.86");
        assertThat(shown(result, Signal.INDUSTRY)).isEqualTo("14.02");
    }

    // ALS-14: missing cents by largest remainder, ties in the order of the rows
    @Test
    void of_two_rows_with_the_same_remainder_the_first_gets_the_missing_cent() {
        WeightsInForce weights =
                new WeightsInForce(new Weights(2_000, 2_495, 2_505, 1_500, 1_500), WeightsSource.CLIENT_LEARNED, 1);
        AlsResult result = Lead.unknown().seo(501, "1001", 0, 0).scored(Contexts.weights(weights));
        assertThat(result.points(Signal.DOMAIN_RANK)).isEqualTo(new ExactPoints(2_004, 1_000));
        assertThat(shown(result, Signal.DOMAIN_RANK)).isEqualTo("2.01");
        assertThat(shown(result, Signal.ORGANIC_TRAFFIC)).isEqualTo("2.00");
        assertThat(shown(result, Signal.ROUNDING)).isEqualTo("-0.01");
    }

    // ALS-14: the table of names
    @Test
    void no_row_has_a_name_that_the_table_does_not_have() {
        assertThat(Arrays.stream(Signal.values()).map(Vocabulary::wire))
                .containsExactly(
                        "email",
                        "phone",
                        "linkedin_url",
                        "personal_email",
                        "title",
                        "industry",
                        "employees",
                        "location",
                        "domain_rank",
                        "organic_traffic",
                        "top10_keywords",
                        "new_role",
                        "hiring",
                        "funding",
                        "risk_base",
                        "risk_bounce",
                        "risk_unsubscribed",
                        "risk_competitor",
                        "risk_title",
                        "risk_domain_rank",
                        "risk_traffic",
                        "risk_spam",
                        "buyer_boost",
                        "linkedin_boost",
                        "tech_boost",
                        "cap",
                        "rounding",
                        "gate_unsubscribed",
                        "gate_bounced",
                        "gate_invalid",
                        "gate_platform_suppression",
                        "gate_client_suppression",
                        "gate_competitor",
                        "gate_do_not_contact");
        assertThat(Arrays.stream(Facet.values()).filter(Facet::isPublic).map(Facet::wire))
                .containsExactly("title", "industry", "size", "tech", "intent", "linkedin");
    }

    // api 15, step 5
    @Test
    void a_head_of_growth_without_a_verified_number_is_explained() {
        AlsResult result = Lead.settled()
                .phone(false)
                .personalEmail(null)
                .linkedInUrl("https://www.linkedin.com/in/priya-raman-example")
                .title("Head of Growth")
                .industry("Marketing and Advertising")
                .hiring(true)
                .scored();
        assertThat(result.score()).isEqualTo(AlsScore.of(75));
        assertThat(result.tier()).isEqualTo(Tier.WARM);
        assertThat(result.explanation().rows().stream()
                        .filter(row -> row.shownCents() != 0)
                        .map(row ->
                                row.signal().wire() + " | " + row.fact() + " | " + row.points() + " of " + row.max()))
                .containsExactly(
                        "email | verified | 8 of 8",
                        "phone | valid, not verified | 3 of 6",
                        "linkedin_url | in/priya-raman-example | 4 of 4",
                        "title | Head of Growth | 15 of 25",
                        "industry | Marketing and Advertising | 10 of 10",
                        "employees | 25 | 8 of 8",
                        "location | AU | 7 of 7",
                        "hiring | true | 5 of 5",
                        "risk_base | none | 15 of 15");
        assertThat(result.explanation().missing())
                .containsExactly(
                        new Explanation.Missing(Signal.PHONE, ExactPoints.whole(3)),
                        new Explanation.Missing(Signal.PERSONAL_EMAIL, ExactPoints.whole(2)));
    }

    // B2, api 9.6: missing[≤3], most points first, ties in the order of the rows
    @Test
    void at_most_three_missing_facts_are_named_those_worth_most_first() {
        assertThat(Lead.unknown().scored().explanation().missing())
                .extracting(Explanation.Missing::signal)
                .containsExactly(Signal.TITLE, Signal.INDUSTRY, Signal.EMAIL);
    }

    // ALS-15
    @Test
    void missing_facts_are_listed_and_cost_nothing_else() {
        AlsResult nothing = Lead.unknown().notEnriched().scored();
        assertThat(nothing.missingSignals())
                .containsExactly(
                        "email",
                        "phone",
                        "linkedin_url",
                        "personal_email",
                        "title",
                        "industry",
                        "employees",
                        "location",
                        "new_role",
                        "hiring",
                        "funding",
                        "buyer_boost",
                        "linkedin_boost",
                        "not_enriched");
        assertThat(nothing.score()).isEqualTo(AlsScore.of(15));
    }

    // ALS-4, second decision
    @Test
    void a_future_date_is_listed_as_an_error_of_the_data() {
        assertThat(Lead.settled().role(-5).funded(-3).scored().missingSignals())
                .contains("future_date:current_role_start_date", "future_date:company_latest_funding_date");
        AlsResult posts = Lead.settled().activity(List.of(-1, 40), 0, 0, 0).scored();
        assertThat(posts.linkedInBoost()).isEqualTo(3);
        assertThat(posts.missingSignals()).contains("future_date:person_post_dates");
    }

    // ALS-15
    @Test
    void negative_numbers_are_read_as_not_known() {
        Lead lead = Lead.settled().employees(-1).seo(501, "-1", 7, 10).activity(List.of(), -1, 1, 1000);
        AlsResult result = lead.scored();
        assertThat(result.missingSignals()).contains("employees", "organic_traffic");
        assertThat(result.components().risk()).isEqualTo(15);
        assertThat(lead.facts().invalidFacts())
                .containsExactly("company_employee_count", "organic_traffic", "connections");
    }

    // scoring 1.7, last paragraph; scoring 5: buyer, SEO or LinkedIn lookup down: score without it
    @Test
    void a_look_up_that_fails_leaves_the_boost_at_nothing_and_is_named() {
        AlsResult result = Lead.settled()
                .buyer(Lookup.unavailable())
                .activity(Lookup.unavailable())
                .seo(Lookup.unavailable())
                .scored();
        assertThat(result.score()).isEqualTo(AlsScore.of(85));
        assertThat(result.missingSignals())
                .contains("unavailable:buyer_boost", "unavailable:linkedin_boost", "unavailable:domain_rank")
                .doesNotContain("buyer_boost", "linkedin_boost");
    }

    // ALS-13
    @Test
    void every_gate_forces_the_tier_and_keeps_the_number() {
        assertGate(Lead.reference().unsubscribed(), Gate.UNSUBSCRIBED, 85);
        assertGate(Lead.reference().standing(Standing.UNSUBSCRIBED), Gate.UNSUBSCRIBED, 85);
        assertGate(Lead.reference().standing(Standing.BOUNCED), Gate.BOUNCED, 90);
        assertGate(Lead.reference().standing(Standing.INVALID), Gate.INVALID, 90);
        assertGate(Lead.reference().platformSuppressed(), Gate.PLATFORM_SUPPRESSION, 100);
        assertGate(Lead.reference().clientSuppressed(), Gate.CLIENT_SUPPRESSION, 100);
        assertGate(Lead.reference().doNotContact(), Gate.DO_NOT_CONTACT, 100);
    }

    private static void assertGate(Lead lead, Gate gate, int score) {
        AlsResult result = lead.scored();
        assertThat(result.gates()).containsExactly(gate);
        assertThat(result.tier()).isEqualTo(Tier.DEAD);
        assertThat(result.tierSource()).isEqualTo(TierSource.GATE);
        assertThat(result.score()).isEqualTo(AlsScore.of(score));
        assertThat(result.availableChannels()).isEmpty();
        assertThat(row(result, gate.signal())).isNotNull();
    }
}

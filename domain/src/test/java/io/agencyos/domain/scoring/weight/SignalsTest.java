package io.agencyos.domain.scoring.weight;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.BuyerScore;
import io.agencyos.domain.scoring.Contexts;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.Gate;
import io.agencyos.domain.scoring.Lead;
import io.agencyos.domain.scoring.LeadFacts.LinkedInActivity;
import io.agencyos.domain.scoring.LinkedInSignal;
import io.agencyos.domain.scoring.Lookup;
import io.agencyos.domain.scoring.ScoringContext;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ALS-1 and ALS-4 to ALS-8, signal by signal. */
class SignalsTest {

    private static int dataQuality(Lead lead) {
        return lead.scored().components().dataQuality();
    }

    // ALS-1
    @ParameterizedTest
    @CsvSource({"VERIFIED,8", "CATCH_ALL,5", "GUESSED,3", "UNKNOWN,2", "INVALID,0"})
    void an_address_is_worth_what_is_known_of_it(EmailStatus status, int points) {
        assertThat(dataQuality(Lead.unknown().email(status))).isEqualTo(points);
        assertThat(dataQuality(Lead.unknown().email(" ", status))).isZero();
    }

    // ALS-1
    @ParameterizedTest
    @CsvSource({
        "+61491570006,3",
        "+6149157000612345,0",
        "61491570006,0",
        "+0491570006,0",
        "+614,0",
        "0491 570 006,0",
        "+61 491570006,0"
    })
    void a_number_counts_in_e164_only(String number, int points) {
        assertThat(dataQuality(Lead.unknown().phone(number, false))).isEqualTo(points);
        assertThat(dataQuality(Lead.unknown().phone(number, true))).isEqualTo(2 * points);
    }

    // ALS-1, scoring 1.1
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.linkedin.com/in/alex-example",
                "linkedin.com/in/alex-example/?trk=a",
                "in/alex-example",
                "HTTP://AU.LinkedIn.com/IN/Alex",
                "https://linkedin.com/in/al%C3%A9x#about"
            })
    void a_persons_profile_counts(String url) {
        assertThat(dataQuality(Lead.unknown().linkedInUrl(url))).isEqualTo(4);
    }

    // ALS-1, scoring 1.1
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.linkedin.com/company/acme",
                "https://www.linkedin.com/in/",
                "https://notlinkedin.com/in/a",
                "https://www.linkedin.com/sales/lead/ACwAA",
                "https://linkedin.com.example/in/a",
                "in/",
                "linkedin",
                "/"
            })
    void any_other_link_does_not_count(String url) {
        assertThat(dataQuality(Lead.unknown().linkedInUrl(url))).isZero();
    }

    // ALS-1, scoring 1.1
    @Test
    void a_personal_address_counts_when_it_is_valid_and_another() {
        assertThat(dataQuality(Lead.unknown().personalEmail("alex@home.example")))
                .isEqualTo(2);
        assertThat(dataQuality(Lead.unknown()
                        .email("alex@home.example", EmailStatus.INVALID)
                        .personalEmail("Alex@Home.example ")))
                .isZero();
        for (String bad : List.of(
                "", "alex", "alex@", "@home.example", "a@b", "a@@home.example", "a b@home.example", "a@home.")) {
            assertThat(dataQuality(Lead.unknown().personalEmail(bad))).isZero();
        }
    }

    // ALS-5
    @ParameterizedTest
    @CsvSource({
        "rival.com.au,true",
        "www.rival.com.au,true",
        "mail.RIVAL.com.au,true",
        "notrival.com.au,false",
        "rival.com,false",
        "com.au,false"
    })
    void a_competitor_is_its_domain_and_everything_below_it(String domain, boolean competitor) {
        AlsResult result = Lead.settled().domain(domain).scored(Contexts.competitors(" www.Rival.com.au "));
        assertThat(result.gates().contains(Gate.COMPETITOR)).isEqualTo(competitor);
        assertThat(result.components().risk()).isEqualTo(competitor ? 0 : 15);
    }

    // ALS-6
    @Test
    void a_purchase_makes_a_buyer_score_and_that_a_boost() {
        assertThat(BuyerScore.FIRST_SIGHTING).isEqualTo(60);
        assertThat(BuyerScore.boost(60)).isEqualTo(9);
        assertThat(BuyerScore.recalculated(2, 1, new BigDecimal("4000"))).isEqualTo(70);
        assertThat(BuyerScore.boost(70)).isEqualTo(10);
        assertThat(BuyerScore.recalculated(3, 2, new BigDecimal("6000"))).isEqualTo(100);
        assertThat(BuyerScore.boost(100)).isEqualTo(15);
    }

    // ALS-6
    @Test
    void a_buyer_boost_says_why_but_never_from_whom() {
        assertThat(Lead.settled().buyer(60, 1).scored().buyerBoostReason()).contains("Known agency services buyer");
        assertThat(Lead.settled().buyer(70, 2).scored().buyerBoostReason())
                .contains("Has bought agency services before (2x)");
        assertThat(Lead.settled().buyer(100, 5).scored().buyerBoostReason()).contains("Repeat agency buyer (5x)");
        assertThat(Lead.settled().scored().buyerBoostReason()).isEmpty();
    }

    // ALS-7
    @Test
    void each_sign_of_life_on_linkedin_is_named() {
        AlsResult all = Lead.settled().activity(List.of(0), 500, 1, 1000).scored();
        assertThat(all.linkedInSignals()).containsExactly(LinkedInSignal.values());
        assertThat(all.linkedInBoost()).isEqualTo(10);
        AlsResult none = Lead.settled()
                .activity(Lookup.found(new LinkedInActivity(List.of(), null, null, null)))
                .scored();
        assertThat(none.linkedInSignals()).isEmpty();
    }

    // ALS-8
    @Test
    void technologies_are_compared_without_case_and_counted_once() {
        ScoringContext wanted = Contexts.technologies("HubSpot", "hubspot ", "Shopify", "Xero");
        assertThat(Lead.settled()
                        .technologies(List.of("HUBSPOT", "hubspot"))
                        .scored(wanted)
                        .techBoost())
                .isEqualTo(1);
        assertThat(Lead.settled()
                        .technologies(List.of("xero", "shopify"))
                        .scored(wanted)
                        .techBoost())
                .isEqualTo(3);
        assertThat(Lead.settled().technologies(List.of("xero")).scored().techBoost())
                .isZero();
    }
}

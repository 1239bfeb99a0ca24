package io.agencyos.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.scoring.LeadFacts.Seo;
import io.agencyos.domain.scoring.match.IndustryMatcher;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.shared.SizeRange;
import io.agencyos.domain.shared.contact.Country;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ALS-3: industry, size, location and web presence. */
class CompanyFitTest {

    private static int fit(Lead lead) {
        return lead.scored().components().companyFit();
    }

    private static int fit(Lead lead, ScoringContext context) {
        return lead.scored(context).components().companyFit();
    }

    // scoring 1.4, f_ind
    @ParameterizedTest
    @CsvSource({
        "healthcare,Hospital & Health Care", "food_beverage,Food & Beverages", "finance,Financial Services",
        "real_estate,Commercial Real Estate", "professional services,services", "saas,Computer Software",
        "legal,Law Practice", "nonprofit,Non-Profit Organization Management", "SOFTWARE,software",
        "it services,Information Technology", "telecommunications,Telecommunication"
    })
    void an_industry_matches_by_words_or_by_another_name_of_the_same_thing(String target, String industry) {
        assertThat(new IndustryMatcher(List.of(target)).matches(industry)).isTrue();
    }

    // scoring 1.4, f_ind
    @ParameterizedTest
    @CsvSource({
        "it,hospitality",
        "property,Commercial Real Estate",
        "software,hardware",
        "business,busines",
        "healthcare,Care",
        "software,and",
        "technology,-"
    })
    void an_industry_does_not_match_by_parts_of_words(String target, String industry) {
        assertThat(new IndustryMatcher(List.of(target)).matches(industry)).isFalse();
    }

    // scoring 1.4, f_ind
    @Test
    void a_catch_all_target_filters_nothing_and_leaves_the_next_list_in_force() {
        ScoringTargets campaign = new ScoringTargets(List.of("b2b_general", "B2C General"), List.of(), List.of());
        ScoringTargets icp = new ScoringTargets(List.of("mining"), List.of(), List.of());
        assertThat(campaign.orElse(icp).industries()).containsExactly("mining");
        assertThat(fit(Lead.settled(), Contexts.targets(campaign))).isEqualTo(25);
        assertThat(fit(Lead.settled(), Contexts.industries("b2b_general", "mining")))
                .isEqualTo(15);
    }

    // scoring 1.4, f_ind
    @Test
    void a_sub_industry_matches_as_well() {
        assertThat(fit(Lead.settled().industry("Retail").subIndustry("Fintech")))
                .isEqualTo(25);
        assertThat(fit(Lead.settled().industry("Retail"))).isEqualTo(15);
    }

    // scoring 1.4, f_size
    @Test
    void ranges_stay_separate() {
        ScoringContext context = Contexts.sizes(SizeRange.closed(1, 10), SizeRange.closed(1_001, 5_000));
        assertThat(fit(Lead.settled().employees(41), context)).isEqualTo(17);
        assertThat(fit(Lead.settled().employees(300), context)).isEqualTo(20);
        assertThat(fit(Lead.settled().employees(Integer.MAX_VALUE), context)).isEqualTo(17);
    }

    // scoring 1.4, f_size: an open range has no upper partial band
    @Test
    void an_open_range_has_no_upper_end() {
        assertThat(ScoringRules.eighths(SizeRange.open(10_001), Integer.MAX_VALUE))
                .isEqualTo(8);
        assertThat(ScoringRules.eighths(SizeRange.open(10_001), 2_001)).isEqualTo(3);
        assertThat(ScoringRules.eighths(SizeRange.open(10_001), 2_000)).isZero();
    }

    // scoring 1.4, size labels
    @ParameterizedTest
    @CsvSource({
        "1-10,1,10", "11-50,11,50", "51-200,51,200", "201-500,201,500", "501-1000,501,1000", "1001-5000,1001,5000",
        "5001-10000,5001,10000", "7-13,7,13", "small,1,50", "medium,51,500", "large,501,5000", "smb,1,200",
        "Mid-Market,201,1000"
    })
    void closed_size_labels_are_read(String label, int least, int most) {
        assertThat(SizeRange.parse(label).orElseThrow()).isEqualTo(SizeRange.closed(least, most));
    }

    // scoring 1.4, size labels
    @Test
    void open_size_labels_are_read() {
        assertThat(SizeRange.parse("10001+").orElseThrow()).isEqualTo(SizeRange.open(10_001));
        assertThat(SizeRange.parse("enterprise").orElseThrow()).isEqualTo(SizeRange.open(5_001));
    }

    // scoring 1.4: INVALID_SIZE_RANGE
    @ParameterizedTest
    @ValueSource(strings = {"", "big", "10-5", "-5", "5-", "0-0", "1-99999999999", "1–10x"})
    void a_label_that_names_no_range_is_refused(String label) {
        assertThat(SizeRange.parse(label).isOk()).isFalse();
    }

    // scoring 1.4, f_loc
    @ParameterizedTest
    @CsvSource({
        "australia,25",
        "au,25",
        "aus,25",
        "AU,25",
        "new zealand,22",
        "nz,22",
        "United States,22",
        "us,22",
        "usa,22",
        "united kingdom,22",
        "uk,22",
        "UK,22",
        "gb,22",
        "great britain,22",
        "DE,18",
        "Atlantis,18"
    })
    void a_country_is_home_near_or_neither(String country, int fit) {
        assertThat(fit(Lead.settled().country(country))).isEqualTo(fit);
    }

    // scoring 1.4, f_loc
    @Test
    void a_home_state_or_city_that_is_not_the_leads_leaves_four_sevenths() {
        ScoringContext context = Contexts.homes(new HomeLocation(new Country("DE"), "Bayern", "München"));
        Lead german = Lead.settled().country("DE");
        assertThat(fit(german.state("bayern ").city(" MÜNCHEN"), context)).isEqualTo(25);
        assertThat(fit(german.city("Augsburg"), context)).isEqualTo(22);
        assertThat(fit(german.city(null), context)).isEqualTo(22);
        assertThat(fit(Lead.settled().country("FR"), context)).isEqualTo(18);
    }

    // ALS-3b
    @ParameterizedTest
    @CsvSource({
        "150,200,0,20",
        "151,200,0,21",
        "500,200,0,21",
        "501,200,0,22",
        "150,200.01,0,21",
        "150,1000,0,21",
        "150,1000.01,0,22",
        "150,200,1,21",
        "501,1000.01,1,25"
    })
    void web_presence_is_added_to_the_fit(int rank, String traffic, int keywords, int fit) {
        assertThat(fit(Lead.settled().seo(rank, traffic, keywords, null))).isEqualTo(fit);
    }

    // ALS-3b
    @Test
    void figures_older_than_ninety_days_or_switched_off_are_not_used() {
        assertThat(fit(Lead.settled().seo(figuresOf(90)))).isEqualTo(20);
        assertThat(fit(Lead.settled().seo(figuresOf(91)))).isEqualTo(25);
        assertThat(Lead.settled().seo(figuresOf(91)).scored().components().risk())
                .isEqualTo(15);
        assertThat(fit(Lead.settled().seo(figuresOf(1)), Contexts.seoMode(SeoMode.OFF)))
                .isEqualTo(25);
    }

    private static Lookup<Seo> figuresOf(int daysAgo) {
        return Lookup.found(new Seo(0, BigDecimal.ZERO, 0, 60, Lead.TODAY.minusDays(daysAgo)));
    }

    // B1
    @Test
    void a_seller_of_search_work_wants_companies_that_are_not_found() {
        AlsResult result = Lead.reference().seo(0, "0", 0, 60).scored(Contexts.seoMode(SeoMode.OPPORTUNITY));
        assertThat(result.components()).isEqualTo(new AlsResult.Components(20, 25, 25, 15, 12));
        assertThat(result.score()).isEqualTo(AlsScore.of(97));
    }
}

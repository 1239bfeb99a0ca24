package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.FactMerge;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.IcpId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scoring POOL-7, flows 2.4. */
class IcpFilterTest {

    private static final List<String> ANY = List.of();

    @ParameterizedTest // flows 2.4
    @CsvSource({"Director of Marketing & Growth, true", "Marketing Manager, false", "marketing director, true"})
    void a_title_matches_when_all_its_words_are_there(String title, boolean matches) {
        IcpFilter filter = filter(ANY, List.of("Marketing Director"), ANY, ANY, ANY, ANY);

        assertThat(filter.mismatch(person(title), company("Marketing", 25)).isEmpty())
                .isEqualTo(matches);
    }

    @Test
    void an_empty_dimension_does_not_filter_and_a_missing_fact_on_one_that_filters_is_a_mismatch() {
        IcpFilter sized = filter(ANY, ANY, List.of("11-50"), ANY, ANY, ANY);

        assertThat(filter(ANY, ANY, ANY, ANY, ANY, ANY).mismatch(PersonDetails.UNKNOWN, CompanyDetails.UNKNOWN))
                .isEmpty();
        assertThat(sized.mismatch(person("CEO"), company("Marketing", null)))
                .contains(IcpFilter.Dimension.COMPANY_SIZE);
        assertThat(sized.mismatch(person("CEO"), company("Marketing", 50))).isEmpty();
        assertThat(sized.mismatch(person("CEO"), company("Marketing", 51))).contains(IcpFilter.Dimension.COMPANY_SIZE);
    }

    @Test
    void dimensions_are_joined_by_and_their_values_by_or() {
        IcpFilter filter = filter(List.of("Retail", "Advertising"), ANY, ANY, List.of("Australia"), ANY, ANY);

        assertThat(filter.mismatch(person("CEO"), company("Digital Marketing", 25)))
                .as("advertising is another name of it")
                .isEmpty();
        assertThat(filter.mismatch(person("CEO"), company("Mining", 25))).contains(IcpFilter.Dimension.INDUSTRY);
    }

    @ParameterizedTest
    @CsvSource({
        "Australia, true",
        "New Zealand, false",
        "WA, true",
        "Western Australia, true",
        "'Fremantle, WA, Australia', true",
        "'Sydney, NSW', false",
        "VIC, false"
    })
    void a_place_is_a_country_a_state_or_a_city(String place, boolean matches) {
        assertThat(filter(ANY, ANY, ANY, List.of(place), ANY, ANY)
                        .mismatch(person("CEO"), company("Marketing", 25))
                        .isEmpty())
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"harbourlane.example", "Marketing", "growth"})
    void any_hit_of_an_exclusion_excludes(String exclusion) {
        IcpFilter filter = filter(ANY, ANY, ANY, ANY, ANY, List.of(exclusion));

        assertThat(filter.mismatch(person("CEO"), company("Marketing", 25))).contains(IcpFilter.Dimension.EXCLUSION);
    }

    @Test // any overlap, whatever the case; a company whose technologies nobody knows is no match
    void one_of_the_technologies_is_enough_and_none_is_too_few() {
        CompanyDetails shop = FactMerge.company(company("Retail", 25), using("Shopify", "Klaviyo"));
        IcpProfile anybody = icp(ANY, ANY, ANY, ANY, ANY, ANY);
        IcpFilter filter = IcpFilter.of(anybody, CampaignTarget.INHERITED, List.of(" shopify", "Magento"));

        assertThat(filter.mismatch(person("CEO"), shop)).isEmpty();
        assertThat(filter.mismatch(person("CEO"), FactMerge.company(shop, using("WordPress"))))
                .contains(IcpFilter.Dimension.TECHNOLOGY);
        assertThat(filter.mismatch(person("CEO"), company("Retail", 25))).contains(IcpFilter.Dimension.TECHNOLOGY);
    }

    private static CompanyDetails using(String... technologies) {
        return new CompanyDetails(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(technologies),
                List.of());
    }

    @Test
    void seniority_is_compared_by_its_word() {
        assertThat(filter(ANY, ANY, ANY, ANY, List.of("Director", "head"), ANY)
                        .mismatch(person("Head of Growth"), company("Marketing", 25)))
                .isEmpty();
        assertThat(filter(ANY, ANY, ANY, ANY, List.of("vp"), ANY)
                        .mismatch(person("Head of Growth"), company("Marketing", 25)))
                .contains(IcpFilter.Dimension.SENIORITY);
    }

    @Test
    void what_the_campaign_names_replaces_the_profile_dimension_by_dimension() {
        IcpProfile icp = icp(List.of("Mining"), List.of("CEO"), ANY, List.of("NZ"), ANY, ANY);
        IcpFilter filter =
                IcpFilter.of(icp, new CampaignTarget(List.of("Marketing"), List.of(), List.of(), List.of("Australia")));

        assertThat(filter.mismatch(person("CEO"), company("Marketing", 25))).isEqualTo(Optional.empty());
        assertThat(filter.mismatch(person("CFO"), company("Marketing", 25))).contains(IcpFilter.Dimension.TITLE);
        assertThat(filter.countries()).containsExactly(Country.AUSTRALIA);
    }

    private static IcpFilter filter(
            List<String> industries,
            List<String> titles,
            List<String> sizes,
            List<String> places,
            List<String> seniorities,
            List<String> exclusions) {
        return IcpFilter.of(icp(industries, titles, sizes, places, seniorities, exclusions), CampaignTarget.INHERITED);
    }

    private static IcpProfile icp(
            List<String> industries,
            List<String> titles,
            List<String> sizes,
            List<String> places,
            List<String> seniorities,
            List<String> exclusions) {
        return new IcpProfile(
                new IcpId(new UUID(4, 1)),
                new ClientId(new UUID(0, 1)),
                1,
                IcpStatus.CONFIRMED,
                IcpOrigin.MANUAL,
                industries,
                titles,
                sizes,
                places,
                seniorities,
                ANY,
                exclusions,
                ANY,
                null,
                0);
    }

    private static PersonDetails person(String title) {
        return new PersonDetails("Priya", "Raman", title, Seniority.HEAD, "Perth", "WA", Country.AUSTRALIA);
    }

    private static CompanyDetails company(String industry, @Nullable Integer employees) {
        return new CompanyDetails(
                "Harbour Lane Digital",
                new DomainName("harbourlane.example"),
                industry,
                employees,
                "Fremantle",
                "WA",
                Country.AUSTRALIA,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of("Growth"));
    }
}

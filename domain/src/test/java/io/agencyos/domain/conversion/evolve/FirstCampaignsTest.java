package io.agencyos.domain.conversion.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.pattern.Node;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstCampaignsTest {

    private static List<Candidate> of(List<String> industries, List<String> taken, List<String> titles, int free) {
        return FirstCampaigns.candidates(
                new FirstCampaigns.Profile(industries, taken, titles, List.of("11-50"), List.of(), 1_000, free));
    }

    private static Optional<Node> fact(Candidate candidate, String name) {
        return candidate.facts().get(name);
    }

    @Test // CIS 17.2, E-36: 1,000 leads over three industries, one after another
    void each_industry_gets_its_share_of_the_leads_of_the_plan() {
        List<Candidate> three = of(List.of("saas", "retail", "health"), List.of(), List.of(), 3);
        assertThat(three)
                .extracting(each -> fact(each, "leads_a_month").orElseThrow())
                .containsExactly(Node.whole(334), Node.whole(333), Node.whole(333));
        assertThat(three).extracting(Candidate::priority).containsExactly(34, 33, 33);
        assertThat(three).allSatisfy(each -> {
            assertThat(each.type()).isEqualTo(SuggestionType.CREATE_CAMPAIGN);
            assertThat(fact(each, "launch")).contains(Node.text("sequential"));
            assertThat(each.confidence()).as("an opinion, no finding").isEqualByComparingTo("0");
            assertThat(each.title()).hasSizeLessThanOrEqualTo(80);
        });
        assertThat(three.getFirst().description())
                .isEqualTo("Your profile names 3 industries; this one would take 334 of the 1000 leads a month of your"
                        + " plan (34 %). Nothing is learned from outcomes yet. There are too few leads to tell all"
                        + " of them apart at once: start with one. Accepting makes a draft, and nothing is sent.");
    }

    @Test // CIS 17.2: the top three, the rest reported; 17.1: no more than there are free slots
    void there_are_three_at_most_and_no_more_than_the_plan_has_room_for() {
        List<Candidate> four = of(List.of("a", "b", "c", "d"), List.of(), List.of(), 3);
        assertThat(four).hasSize(3);
        assertThat(fact(four.getFirst(), "left_for_later")).contains(Node.texts(List.of("d")));
        assertThat(of(List.of("a", "b", "c", "d"), List.of(), List.of(), 1))
                .singleElement()
                .satisfies(one -> assertThat(one.priority()).isEqualTo(100));
        assertThat(of(List.of("a"), List.of(), List.of(), 0)).isEmpty();
    }

    @Test // CIS 17.2: 0–1 industries → one campaign, 100 %
    void without_industries_the_titles_name_the_one_campaign() {
        assertThat(of(List.of(), List.of(), List.of("Owner", "Director"), 3))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.title()).isEqualTo("A first campaign for Owner, Director");
                    assertThat(fact(one, "share_pct")).contains(Node.whole(100));
                });
        assertThat(of(List.of(), List.of(), List.of(), 3)).isEmpty();
    }

    @Test // CIS 17.1: distinct segments: what a campaign is aimed at already is not suggested
    void what_a_campaign_is_aimed_at_is_not_suggested() {
        assertThat(of(List.of("b"), List.of("a"), List.of("Owner"), 2))
                .extracting(Candidate::title)
                .containsExactly("A first campaign for b");
        assertThat(of(List.of(), List.of("a"), List.of("Owner"), 2)).isEmpty();
    }
}

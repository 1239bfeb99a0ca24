package io.agencyos.domain.conversion.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.evolve.CampaignResult.Reach;
import io.agencyos.domain.conversion.evolve.CampaignResult.Target;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolutionExamplesTest {

    private static final double EXACT = 5e-5;
    private static final Reach STEADY = new Reach(50, 1);
    private static final Target EVERYBODY = new Target(List.of(), List.of(), List.of(), List.of());

    private static CampaignResult campaign(String name, long contacted, long replied, long converted, Target target) {
        return new CampaignResult(
                new CampaignId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                name,
                target,
                contacted,
                replied,
                converted,
                STEADY,
                STEADY);
    }

    private static Segment segment(PatternType type, String dimension, String key, double effect, double direction) {
        return new Segment(type, dimension, key, effect > 1, effect, direction, 200, new BigDecimal("0.05"));
    }

    private static Evolution.Facts facts(
            List<Segment> segments, String confidence, List<CampaignResult> campaigns, boolean slot) {
        BigDecimal sure = new BigDecimal(confidence);
        return new Evolution.Facts(
                segments,
                Map.of(
                        PatternType.WHO, sure,
                        PatternType.WHAT, sure,
                        PatternType.WHEN, sure,
                        PatternType.HOW, sure),
                campaigns,
                List.of(
                        new PlannedMix(List.of(Channel.EMAIL, Channel.EMAIL, Channel.EMAIL), 1_000, 30),
                        new PlannedMix(List.of(Channel.LINKEDIN, Channel.EMAIL, Channel.VOICE), 100, 10)),
                slot);
    }

    @ParameterizedTest // CIS E-31
    @CsvSource({"0,100,0.7763,false", "0,200,0.9181,true", "1,300,0.8644,false", "2,500,0.9121,true"})
    void a_campaign_that_nobody_answers_is_suggested_to_pause(long k, long n, double probability, boolean pause) {
        assertThat(CampaignJudge.hopeless(k, n)).isCloseTo(probability, within(EXACT));
        assertThat(CampaignJudge.shouldPause(campaign("A", n, k, 0, EVERYBODY))).isEqualTo(pause);
    }

    @Test // CIS 16.1: not one that picks up
    void a_campaign_that_picks_up_is_left_alone() {
        CampaignResult rising = new CampaignResult(
                new CampaignId(UUID.randomUUID()), "A", EVERYBODY, 500, 2, 0, new Reach(100, 2), new Reach(100, 0));
        assertThat(CampaignJudge.shouldPause(rising)).isFalse();
    }

    @Test // CIS E-32
    void leads_go_from_the_worse_of_two_campaigns_to_the_better() {
        CampaignResult better = campaign("A", 500, 60, 30, EVERYBODY);
        CampaignResult worse = campaign("B", 500, 60, 9, EVERYBODY);
        CampaignJudge.Comparison found = CampaignJudge.compare(better, worse).orElseThrow();
        assertThat(found.better()).isCloseTo(.0557, within(EXACT));
        assertThat(found.worse()).isCloseTo(.0223, within(EXACT));
        assertThat(found.ratio()).isCloseTo(2.50, within(.005));
        assertThat(found.probability()).isCloseTo(.9991, within(EXACT));
        assertThat(Evolution.candidates(facts(List.of(), "0.9", List.of(better, worse), false)))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.type()).isEqualTo(SuggestionType.ADJUST_ALLOCATION);
                    assertThat(candidate.campaign()).isEqualTo(worse.id());
                    assertThat(candidate.action().canonical())
                            .contains("\"points\":10", better.id().text());
                });
    }

    @ParameterizedTest // CIS E-33
    @CsvSource({"1.6,0.78,53", "2.3,0.80,80", "1.3,0.70,26"})
    void the_priority_grows_with_confidence_and_effect(double effect, BigDecimal confidence, int priority) {
        assertThat(Candidate.urgency(confidence, effect)).isEqualTo(priority);
    }

    @Test // CIS E-34
    void the_confidence_is_that_of_the_direction_and_of_the_pattern() {
        assertThat(Candidate.confidence(.9933, new BigDecimal("0.75"))).isEqualTo(new BigDecimal("0.74"));
    }

    @Test // CIS 16.1: create only with a free slot, and only what no campaign is aimed at
    void a_campaign_is_suggested_for_a_segment_that_none_is_aimed_at() {
        Segment ceo = segment(PatternType.WHO, "title", "CEO", 1.73, .99);
        assertThat(Evolution.candidates(facts(List.of(ceo), "0.9", List.of(), true)))
                .singleElement()
                .satisfies(draft -> assertThat(draft.type()).isEqualTo(SuggestionType.CREATE_CAMPAIGN))
                .satisfies(draft ->
                        assertThat(draft.action().canonical()).contains("\"name\":\"CEO\"", "\"titles\":[\"CEO\"]"));
        assertThat(Evolution.candidates(facts(List.of(ceo), "0.9", List.of(), false)))
                .isEmpty();
        CampaignResult ofCeos = campaign("A", 50, 5, 1, new Target(List.of(), List.of("ceo"), List.of(), List.of()));
        assertThat(Evolution.candidates(facts(List.of(ceo), "0.9", List.of(ofCeos), true)))
                .isEmpty();
        assertThat(Evolution.candidates(facts(List.of(ceo), "0.8", List.of(), true)))
                .as("0.79 is less than the 0.80 it needs")
                .isEmpty();
    }

    @Test // CIS 16.1: targeting, mix, texts and times, each from its own effect on
    void each_kind_of_change_has_its_own_bar() {
        CampaignResult ofManagers =
                campaign("A", 50, 5, 1, new Target(List.of(), List.of("Manager"), List.of(), List.of()));
        List<Segment> segments = List.of(
                segment(PatternType.WHO, "title", "Manager", .46, .99),
                segment(PatternType.HOW, "first_channel", "linkedin", 1.5, .99),
                segment(PatternType.HOW, "channel:voice", "with", 3, .99),
                segment(PatternType.WHAT, "pain_point:scaling", "with", 1.3, .99),
                segment(PatternType.WHAT, "pain_point:cost", "with", 1.29, .99),
                segment(PatternType.WHEN, "day", "1", 1.41, .99));
        List<Candidate> found = Evolution.candidates(facts(segments, "0.9", List.of(ofManagers), true));
        assertThat(found)
                .extracting(Candidate::type)
                .containsExactlyInAnyOrder(
                        SuggestionType.REFINE_TARGETING,
                        SuggestionType.CHANGE_CHANNEL_MIX,
                        SuggestionType.UPDATE_CONTENT,
                        SuggestionType.ADJUST_TIMING);
        assertThat(found).isSortedAccordingTo(Candidate.MOST_URGENT);
        assertThat(found.getFirst().action().canonical()).contains("\"remove\":\"Manager\"");
        assertThat(found)
                .filteredOn(each -> each.type() == SuggestionType.ADJUST_TIMING)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.risk()).isEqualTo(Candidate.Risk.MEDIUM);
                    assertThat(each.title()).isEqualTo("Send by day Tuesday");
                });
        // CIS 16.1: cost per booking before and after; 16.2: spend up > 20 % is a high risk
        assertThat(found)
                .filteredOn(each -> each.type() == SuggestionType.CHANGE_CHANNEL_MIX)
                .singleElement()
                .satisfies(each -> {
                    // (1000 × 3 + 100 × 201) ÷ 40, and 100 × 201 ÷ 10
                    assertThat(each.facts()
                                    .get("cost_per_booking")
                                    .orElseThrow()
                                    .canonical())
                            .contains("\"before_cents\":578", "\"after_cents\":2010");
                    assertThat(each.description()).endsWith("AUD 20.10 that way, and AUD 5.78 over all plans.");
                    assertThat(each.risk()).isEqualTo(Candidate.Risk.HIGH);
                });
        CampaignHealth health =
                Evolution.health(facts(segments, "0.9", List.of(ofManagers, campaign("B", 1, 0, 0, EVERYBODY)), true));
        assertThat(health.score()).isEqualTo(new BigDecimal("50.0"));
        assertThat(health.ailing())
                .containsExactly(new CampaignHealth.Ailing(
                        ofManagers.id(),
                        "A",
                        List.of("it is aimed at title Manager, associated with 0.46 times the conversions")));
    }

    @Test // CIS 16.1: campaign_health_score, 1 decimal
    void the_health_of_campaigns_is_the_share_of_those_without_a_bad_finding() {
        List<CampaignResult> three = List.of(
                campaign("A", 200, 0, 0, EVERYBODY),
                campaign("B", 200, 20, 5, EVERYBODY),
                campaign("C", 1, 0, 0, EVERYBODY));
        CampaignHealth health = Evolution.health(facts(List.of(), "0.9", three, true));
        assertThat(health.score()).isEqualTo(new BigDecimal("66.7"));
        assertThat(health.ailing())
                .singleElement()
                .satisfies(each -> assertThat(each.reasons())
                        .containsExactly("0 of 200 contacted leads replied, and not more of late"));
        assertThat(Evolution.health(facts(List.of(), "0.9", List.of(), true)).score())
                .as("no campaign, nothing wrong")
                .isEqualTo(new BigDecimal("100.0"));
    }

    @Test // CIS 16.1: at most seven; 16.2: the same action is the same suggestion
    void at_most_seven_are_shown_and_the_same_action_has_the_same_key() {
        List<Segment> ten = IntStream.range(0, 10)
                .mapToObj(i -> segment(PatternType.WHAT, "pain_point:p" + i, "with", 2, .99))
                .toList();
        List<Candidate> found = Evolution.candidates(facts(ten, "0.9", List.of(), true));
        assertThat(found).hasSize(7);
        assertThat(found.stream().map(Candidate::dedupeKey).distinct()).hasSize(7);
        assertThat(Evolution.candidates(facts(ten, "0.85", List.of(), true))
                        .getFirst()
                        .dedupeKey())
                .isEqualTo(found.getFirst().dedupeKey());
    }
}

package io.agencyos.domain.scoring.tier;

import static io.agencyos.domain.scoring.DeepEnrichmentGate.Trigger;
import static io.agencyos.domain.shared.Channel.EMAIL;
import static io.agencyos.domain.shared.Channel.LINKEDIN;
import static io.agencyos.domain.shared.Channel.MAIL;
import static io.agencyos.domain.shared.Channel.SMS;
import static io.agencyos.domain.shared.Channel.VOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.Contexts;
import io.agencyos.domain.scoring.DeepEnrichmentGate;
import io.agencyos.domain.scoring.Lead;
import io.agencyos.domain.scoring.ProfileField;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.ScoreConfidence;
import io.agencyos.domain.scoring.Scorer;
import io.agencyos.domain.scoring.ScoringContext;
import io.agencyos.domain.scoring.tier.ChannelMap.Access;
import io.agencyos.domain.shared.Channel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scoring 1.9, 2.1 and 2.2. */
class TierTest {

    private static final CostFloors ALL_60 = new CostFloors(60, 60, 60);

    private static List<Channel> open(int score, CostFloors floors) {
        return ChannelMap.open(Tier.of(AlsScore.of(score)), AlsScore.of(score), floors);
    }

    // ALS-13
    @ParameterizedTest
    @CsvSource({
        "100,HOT", "85,HOT", "84,WARM", "60,WARM", "59,COOL", "35,COOL", "34,COLD", "20,COLD", "19,DEAD", "0,DEAD"
    })
    void a_score_earns_its_tier(int score, Tier tier) {
        assertThat(Tier.of(AlsScore.of(score))).isEqualTo(tier);
    }

    // B6
    @Test
    void a_tier_stands_by_a_margin_of_two_points() {
        assertThat(Tier.HOT.steady(AlsScore.of(84))).isEqualTo(Tier.HOT);
        assertThat(Tier.HOT.steady(AlsScore.of(83))).isEqualTo(Tier.HOT);
        assertThat(Tier.HOT.steady(AlsScore.of(82))).isEqualTo(Tier.WARM);
        assertThat(Tier.WARM.steady(AlsScore.of(86))).isEqualTo(Tier.WARM);
        assertThat(Tier.WARM.steady(AlsScore.of(87))).isEqualTo(Tier.HOT);
        assertThat(Tier.HOT.steady(AlsScore.of(59))).as("warm by its margin").isEqualTo(Tier.WARM);
        assertThat(Tier.HOT.steady(AlsScore.of(0))).isEqualTo(Tier.DEAD);
        assertThat(Tier.DEAD.steady(AlsScore.of(100))).isEqualTo(Tier.HOT);
    }

    // B3, row 15
    @Test
    void a_disqualified_title_is_cool_at_best_under_the_veto() {
        Lead row15 = Lead.reference().title("Executive Assistant to the CEO");
        ScoringContext open = Contexts.platform();
        ScoringContext veto = new ScoringContext(
                open.targets(),
                open.icpTechnologies(),
                open.competitorDomains(),
                open.subWeights(),
                open.weights(),
                open.seoMode(),
                open.costFloors(),
                open.asOf(),
                true);

        AlsResult vetoed = new Scorer(veto).score(row15.facts());

        assertThat(vetoed.score().value()).isEqualTo(73);
        assertThat(vetoed.tier()).isEqualTo(Tier.COOL);
        assertThat(vetoed.tierSource()).isEqualTo(TierSource.SCORE);
        assertThat(new Scorer(open).score(row15.facts()).tier()).isEqualTo(Tier.WARM);
        assertThat(new Scorer(veto).score(Lead.reference().facts()).tier()).isEqualTo(Tier.HOT);
    }

    // B4
    @Test
    void confidence_is_the_share_of_known_signals_among_fourteen() {
        assertThat(ScoreConfidence.of(Lead.unknown().facts())).isEqualByComparingTo("0.00");
        assertThat(ScoreConfidence.of(Lead.reference().facts())).as("11 of 14").isEqualByComparingTo("0.79");
        assertThat(ScoreConfidence.of(
                        Lead.reference().buyer(60, 1).seo(1, "1", 1, 1).facts()))
                .as("13 of 14")
                .isEqualByComparingTo("0.93");
    }

    // B6: facts and gates act at once
    @Test
    void only_weights_and_age_are_held_by_the_margin() {
        Lead row28 = Lead.settled().title("Director").buyer(60, 1);
        assertThat(row28.scored()
                        .snapshot(ScoreCause.DECAY)
                        .steadiedFrom(Tier.HOT)
                        .tier())
                .isEqualTo(Tier.HOT);
        assertThat(row28.scored()
                        .snapshot(ScoreCause.REWEIGHT)
                        .steadiedFrom(Tier.HOT)
                        .tier())
                .isEqualTo(Tier.HOT);
        assertThat(row28.scored()
                        .snapshot(ScoreCause.REFRESH)
                        .steadiedFrom(Tier.HOT)
                        .tier())
                .isEqualTo(Tier.WARM);
        assertThat(row28.unsubscribed()
                        .scored()
                        .snapshot(ScoreCause.DECAY)
                        .steadiedFrom(Tier.HOT)
                        .tier())
                .isEqualTo(Tier.DEAD);
    }

    // TIER-1
    @Test
    void a_hot_lead_may_be_reached_on_every_channel_and_a_dead_one_on_none() {
        assertThat(open(85, CostFloors.DEFAULT)).containsExactly(EMAIL, LINKEDIN, VOICE, SMS, MAIL);
        assertThat(open(34, ALL_60)).containsExactly(EMAIL);
        assertThat(open(19, ALL_60)).isEmpty();
    }

    // TIER-2, table of examples
    @Test
    void cost_floors_close_channels_that_the_tier_would_open() {
        assertThat(open(72, CostFloors.DEFAULT)).containsExactly(EMAIL, LINKEDIN, VOICE);
        assertThat(open(72, CostFloors.DEFAULT.with(null, 60, null))).containsExactly(EMAIL, LINKEDIN, VOICE, SMS);
        assertThat(open(60, CostFloors.DEFAULT.with(70, null, null))).containsExactly(EMAIL, LINKEDIN);
        assertThat(open(84, CostFloors.DEFAULT)).containsExactly(EMAIL, LINKEDIN, VOICE);
        assertThat(open(59, ALL_60)).containsExactly(EMAIL, LINKEDIN);
    }

    // TIER-2
    @Test
    void a_closed_channel_says_whether_tier_or_floor_closed_it() {
        AlsScore warm = AlsScore.of(72);
        assertThat(ChannelMap.access(VOICE, Tier.COOL, AlsScore.of(59), ALL_60)).isEqualTo(Access.CLOSED_BY_TIER);
        assertThat(ChannelMap.access(SMS, Tier.WARM, warm, CostFloors.DEFAULT)).isEqualTo(Access.CLOSED_BY_FLOOR);
        assertThat(ChannelMap.access(VOICE, Tier.WARM, warm, CostFloors.DEFAULT, 80))
                .isEqualTo(Access.CLOSED_BY_FLOOR);
        assertThat(ChannelMap.access(VOICE, Tier.WARM, warm, CostFloors.DEFAULT, 0))
                .isEqualTo(Access.OPEN);
        assertThat(ChannelMap.access(EMAIL, Tier.DEAD, AlsScore.of(85), ALL_60)).isEqualTo(Access.CLOSED_BY_TIER);
    }

    // TIER-2
    @Test
    void a_floor_is_60_to_100() {
        assertThat(new CostFloors(60, 85, 100)).isEqualTo(CostFloors.DEFAULT.with(null, null, 100));
        assertThatThrownBy(() -> new CostFloors(59, 85, 85)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CostFloors(60, 101, 85)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CostFloors(60, 85, 59)).isInstanceOf(IllegalArgumentException.class);
    }

    // TIER-1
    @Test
    void each_tier_has_its_treatment() {
        assertThat(Arrays.stream(Tier.values()).map(tier -> Treatment.of(tier).planningShare()))
                .containsExactly(10, 25, 40, 25, 0);
        assertThat(Treatment.of(Tier.HOT).contentModel()).isEqualTo(Treatment.ContentModel.PREMIUM_AGENT);
        assertThat(Treatment.of(Tier.COLD).contentModel()).isEqualTo(Treatment.ContentModel.TEMPLATES);
        assertThat(Arrays.stream(Tier.values())
                        .filter(tier -> Treatment.of(tier).deepEnrichment()))
                .containsExactly(Tier.HOT);
    }

    private static final Set<ProfileField> COMPLETE = EnumSet.allOf(ProfileField.class);
    private static final Set<ProfileField> CORE = EnumSet.of(
            ProfileField.FIRST_NAME,
            ProfileField.LAST_NAME,
            ProfileField.EMAIL,
            ProfileField.TITLE,
            ProfileField.LINKEDIN_URL,
            ProfileField.COMPANY_NAME,
            ProfileField.DOMAIN);

    private static DeepEnrichmentGate.Decision decide(Lead lead) {
        return DeepEnrichmentGate.decide(lead.scored(), new DeepEnrichmentGate.Profile(COMPLETE, null, false));
    }

    // TIER-3
    @Test
    void completeness_weighs_the_fields_of_the_record() {
        assertThat(ProfileField.completeness(CORE)).isEqualByComparingTo("0.55");
        Set<ProfileField> fewer = EnumSet.copyOf(CORE);
        fewer.removeAll(Set.of(ProfileField.DOMAIN, ProfileField.TITLE));
        assertThat(ProfileField.completeness(fewer)).isEqualByComparingTo("0.40");
        assertThat(ProfileField.completeness(COMPLETE)).isEqualByComparingTo("1.00");
        assertThat(DeepEnrichmentGate.decide(
                                Lead.settled().title("Owner").scored(), new DeepEnrichmentGate.Profile(fewer, 2, true))
                        .triggers())
                .containsExactly(Trigger.SPARSE_DATA, Trigger.EXECUTIVE, Trigger.REFERRAL);
    }

    // TIER-3, content E-15
    @Test
    void a_warm_lead_is_never_enriched_deeply_whatever_speaks_for_it() {
        Lead lead = Lead.settled()
                .title("CTO")
                .employees(800)
                .hiring(null)
                .funded(90)
                .activity(List.of(40), 500, 1, 1000);
        AlsResult result = lead.employees(800).industry("Mining").scored();
        assertThat(result.tier()).isEqualTo(Tier.WARM);
        assertThat(DeepEnrichmentGate.decide(result, new DeepEnrichmentGate.Profile(Set.of(), 3, true)))
                .satisfies(decision -> {
                    assertThat(decision.eligible()).isFalse();
                    assertThat(decision.triggers())
                            .containsExactly(
                                    Trigger.SPARSE_DATA,
                                    Trigger.ENTERPRISE,
                                    Trigger.EXECUTIVE,
                                    Trigger.RECENT_FUNDING,
                                    Trigger.ACTIVELY_HIRING,
                                    Trigger.LINKEDIN_ENGAGED,
                                    Trigger.REFERRAL);
                });
    }

    // TIER-3
    @Test
    void a_hot_director_is_an_executive_and_a_product_owner_is_not() {
        Lead director = Lead.settled().title("Director").buyer(70, 2);
        assertThat(director.scored().score()).isEqualTo(AlsScore.of(85));
        assertThat(decide(director).eligible()).isTrue();
        assertThat(decide(director).triggers()).containsExactly(Trigger.EXECUTIVE);
        Lead productOwner = Lead.reference()
                .title("Product Owner")
                .funded(91)
                .hiring(false)
                .employees(60)
                .buyer(100, 3);
        assertThat(productOwner.scored().tier()).isEqualTo(Tier.HOT);
        assertThat(decide(productOwner).triggers()).isEmpty();
        assertThat(decide(productOwner).eligible()).isFalse();
    }

    // TIER-3
    @Test
    void triggers_begin_exactly_at_their_thresholds() {
        Lead lead = Lead.settled().title("Product Owner");
        assertThat(decide(lead.funded(90)).triggers()).containsExactly(Trigger.RECENT_FUNDING);
        assertThat(decide(lead.funded(91)).triggers()).isEmpty();
        assertThat(decide(lead.employees(499)).triggers()).isEmpty();
        assertThat(decide(lead.employees(500)).triggers()).containsExactly(Trigger.ENTERPRISE);
        ScoringContext five = Contexts.technologies("a", "b", "c", "d", "e");
        Lead plain = Lead.settled().title("Product Owner");
        var complete = new DeepEnrichmentGate.Profile(COMPLETE, 0, false);
        assertThat(DeepEnrichmentGate.decide(
                                plain.technologies(List.of("a", "b", "c", "d")).scored(five), complete)
                        .triggers())
                .isEmpty();
        assertThat(DeepEnrichmentGate.decide(
                                plain.technologies(List.of("a", "b", "c", "d", "e"))
                                        .scored(five),
                                complete)
                        .triggers())
                .containsExactly(Trigger.TECH_MATCH);
    }
}

package io.agencyos.domain.conversion.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.stats.Beta;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The worked examples of conversion intelligence 6–10, read off the patterns themselves. */
class DetectorExamplesTest {

    private static final double EXACT = 5e-5;

    private static final Sample TITLES = sample(
            Bars.LEADS,
            Who.TITLE,
            Cell.of("CEO", 200, 22),
            Cell.of("Owner / Founder", 150, 12),
            Cell.of("Marketing Director", 100, 9),
            Cell.of("Coordinator", 144, 5),
            Cell.of("Manager", 400, 10),
            Cell.of("Principal Consultant", 6, 2));

    // CIS 6.2, E-3
    @Test
    void the_entry_of_a_ceo_reads_as_the_example_shows_it() {
        Node.Members who = who(TITLES, Optional.of(TITLES));
        Node.Members ceo = at(who, "title_rankings", 0);
        assertThat(ceo.canonical()).isEqualTo("""
            {"automatic":true,"ci_high":0.1504,"ci_low":0.0688,"conversion_rate":0.1037,"converted":22,"lift":1.73,\
            "p_value":0.000877,"prior_lift":1.00,"q_value":0.002193,"ratio":2.16,"raw_rate":0.1100,"sample":200,\
            "share":0.2000,"status":"confirmed_positive","title":"CEO"}\
            """);
        assertThat(text(who, "for_use", "title_rankings")).isEqualTo("[\"CEO\"]");
        assertThat(text(who, "other_sample")).isEqualTo("6");
        assertThat(text(who, "baseline_conversion_rate")).isEqualTo("0.0600");
    }

    // CIS 5.6: newly confirmed is shown and not used
    @Test
    void what_was_not_confirmed_eight_weeks_ago_is_shown_but_not_used() {
        Node.Members who = who(TITLES, Optional.empty());
        assertThat(at(who, "title_rankings", 0).get("status")).contains(Node.text("confirmed_positive"));
        assertThat(at(who, "title_rankings", 0).get("automatic")).contains(Node.truth(false));
        assertThat(text(who, "for_use", "title_rankings")).isEqualTo("[]");
    }

    // CIS E-11
    @Test
    void the_sweet_spot_is_a_confirmed_size() {
        Sample sizes = sample(
                Bars.LEADS,
                Who.SIZE,
                Cell.of("1-5", 150, 5),
                Cell.of("6-15", 250, 16),
                Cell.of("16-30", 200, 22),
                Cell.of("31-50", 150, 9),
                Cell.of("51-100", 120, 5),
                Cell.of("101-250", 80, 2),
                Cell.of("251-500", 30, 1),
                Cell.of("501+", 20, 0));
        Node.Members who = who(sizes, Optional.empty());
        assertThat(text(who, "size_analysis", "sweet_spot")).isEqualTo("\"16-30\"");
        assertThat(text(who, "size_analysis", "sweet_spot_rate")).isEqualTo("0.0930");
        Node.Members best = at((Node.Members) part(who, "size_analysis"), "distribution", 2);
        assertThat(best.canonical())
                .contains(
                        "\"ci_high\":0.1504",
                        "\"ci_low\":0.0688",
                        "\"lift\":1.55",
                        "\"ratio\":1.90",
                        "\"q_value\":0.006140");
        assertThat(text(who, "size_analysis", "distribution").split("\"neutral\"", -1))
                .hasSize(8);
        assertThat(text(who, "for_use", "sweet_spot")).isEqualTo("null");
    }

    // CIS E-12
    @Test
    void pain_points_are_compared_with_messages_without_them() {
        Node.Members what = (Node.Members) part(
                What.detect(
                                new Sample(
                                        2_000,
                                        50,
                                        90,
                                        List.of(
                                                flag("pain_point:scaling", 420, 21),
                                                flag("pain_point:time", 610, 14),
                                                flag("pain_point:cost", 380, 4),
                                                flag("pain_point:leads", 700, 18))),
                                Optional.empty(),
                                Priors.NONE,
                                List.of())
                        .orElseThrow()
                        .members(),
                "pain_points");
        assertThat(at(what, "effective", 0).canonical())
                .contains(
                        "\"lift\":1.68",
                        "\"ratio\":2.20",
                        "\"q_value\":0.000893",
                        "\"pain_point\":\"scaling\"",
                        "\"frequency\":0.2100");
        assertThat(at(what, "ineffective", 0).canonical())
                .contains("\"lift\":0.62", "\"ratio\":0.55", "\"q_value\":0.089401", "\"pain_point\":\"cost\"");
        assertThat(((Node.Items) part(what, "effective")).all()).hasSize(1);
        assertThat(((Node.Items) part(what, "ineffective")).all()).hasSize(1);
    }

    // CIS E-14
    @Test
    void a_gap_is_chosen_by_the_plan_and_not_by_who_answered_late() {
        Sample gaps = sample(
                Bars.TOUCHES,
                "gap:1",
                Cell.of("1", 600, 6),
                Cell.of("2", 1_000, 18),
                Cell.of("3", 800, 32),
                Cell.of("4-5", 600, 15),
                Cell.of("6-7", 400, 6),
                Cell.of("8-14", 200, 2));
        Node.Members when = when(gaps, Optional.of(gaps), Timing.NONE);
        assertThat(text(when, "optimal_sequence_gaps"))
                .isEqualTo(
                        "{\"touch_1_to_2\":3,\"touch_2_to_3\":3,\"touch_3_to_4\":4,\"touch_4_to_5\":5,\"touch_5_to_6\":7}");
        assertThat(text(when, "for_use", "optimal_sequence_gaps")).startsWith("{\"touch_1_to_2\":3");
        String detail = text(when, "gap_detail");
        assertThat(detail)
                .contains("\"conversion_rate\":0.0364")
                .contains("\"ci_low\":0.0270")
                .contains("\"ci_high\":0.0531");
        assertThat(detail).contains("\"q_value\":0.000465", "\"q_value\":0.086140", "\"lift\":0.59");
        assertThat(text(when(gaps, Optional.empty(), Timing.NONE), "for_use", "optimal_sequence_gaps"))
                .startsWith("{\"touch_1_to_2\":2");
    }

    // CIS E-15
    @Test
    void touch_numbers_are_judged_by_hazard() {
        Timing timing = new Timing(
                List.of(
                        new Timing.Hazard(1, 41_188, 2_300),
                        new Timing.Hazard(2, 23_546, 1_211),
                        new Timing.Hazard(3, 12_976, 574),
                        new Timing.Hazard(4, 7_635, 249)),
                Map.of());
        String hazards = timing.hazardNode().canonical();
        assertThat(hazards).contains("\"rate\":0.0558", "\"rate\":0.0514", "\"rate\":0.0442", "\"rate\":0.0326");
        assertThat(timing.peak()).isEqualTo(1);
    }

    // CIS E-16
    @Test
    void days_to_convert_are_told_by_discrete_percentiles() {
        Timing timing = new Timing(List.of(), Map.of(1, 1L, 3, 1L, 5, 1L, 8, 1L, 21, 1L));
        assertThat(timing.conversionTiming().canonical())
                .isEqualTo("{\"avg_days_to_convert\":7.6,\"median_days_to_convert\":5,\"percentile_50\":5,"
                        + "\"percentile_80\":8,\"percentile_95\":21}");
    }

    // CIS 8: shares sum to 1.00 by largest remainder
    @Test
    void shares_of_touch_numbers_add_up() {
        Timing timing = new Timing(
                List.of(new Timing.Hazard(1, 100, 1), new Timing.Hazard(2, 100, 1), new Timing.Hazard(9, 100, 1)),
                Map.of());
        assertThat(timing.distribution().canonical())
                .contains("\"touch_1\":0.34", "\"touch_2\":0.33", "\"touch_7_plus\":0.33");
        assertThat(timing.averageTouches()).isEqualTo(Node.figure(new BigDecimal("4.0")));
    }

    // CIS E-17
    @Test
    void by_intention_several_channels_do_nothing_where_they_did_nothing() {
        Sample plans = sample(Bars.LEADS, How.CHANNELS, Cell.of(How.MULTI, 1_000, 40), Cell.of(How.SINGLE, 1_000, 40));
        Node.Members how = how(plans);
        assertThat(text(how, "multi_channel_lift"))
                .isEqualTo("{\"evidence\":\"none\",\"multi_channel_lift\":1.00,\"multi_channel_rate\":0.0400,"
                        + "\"recommendation\":\"multi\",\"single_channel_rate\":0.0400}");
    }

    // CIS E-18
    @Test
    void the_mix_of_tiers_does_not_speak_for_a_channel() {
        List<Cell> cells = List.of(
                new Cell("email", "hot", 100, 8),
                new Cell("email", "warm", 500, 15),
                new Cell("email", "cool", 400, 6),
                new Cell("linkedin", "hot", 150, 18),
                new Cell("linkedin", "warm", 400, 22),
                new Cell("linkedin", "cool", 50, 1));
        Node.Members how = how(new Sample(1_600, 70, 90, List.of(Dimension.complete(How.FIRST, cells, Bars.LEADS))));
        String ranking = text(how, "first_touch_effectiveness");
        assertThat(ranking).contains("\"conversion_rate\":0.0529", "\"ci_low\":0.0396", "\"ci_high\":0.0710");
        assertThat(ranking)
                .contains("\"lift\":1.21", "\"ratio\":1.51", "\"q_value\":0.035127", "\"status\":\"neutral\"");
        assertThat(ranking).contains("\"lift\":0.80", "\"status\":\"emerging_negative\"");
        assertThat(text(how, "best_first_channel")).isEqualTo("null");
    }

    // CIS 6.2, 21
    @Test
    void with_too_little_the_default_shape_says_what_is_missing() {
        Sample little = new Sample(29, 3, 365, List.of(flag("new_role", 10, 2)));
        Detected who = Who.detect(little, Optional.empty(), Priors.NONE, noObjections())
                .orElseThrow();
        assertThat(who.learned()).isFalse();
        assertThat(text(who.members(), "source")).isEqualTo("\"default\"");
        assertThat(text(who.members(), "title_rankings")).isEqualTo("[]");
        assertThat(text(who.members(), "timing_signals", "new_role_lift")).isEqualTo("1.0");
        assertThat(text(who.members(), "note")).contains("available: 29 units, 3 converted");
    }

    // CIS 8, 14.1: days and hours for schedulers
    @Test
    void schedulers_get_what_works_first_then_the_defaults() {
        Sample none = sample(Bars.TOUCHES, When.DAY, Cell.of("0", 500, 10), Cell.of("1", 500, 10));
        Node.Members when = when(none, Optional.empty(), Timing.NONE);
        assertThat(text(when, "for_use", "best_days")).isEqualTo("[1,2,3]");
        assertThat(text(when, "for_use", "best_hours")).isEqualTo("[9,10,14,15]");
        Sample monday = sample(
                Bars.TOUCHES, When.DAY, Cell.of("0", 5_000, 300), Cell.of("1", 5_000, 100), Cell.of("4", 9_000, 260));
        assertThat(text(when(monday, Optional.of(monday), Timing.NONE), "for_use", "best_days"))
                .isEqualTo("[0,2,3]");
    }

    // CIS E-26, 12.1: published figures weigh half
    @Test
    void published_lifts_are_raised_to_their_confidence() {
        assertThat(Priors.BENCHMARK.of(Who.TITLE).get("CEO")).isCloseTo(1.2042, within(EXACT));
        assertThat(Priors.BENCHMARK.of(Who.TITLE).get("Coordinator")).isCloseTo(.8062, within(EXACT));
        assertThat(Priors.NONE.of(Who.TITLE)).isEmpty();
    }

    // CIS E-20: the interval of a share that is described and not tested
    @Test
    void twelve_of_forty_lost_for_one_reason_have_a_jeffreys_interval() {
        Beta share = Beta.jeffreys(12, 40);
        assertThat(share.quantile(.025)).isCloseTo(.1756, within(EXACT));
        assertThat(share.quantile(.975)).isCloseTo(.4522, within(EXACT));
    }

    // CIS 5.6, 16.1: what consumers and rules read, with the sureness of its direction
    @Test
    void a_repeated_finding_is_told_with_its_effect_and_direction() {
        Sample titles = sample(
                Bars.LEADS,
                Who.TITLE,
                Cell.of("CEO", 200, 22),
                Cell.of("Owner / Founder", 150, 12),
                Cell.of("Marketing Director", 100, 9),
                Cell.of("Coordinator", 144, 5),
                Cell.of("Manager", 400, 10),
                Cell.of("Principal Consultant", 6, 2));
        Node.Members who = Who.detect(titles, Optional.of(titles), Priors.NONE, noObjections())
                .orElseThrow()
                .members();
        assertThat(text(who, "for_use", "segments"))
                .contains("\"direction\":0.9933", "\"key\":\"CEO\"")
                .contains("\"effect\":0.33", "\"key\":\"Manager\"");
        assertThat(text(
                        Who.detect(titles, Optional.empty(), Priors.NONE, noObjections())
                                .orElseThrow()
                                .members(),
                        "for_use",
                        "segments"))
                .isEqualTo("[]");
    }

    // CIS 3.1: a subject that pretends to be an answer is measured and never recommended, be it by a rule that reads
    // segments
    @Test
    void what_deceives_is_measured_and_steers_nothing() {
        Sample subjects = new Sample(
                2_000, 50, 90, List.of(flag("subject_pattern:reply_style", 420, 21), flag("pain_point:cost", 380, 0)));
        Node.Members what = What.detect(subjects, Optional.of(subjects), Priors.NONE, List.of())
                .orElseThrow()
                .members();
        assertThat(text(what, "findings")).contains("\"dimension\":\"subject_pattern:reply_style\",\"key\":\"with\"");
        assertThat(text(what, "for_use", "winning_subject_patterns")).isEqualTo("[]");
        assertThat(text(what, "for_use", "segments"))
                .contains("\"dimension\":\"pain_point:cost\"")
                .doesNotContain("reply_style");
    }

    // CIS 9.2: shown beside what was planned, never consumed
    @Test
    void what_was_used_by_the_third_touch_is_shown_and_steers_nothing() {
        Dimension used = Dimension.complete(
                How.LANDMARK,
                List.of(Cell.of("email→email→voice", 500, 40), Cell.of("email→email→email", 1_500, 30)),
                Bars.LEADS);
        Dimension planned = Dimension.complete(
                How.FIRST, List.of(Cell.of("linkedin", 500, 40), Cell.of("email", 1_500, 30)), Bars.LEADS);
        Sample both = new Sample(2_000, 70, 90, List.of(used, planned));
        Node.Members how = How.detect(both, Optional.of(both), Priors.NONE, Map.of())
                .orElseThrow()
                .members();
        assertThat(text(how, "sequence_patterns", "landmark_sequences"))
                .contains("\"sequence\":[\"email\",\"email\",\"voice\"]");
        assertThat(text(how, "for_use", "segments"))
                .contains("\"dimension\":\"first_channel\"")
                .doesNotContain("landmark");
    }

    // CIS E-19, 10
    @Test
    void a_show_rate_says_what_emerges_and_never_that_it_causes() {
        Dimension confirmed = Dimension.complete(
                "confirmed", List.of(Cell.of(Judged.WITH, 40, 34), Cell.of(Judged.WITHOUT, 35, 22)), Bars.FUNNEL);
        Node.Members funnel = Funnel.detect(
                        List.of(new Funnel.Section(
                                Funnel.SHOW_RATE,
                                new Sample(75, 56, 90, List.of(confirmed)),
                                Optional.empty(),
                                Node.members().done())),
                        Node.members().done())
                .orElseThrow()
                .members();
        String insights = text(funnel, Funnel.SHOW_RATE, "insights");
        assertThat(insights).contains("confirmation_impact", "\"causal\":false", "0.8156", "not yet certain");
    }

    private static Node.Members noObjections() {
        return Node.members().done();
    }

    private static Node.Members who(Sample now, Optional<Sample> earlier) {
        return Who.detect(now, earlier, Priors.NONE, noObjections())
                .orElseThrow()
                .members();
    }

    private static Node.Members when(Sample now, Optional<Sample> earlier, Timing timing) {
        return When.detect(now, earlier, Priors.NONE, timing).orElseThrow().members();
    }

    private static Node.Members how(Sample now) {
        return How.detect(now, Optional.empty(), Priors.NONE, Map.of())
                .orElseThrow()
                .members();
    }

    private static Dimension flag(String name, long n, long k) {
        return Dimension.complete(
                name, List.of(Cell.of(Judged.WITH, n, k), Cell.of(Judged.WITHOUT, 2_000 - n, 50 - k)), Bars.TOUCHES);
    }

    private static Sample sample(Bars bars, String name, Cell... cells) {
        Dimension dimension = Dimension.complete(name, List.of(cells), bars);
        long k = dimension.cells().stream().mapToLong(Cell::k).sum();
        return new Sample(dimension.all(), k, 90, List.of(dimension));
    }

    private static Node part(Node.Members members, String name) {
        return members.get(name).orElseThrow();
    }

    private static Node.Members at(Node.Members members, String list, int i) {
        return (Node.Members) ((Node.Items) part(members, list)).all().get(i);
    }

    private static String text(Node.Members members, String... path) {
        Node node = members;
        for (String name : path) {
            node = part((Node.Members) node, name);
        }
        return node.canonical();
    }
}

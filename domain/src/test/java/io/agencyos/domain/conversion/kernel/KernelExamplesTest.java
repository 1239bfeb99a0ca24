package io.agencyos.domain.conversion.kernel;

import static io.agencyos.domain.conversion.SegmentStatus.CONFIRMED_NEGATIVE;
import static io.agencyos.domain.conversion.SegmentStatus.CONFIRMED_POSITIVE;
import static io.agencyos.domain.conversion.SegmentStatus.EMERGING_NEGATIVE;
import static io.agencyos.domain.conversion.SegmentStatus.EMERGING_POSITIVE;
import static io.agencyos.domain.conversion.SegmentStatus.INSUFFICIENT;
import static io.agencyos.domain.conversion.SegmentStatus.NEUTRAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.conversion.SegmentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The worked examples of conversion intelligence 5, to the digits given there. */
class KernelExamplesTest {

    private static final Offset<Double> FOUR = within(5e-5);
    private static final Offset<Double> TWO = within(5e-3);
    private static final Offset<Double> SIX = within(5e-7);

    private static final List<Cell> TITLES = List.of(
            Cell.of("CEO", 200, 22),
            Cell.of("Owner / Founder", 150, 12),
            Cell.of("Marketing Director", 100, 9),
            Cell.of("Coordinator", 144, 5),
            Cell.of("Manager", 400, 10),
            Cell.of("Principal Consultant", 6, 2));

    // CIS E-2
    @Test
    void confidence_counts_conversions() {
        long[] converted = {5, 10, 20, 30, 47, 50, 100, 380, 5_000};
        String[] confidence = {"0.2000", "0.3333", "0.5000", "0.6000", "0.7015", "0.7143", "0.8333", "0.9500", "0.9500"
        };
        for (int i = 0; i < converted.length; i++) {
            assertThat(Evidence.confidence(100_000, converted[i])).isEqualTo(confidence[i]);
        }
        assertThat(Evidence.confidence(100, 95)).isEqualTo("0.2000");
    }

    // CIS E-2a
    @Test
    void a_small_segment_is_tested_within_its_strata_not_over_the_collapsed_table() {
        Estimate small = estimate(
                List.of(
                        new Cell("small", "hot", 30, 7),
                        new Cell("small", "cool", 10, 0),
                        new Cell("rest", "hot", 270, 29),
                        new Cell("rest", "cool", 1_690, 17)),
                "small");
        assertThat(small.variance()).isCloseTo(2.9592, FOUR);
        assertThat(small.pValue()).isCloseTo(0.074998, SIX);
        Estimate collapsed = estimate(List.of(Cell.of("small", 40, 7), Cell.of("rest", 1_960, 46)), "small");
        assertThat(collapsed.pValue()).isCloseTo(0.000058, SIX);
    }

    // CIS E-3
    @Test
    void titles_are_shrunk_compared_and_judged() {
        Estimates titles = estimates(TITLES);
        assertThat(titles.units()).isEqualTo(1_000);
        assertThat(titles.conversions()).isEqualTo(60);
        assertThat(titles.shrinkage().rho()).isCloseTo(0.033418, SIX);
        assertThat(titles.shrinkage().m()).isCloseTo(28.9239, FOUR);
        assertThat(titles.shrinkage().mCi()).isCloseTo(16.6667, FOUR);

        Map<String, Expected> table = Map.of(
                "CEO",
                new Expected(.1037, .0688, .1504, 1.73, 2.16, .9933, .000877, .002193, CONFIRMED_POSITIVE),
                "Owner / Founder",
                new Expected(.0768, .0424, .1231, 1.28, 1.36, .7954, .263493, .263493, NEUTRAL),
                "Marketing Director",
                new Expected(.0833, .0422, .1426, 1.39, 1.47, .8319, .183224, .229030, NEUTRAL),
                "Coordinator",
                new Expected(.0390, .0139, .0716, .65, .61, .0875, .167638, .229030, EMERGING_NEGATIVE),
                "Manager",
                new Expected(.0274, .0133, .0438, .46, .33, .0006, .000143, .000714, CONFIRMED_NEGATIVE),
                "Principal Consultant",
                new Expected(.1070, .0295, .2956, 1.78, 1.83, .8166, .045430, Double.NaN, INSUFFICIENT));
        List<Finding> findings = Family.judge(titles, Bars.LEADS);
        assertThat(findings).hasSize(table.size());
        findings.forEach(finding -> matches(finding, table.get(finding.segment())));
    }

    // CIS E-4
    @Test
    void a_benchmark_moves_the_rate_but_neither_evidence_nor_status() {
        Map<String, Double> lifts = Map.of(
                "CEO", Math.sqrt(1.45),
                "Owner / Founder", Math.sqrt(1.375),
                "Marketing Director", Math.sqrt(1.10),
                "Manager", Math.sqrt(.85),
                "Coordinator", Math.sqrt(.65));
        Map<String, Double> rates = Map.of(
                "CEO",
                .1052,
                "Owner / Founder",
                .0784,
                "Marketing Director",
                .0839,
                "Manager",
                .0270,
                "Coordinator",
                .0370);
        Estimates with = SegmentKernel.estimate(SegmentTable.of(TITLES).orElseThrow(), lifts);
        List<Finding> judged = Family.judge(with, Bars.LEADS);
        List<Finding> without = Family.judge(estimates(TITLES), Bars.LEADS);
        rates.forEach(
                (title, rate) -> assertThat(of(judged, title).estimate().rate()).isCloseTo(rate, FOUR));
        assertThat(of(judged, "CEO").estimate().interval().low()).isCloseTo(.0696, FOUR);
        assertThat(of(judged, "CEO").estimate().interval().high()).isCloseTo(.1515, FOUR);
        for (int i = 0; i < judged.size(); i++) {
            assertThat(judged.get(i).status()).isEqualTo(without.get(i).status());
            assertThat(judged.get(i).q()).isEqualTo(without.get(i).q());
            assertThat(judged.get(i).estimate().pValue())
                    .isEqualTo(without.get(i).estimate().pValue());
        }
    }

    // CIS 5.3: with the benchmark inside, CEO would read as emerging
    @Test
    void a_benchmark_alone_makes_no_finding() {
        List<Cell> cells = List.of(
                Cell.of("CEO", 40, 2),
                Cell.of("a", 120, 7),
                Cell.of("b", 90, 6),
                Cell.of("c", 150, 9),
                Cell.of("d", 100, 6));
        Estimates with = SegmentKernel.estimate(SegmentTable.of(cells).orElseThrow(), Map.of("CEO", Math.sqrt(1.45)));
        assertThat(with.shrinkage().m()).isEqualTo(1000);
        Estimate ceo = of(Family.judge(with, Bars.LEADS), "CEO").estimate();
        assertThat(Estimate.posterior(ceo.base(), ceo.n(), ceo.k(), 1000, ceo.priorLift())
                        .survival(ceo.base()))
                .isCloseTo(.9291, FOUR);
        assertThat(of(Family.judge(with, Bars.LEADS), "CEO").status()).isEqualTo(NEUTRAL);
    }

    // CIS E-5
    @Test
    void days_are_compared_within_touch_numbers() {
        Estimates days = estimates(List.of(
                new Cell("mon", "1", 400, 3),
                new Cell("mon", "2+", 1_600, 54),
                new Cell("tue", "1", 2_000, 32),
                new Cell("tue", "2+", 600, 33),
                new Cell("wed", "1", 1_000, 7),
                new Cell("wed", "2+", 1_000, 29),
                new Cell("thu", "1", 600, 4),
                new Cell("thu", "2+", 800, 20)));
        assertThat(days.shrinkage().p0()).isCloseTo(.02275, FOUR);
        assertThat(days.shrinkage().m()).isCloseTo(557.70, TWO);
        assertThat(days.shrinkage().mCi()).isCloseTo(43.96, TWO);
        Map<String, Expected> table = Map.of(
                "tue", new Expected(.0321, .0263, .0424, 1.41, 1.64, 1, .000046, .000186, CONFIRMED_POSITIVE),
                "mon", new Expected(.0221, .0168, .0279, .97, .96, 0, .737586, .737586, NEUTRAL),
                "wed", new Expected(.0190, .0128, .0243, .84, .79, 0, .099032, .132042, EMERGING_NEGATIVE),
                "thu", new Expected(.0179, .0105, .0231, .79, .74, 0, .051165, .102329, EMERGING_NEGATIVE));
        Family.judge(days, Bars.TOUCHES).forEach(day -> numbersMatch(day, table.get(day.segment())));
        assertThat(estimate(days, "tue").expected()).isCloseTo(43.4, within(.05));
        assertThat(estimate(days, "mon").expected()).isCloseTo(59.0, within(.05));
        assertThat(estimate(days, "wed").expected()).isCloseTo(45.5, within(.05));
        assertThat(estimate(days, "thu").expected()).isCloseTo(34.1, within(.05));
    }

    // CIS E-6
    @Test
    void without_effect_everything_is_neutral() {
        Estimates none = estimates(List.of(
                Cell.of("a", 100, 3),
                Cell.of("b", 120, 5),
                Cell.of("c", 90, 2),
                Cell.of("d", 80, 4),
                Cell.of("e", 110, 6)));
        assertThat(none.shrinkage().rho()).isCloseTo(-.0055, FOUR);
        assertThat(none.shrinkage().m()).isEqualTo(1000);
        double[] lifts = {.98, 1.00, .96, 1.02, 1.04};
        List<Finding> findings = Family.judge(none, Bars.LEADS);
        for (int i = 0; i < lifts.length; i++) {
            assertThat(findings.get(i).estimate().lift()).isCloseTo(lifts[i], TWO);
            assertThat(findings.get(i).status()).isEqualTo(NEUTRAL);
            assertThat(findings.get(i).q()).isGreaterThanOrEqualTo(.9195 - 5e-5);
        }
    }

    // CIS E-7
    @Test
    void a_two_valued_dimension_is_one_shared_test() {
        Estimates role = estimates(List.of(Cell.of("with", 120, 14), Cell.of("without", 880, 46)));
        assertThat(role.shrinkage().m()).isCloseTo(83.33, TWO);
        List<Finding> findings = Family.judge(role, Bars.LEADS);
        numbersMatch(
                of(findings, "with"),
                new Expected(.0934, .0632, .1671, 1.56, 1.77, 0, .005353, .005353, CONFIRMED_POSITIVE));
        Finding without = of(findings, "without");
        assertThat(without.status()).isEqualTo(CONFIRMED_NEGATIVE);
        assertThat(without.estimate().share()).isCloseTo(.88, FOUR);
        assertThat(without.estimate().lift()).isCloseTo(.88, TWO);
        assertThat(without.estimate().ratio()).isCloseTo(.57, TWO);
    }

    // CIS E-7a
    @Test
    void what_most_messages_have_is_judged_by_its_ratio() {
        Estimates flag = estimates(List.of(Cell.of("with", 9_000, 360), Cell.of("without", 1_000, 20)));
        assertThat(flag.shrinkage().m()).isCloseTo(131.58, TWO);
        List<Finding> findings = Family.judge(flag, Bars.TOUCHES);
        numbersMatch(
                of(findings, "with"),
                new Expected(.0400, .0360, .0441, 1.05, 1.81, 0, .001701, .001701, CONFIRMED_POSITIVE));
        numbersMatch(
                of(findings, "without"),
                new Expected(.0221, .0127, .0300, .58, .55, 0, .001701, .001701, CONFIRMED_NEGATIVE));
    }

    // CIS E-8
    @Test
    void q_values_follow_benjamini_and_hochberg() {
        double[] q = BenjaminiHochberg.qValues(.04, .0004, .6, .012, .031, .008, .2);
        double[] expected = {.056, .0028, .6, .028, .05425, .028, .2333};
        for (int i = 0; i < q.length; i++) {
            assertThat(q[i]).isCloseTo(expected[i], FOUR);
        }
    }

    // CIS E-9
    @Test
    void a_weak_effect_needs_many_leads() {
        assertThat(Evidence.unitsNeeded(.03, 1.5)).isEqualTo(2_231);
        assertThat(Evidence.unitsNeeded(.03, 2)).isEqualTo(732);
        assertThat(Evidence.unitsNeeded(.02, 1.5)).isEqualTo(3_399);
        assertThat(Evidence.unitsNeeded(.06, 1.5)).isEqualTo(1_063);
    }

    // CIS E-19
    @Test
    void a_small_difference_between_meetings_only_emerges() {
        List<Finding> findings =
                Family.judge(estimates(List.of(Cell.of("confirmed", 40, 34), Cell.of("not", 35, 22))), Bars.FUNNEL);
        Finding confirmed = of(findings, "confirmed");
        assertThat(confirmed.estimate().shrinkage().p0()).isCloseTo(.7467, FOUR);
        assertThat(confirmed.estimate().shrinkage().m()).isEqualTo(20);
        assertThat(confirmed.estimate().rate()).isCloseTo(.8156, FOUR);
        assertThat(of(findings, "not").estimate().rate()).isCloseTo(.6715, FOUR);
        assertThat(confirmed.estimate().pValue()).isCloseTo(.035240, SIX);
        assertThat(confirmed.estimate().pUp()).isCloseTo(.9088, FOUR);
        assertThat(confirmed.status()).isEqualTo(EMERGING_POSITIVE);
    }

    // CIS 21
    @Test
    void impossible_counts_are_refused_and_empty_ones_dropped() {
        assertThat(SegmentTable.of(List.of(Cell.of("a", 3, 4))).isOk()).isFalse();
        assertThat(SegmentTable.of(List.of(Cell.of("a", 3, -1))).isOk()).isFalse();
        assertThat(SegmentTable.of(List.of(Cell.of("a", 0, 0), Cell.of("b", 5, 1)))
                        .orElseThrow()
                        .size())
                .isEqualTo(1);
    }

    // CIS 21: K = 0 or K = N
    @Test
    void without_variation_there_is_no_contrast() {
        for (long k : new long[] {0, 50}) {
            Family.judge(estimates(List.of(Cell.of("a", 50, k), Cell.of("b", 50, k))), Bars.LEADS)
                    .forEach(each -> assertThat(each.status()).isEqualTo(SegmentStatus.NO_CONTRAST));
        }
    }

    // CIS 5: pooling
    @Test
    void rare_values_and_those_beyond_the_fifty_largest_are_pooled() {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of("rare", 9, 1), Cell.of("rarer", 2, 0)));
        for (int i = 0; i < 60; i++) {
            cells.add(Cell.of("value " + i, 100 - i, 5));
        }
        SegmentTable table = SegmentTable.of(Pooling.pooled(cells)).orElseThrow();
        assertThat(table.size()).isEqualTo(51);
        Estimate other = estimate(SegmentKernel.estimate(table), Pooling.OTHER);
        assertThat(other.n()).isEqualTo(9 + 2 + 50 + 49 + 48 + 47 + 46 + 45 + 44 + 43 + 42 + 41);
        assertThat(of(Family.judge(SegmentKernel.estimate(table), Bars.LEADS), Pooling.OTHER)
                        .q())
                .isNull();
    }

    private record Expected(
            double rate,
            double low,
            double high,
            double lift,
            double ratio,
            double pUp,
            double p,
            double q,
            SegmentStatus status) {}

    private static void matches(Finding finding, Expected expected) {
        numbersMatch(finding, expected);
        assertThat(finding.estimate().pUp()).as(finding.segment()).isCloseTo(expected.pUp(), FOUR);
    }

    private static void numbersMatch(Finding finding, Expected expected) {
        Estimate estimate = finding.estimate();
        String name = finding.segment();
        assertThat(estimate.rate()).as(name).isCloseTo(expected.rate(), FOUR);
        assertThat(estimate.interval().low()).as(name).isCloseTo(expected.low(), FOUR);
        assertThat(estimate.interval().high()).as(name).isCloseTo(expected.high(), FOUR);
        assertThat(estimate.lift()).as(name).isCloseTo(expected.lift(), TWO);
        assertThat(estimate.ratio()).as(name).isCloseTo(expected.ratio(), TWO);
        assertThat(estimate.pValue()).as(name).isCloseTo(expected.p(), SIX);
        if (Double.isNaN(expected.q())) {
            assertThat(finding.q()).as(name).isNull();
        } else {
            assertThat(finding.q()).as(name).isCloseTo(expected.q(), SIX);
        }
        assertThat(finding.status()).as(name).isEqualTo(expected.status());
    }

    private static Estimates estimates(List<Cell> cells) {
        return SegmentKernel.estimate(SegmentTable.of(cells).orElseThrow());
    }

    private static Estimate estimate(List<Cell> cells, String segment) {
        return estimate(estimates(cells), segment);
    }

    private static Estimate estimate(Estimates estimates, String segment) {
        return estimates.segments().stream()
                .filter(each -> each.segment().equals(segment))
                .findFirst()
                .orElseThrow();
    }

    private static Finding of(List<Finding> findings, String segment) {
        return findings.stream()
                .filter(each -> each.segment().equals(segment))
                .findFirst()
                .orElseThrow();
    }
}

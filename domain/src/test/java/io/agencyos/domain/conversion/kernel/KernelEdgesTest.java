package io.agencyos.domain.conversion.kernel;

import static io.agencyos.domain.conversion.SegmentStatus.CONFIRMED_NEGATIVE;
import static io.agencyos.domain.conversion.SegmentStatus.CONFIRMED_POSITIVE;
import static io.agencyos.domain.conversion.SegmentStatus.INSUFFICIENT;
import static io.agencyos.domain.conversion.SegmentStatus.NO_CONTRAST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the rules of conversion intelligence 5 end: limits, clamps, minima. */
class KernelEdgesTest {

    private static Estimates estimates(Cell... cells) {
        return estimates(Map.of(), cells);
    }

    private static Estimates estimates(Map<String, Double> lifts, Cell... cells) {
        return SegmentKernel.estimate(SegmentTable.of(List.of(cells)).orElseThrow(), lifts);
    }

    private static Estimate of(Estimates all, String segment) {
        return all.segments().stream()
                .filter(each -> each.segment().equals(segment))
                .findFirst()
                .orElseThrow();
    }

    private static Finding judged(Estimates all, String segment) {
        return Family.judge(all, Bars.LEADS).stream()
                .filter(each -> each.segment().equals(segment))
                .findFirst()
                .orElseThrow();
    }

    // CIS 5.2: a denominator of nothing tells no segments apart, so that all are drawn to the mean
    @Test
    void segments_of_one_unit_each_are_shrunk_most() {
        Estimates single = estimates(Cell.of("a", 1, 1), Cell.of("b", 1, 0), Cell.of("c", 1, 0));
        assertThat(single.shrinkage().rho()).isZero();
        assertThat(single.shrinkage().m()).isEqualTo(1_000);
    }

    // CIS 5.2: fewer than three segments: five of the rarer outcome, within 20 and 1000
    @Test
    void two_segments_are_drawn_by_five_of_the_rarer_outcome() {
        assertThat(estimates(Cell.of("a", 100, 4), Cell.of("b", 100, 6))
                        .shrinkage()
                        .m())
                .isCloseTo(100, within(1e-9));
        assertThat(estimates(Cell.of("a", 100, 94), Cell.of("b", 100, 96))
                        .shrinkage()
                        .m())
                .isCloseTo(100, within(1e-9));
        assertThat(estimates(Cell.of("a", 100, 50), Cell.of("b", 100, 50))
                        .shrinkage()
                        .m())
                .isEqualTo(20);
        assertThat(estimates(Cell.of("a", 10_000, 1), Cell.of("b", 10_000, 1))
                        .shrinkage()
                        .m())
                .isEqualTo(1_000);
    }

    // CIS 5.3: μ within 0.0001 and 0.9; m_ci at most one conversion
    @Test
    void a_prior_expects_neither_everybody_nor_nobody() {
        Cell[] often = {Cell.of("a", 100, 85), Cell.of("b", 100, 80), Cell.of("c", 100, 75)};
        Estimates eager = estimates(Map.of("a", 2.0), often);
        double m = eager.shrinkage().m();
        assertThat(of(eager, "a").rate()).isCloseTo((.9 * m + 85) / (m + 100), within(1e-12));
        assertThat(eager.shrinkage().mCi()).isCloseTo(1 / .8, within(1e-12));
        Cell[] seldom = {Cell.of("a", 1_000, 0), Cell.of("b", 1_000, 1), Cell.of("c", 1_000, 2)};
        Estimates shy = estimates(Map.of("a", 1e-9), seldom);
        double n = shy.shrinkage().m();
        assertThat(of(shy, "a").rate()).isCloseTo(.0001 * n / (n + 1_000), within(1e-12));
    }

    // CIS 5.3: the lower limit is 0 at k = 0, the upper 1 at k = n
    @Test
    void what_never_and_what_always_happened_may_be_never_and_always() {
        Estimates all = estimates(Cell.of("never", 40, 0), Cell.of("always", 40, 40), Cell.of("half", 40, 20));
        assertThat(of(all, "never").interval().low()).isZero();
        assertThat(of(all, "never").interval().high()).isBetween(0.0, 1.0);
        assertThat(of(all, "always").interval().high()).isEqualTo(1);
        assertThat(of(all, "always").interval().low()).isBetween(0.0, 1.0);
    }

    // CIS 5.3: the limits are widened, where needed, to hold the estimate
    @Test
    void an_estimate_lies_within_its_interval() {
        Estimates all = estimates(Cell.of("a", 142, 140), Cell.of("b", 4_000, 1_400), Cell.of("c", 4_000, 1_500));
        all.segments()
                .forEach(each -> assertThat(each.rate())
                        .isBetween(each.interval().low(), each.interval().high()));
        assertThat(of(all, "a").interval().low()).isEqualTo(of(all, "a").rate());
    }

    // CIS 5.4: standardised to the mix of all, a rate is at most 1
    @Test
    void a_standardised_rate_is_at_most_one() {
        Estimates mixed = estimates(
                new Cell("a", "poor", 50, 45),
                new Cell("b", "poor", 950, 5),
                new Cell("b", "rich", 1_000, 900),
                new Cell("c", "rich", 1_000, 900));
        assertThat(of(mixed, "a").lift() * mixed.shrinkage().p0()).isGreaterThan(1);
        assertThat(of(mixed, "a").rate()).isEqualTo(1);
        assertThat(of(mixed, "a").interval().high()).isEqualTo(1);
    }

    // CIS 5.5: a two-valued dimension is tested if both values reach the minimum
    @Test
    void a_flag_is_tested_when_both_sides_reach_the_minimum() {
        assertThat(judged(estimates(Cell.of("with", 29, 9), Cell.of("without", 900, 20)), "without")
                        .q())
                .isNull();
        assertThat(judged(estimates(Cell.of("with", 30, 9), Cell.of("without", 900, 20)), "without")
                        .q())
                .isNotNull();
    }

    // CIS 5.6: of the shared test a value of share above 0.30 takes the verdict, with the effect of its own
    @Test
    void the_larger_value_is_confirmed_by_the_smaller_one() {
        Estimates lopsided = estimates(Cell.of("with", 150, 20), Cell.of("without", 350, 15));
        assertThat(judged(lopsided, "with").status()).isEqualTo(CONFIRMED_POSITIVE);
        assertThat(judged(lopsided, "without").status()).isEqualTo(CONFIRMED_NEGATIVE);
        assertThat(judged(lopsided, "without").estimate().effect())
                .isEqualTo(judged(lopsided, "without").estimate().ratio());
    }

    // CIS 5.6: the first that holds
    @Test
    void too_few_is_said_before_anything_else() {
        Estimates one = estimates(Cell.of("a", 9, 3));
        assertThat(judged(one, "a").status()).isEqualTo(INSUFFICIENT);
        assertThat(judged(estimates(Cell.of("a", 10, 3)), "a").status()).isEqualTo(NO_CONTRAST);
    }

    // CIS 5: sparse campaigns form one stratum within the others, and everywhere those beyond the fifty largest
    @Test
    void small_campaigns_are_one_stratum() {
        List<Cell> cells = new ArrayList<>();
        Stream.of("a", "b").forEach(plan -> {
            cells.add(new Cell(plan, CampaignStrata.of("large", "hot|2026-01"), 40, 4));
            cells.add(new Cell(plan, CampaignStrata.of("large", "cool|2026-01"), 4, 1));
            cells.add(new Cell(plan, CampaignStrata.of("small", "hot|2026-01"), 4, 1));
            for (int i = 0; i < 49; i++) {
                cells.add(new Cell(plan, CampaignStrata.of("campaign " + i, "warm|2026-01"), 100, 5));
            }
        });
        assertThat(CampaignStrata.pooled(cells).stream().map(Cell::stratum).distinct())
                .hasSize(52)
                .contains("large|hot|2026-01", "other|cool|2026-01", "other|hot|2026-01", "campaign 48|warm|2026-01")
                .doesNotContain("small|hot|2026-01", "large|cool|2026-01");
        cells.add(new Cell("a", CampaignStrata.of("fifty-first", "warm|2026-01"), 60, 3));
        assertThat(CampaignStrata.pooled(cells).stream().map(Cell::stratum).distinct())
                .as("sixty units are fewer than each of fifty others has")
                .contains("other|warm|2026-01", "large|hot|2026-01")
                .doesNotContain("fifty-first|warm|2026-01");
    }
}

package io.agencyos.domain.conversion.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.domain.conversion.SegmentStatus;
import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.kernel.Estimate;
import io.agencyos.domain.conversion.kernel.Estimates;
import io.agencyos.domain.conversion.kernel.Family;
import io.agencyos.domain.conversion.kernel.Finding;
import io.agencyos.domain.conversion.kernel.SegmentKernel;
import io.agencyos.domain.conversion.kernel.SegmentTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Seeded worlds in which the truth is known: silence where there is nothing, and findings where there is something. */
class SimulatedWorldsTest {

    /** The segment sizes of conversion intelligence 23.1. */
    static final int[] SIZES = {
        600, 500, 400, 300, 200, 150, 120, 100, 80, 60, 45, 45, 45, 45, 45, 30, 30, 30, 30, 30, 12, 12, 12, 12, 12, 6,
        6, 6, 6, 6
    };

    private static final int RUNS = 2_000;
    private static final int WEEKS_90_DAYS = 13;

    // CIS 23.1, row 1: at most 10 % of runs, reference 3.0 %
    @Test
    void where_nothing_has_an_effect_almost_nothing_is_ever_confirmed() {
        Chance chance = new Chance(231);
        int runs = 0;
        for (int run = 0; run < RUNS; run++) {
            runs += confirmed(chance, SIZES, _ -> .03).isEmpty() ? 0 : 1;
        }
        assertThat((double) runs / RUNS).isBetween(.015, .05);
    }

    // CIS 23.1, row 2: power .67, .35, .68
    @Test
    void what_was_planted_is_found_and_little_else() {
        Planted planted = planted(1, 2);
        assertThat(planted.power()[0]).isCloseTo(.67, within(.05));
        assertThat(planted.power()[1]).isCloseTo(.35, within(.05));
        assertThat(planted.power()[2]).isCloseTo(.68, within(.05));
        assertThat(planted.falseShare()).isLessThanOrEqualTo(.10);
    }

    // CIS 23.1, row 3: four times the size, power 1.00, .935, 1.00
    @Test
    void with_four_times_the_leads_nearly_everything_planted_is_found() {
        Planted planted = planted(4, 3);
        assertThat(planted.power()[0]).isCloseTo(1.00, within(.03));
        assertThat(planted.power()[1]).isCloseTo(.935, within(.03));
        assertThat(planted.power()[2]).isCloseTo(1.00, within(.03));
        assertThat(planted.falseShare()).isLessThanOrEqualTo(.10);
    }

    private record Planted(double[] power, double falseShare) {}

    /** Segments of 400 and 200 at twice the rate, one of 500 at 0.4 times. */
    private static Planted planted(int times, long seed) {
        int[] sizes = IntStream.of(SIZES).map(n -> n * times).toArray();
        Chance chance = new Chance(seed);
        double[] found = new double[3];
        double falseShare = 0;
        for (int run = 0; run < RUNS; run++) {
            List<String> confirmed = confirmed(chance, sizes, i -> i == 2 || i == 4 ? .06 : i == 1 ? .012 : .03);
            found[0] += confirmed.contains("s02+") ? 1.0 / RUNS : 0;
            found[1] += confirmed.contains("s04+") ? 1.0 / RUNS : 0;
            found[2] += confirmed.contains("s01-") ? 1.0 / RUNS : 0;
            long wrong = confirmed.stream()
                    .filter(each -> !List.of("s02+", "s04+", "s01-").contains(each))
                    .count();
            falseShare += confirmed.isEmpty() ? 0 : (double) wrong / confirmed.size() / RUNS;
        }
        return new Planted(found, falseShare);
    }

    // CIS 23.1, hour world: at most 12 % of runs, reference 3 %
    @Test
    void the_hour_that_gets_the_hot_leads_is_not_mistaken_for_a_good_hour() {
        int[][] touches = {{600, 600, 300}, {300, 700, 600}, {100, 500, 1_300}};
        double[] rates = {.05, .025, .01};
        Chance chance = new Chance(9);
        int stratified = 0;
        int raw = 0;
        for (int run = 0; run < 300; run++) {
            List<Cell> cells = new ArrayList<>();
            for (int hour = 0; hour < 3; hour++) {
                for (int tier = 0; tier < 3; tier++) {
                    cells.add(cell(
                            "" + hour,
                            "" + tier,
                            touches[hour][tier],
                            chance.binomial(touches[hour][tier], rates[tier])));
                }
            }
            stratified += anyConfirmed(cells, Bars.TOUCHES) ? 1 : 0;
            raw += anyConfirmed(unstratified(cells), Bars.TOUCHES) ? 1 : 0;
        }
        assertThat(stratified / 300.0).isLessThanOrEqualTo(.12);
        assertThat(raw / 300.0).isGreaterThan(.4);
    }

    // CIS 23.1, gap world: at most 12 % of runs, reference 9 %
    @Test
    void a_gap_that_changes_no_booking_is_seldom_confirmed() {
        int[] gaps = {1, 2, 3, 5, 7, 10};
        Chance chance = new Chance(28);
        int runs = 0;
        for (int run = 0; run < 300; run++) {
            List<Cell> cells = new ArrayList<>();
            for (int gap : gaps) {
                int n = 20_000 / gaps.length;
                double first = .02 * (1 - Math.exp(-28 / 4.0));
                double second = .02 * (1 - Math.exp(-(28 - gap) / 4.0));
                cells.add(cell("" + gap, "", n, chance.binomial(n, 1 - (1 - first) * (1 - second))));
            }
            runs += anyConfirmed(cells, Bars.TOUCHES) ? 1 : 0;
        }
        assertThat(runs / 300.0).isLessThanOrEqualTo(.12);
    }

    // CIS 23.1, campaign world: at most 5 % of runs with the product's strata, 23–40 % without the campaign
    @Test
    void a_plan_is_not_credited_with_the_campaign_that_uses_it() {
        for (int campaigns : new int[] {12, 40}) {
            Chance chance = new Chance(campaigns);
            int stratified = 0;
            int without = 0;
            for (int run = 0; run < 300; run++) {
                List<Cell> cells = campaignWorld(chance, campaigns);
                stratified += anyConfirmed(cells, Bars.LEADS) ? 1 : 0;
                without += anyConfirmed(withoutCampaign(cells), Bars.LEADS) ? 1 : 0;
            }
            assertThat(stratified / 300.0).isLessThanOrEqualTo(.05);
            assertThat(without / 300.0).isGreaterThan(.15);
        }
    }

    private static List<Cell> campaignWorld(Chance chance, int campaigns) {
        double[] shares = chance.dirichlet(campaigns, .7);
        List<Cell> cells = new ArrayList<>();
        for (int campaign = 0; campaign < campaigns; campaign++) {
            double base = .03 * Math.exp(.6 * chance.normal());
            int main = (int) (chance.uniform() * 3);
            for (int stratum = 0; stratum < 9; stratum++) {
                int leads = (int) Math.round(4_000 * shares[campaign] / 9);
                int deviating = chance.binomial(leads, .2);
                for (int plan = 0; plan < 3; plan++) {
                    int n = plan == main
                            ? leads - deviating
                            : plan == (main + 1) % 3 ? deviating / 2 : deviating - deviating / 2;
                    double rate = Math.min(.5, base * (1.5 - .5 * (stratum % 3)));
                    cells.add(cell("plan" + plan, campaign + "|" + stratum, n, chance.binomial(n, rate)));
                }
            }
        }
        return cells;
    }

    private static List<Cell> withoutCampaign(List<Cell> cells) {
        return cells.stream()
                .map(each -> new Cell(
                        each.segment(), each.stratum().substring(each.stratum().indexOf('|')), each.n(), each.k()))
                .toList();
    }

    // CIS 23.1, small segment of a tier world: exact p at most 0.05 in at most 5 % of runs; collapsed 53 %
    @Test
    void a_small_segment_of_mostly_hot_leads_is_no_finding() {
        Chance chance = new Chance(40);
        int exact = 0;
        int collapsed = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Cell> cells = List.of(
                    cell("small", "hot", 30, chance.binomial(30, .12)),
                    cell("small", "cool", 10, chance.binomial(10, .01)),
                    cell("rest", "hot", 270, chance.binomial(270, .12)),
                    cell("rest", "cool", 1_690, chance.binomial(1_690, .01)));
            exact += pOfSmall(cells) <= .05 ? 1 : 0;
            collapsed += pOfSmall(unstratified(cells)) <= .05 ? 1 : 0;
        }
        assertThat((double) exact / RUNS).isLessThanOrEqualTo(.05);
        assertThat((double) collapsed / RUNS).isCloseTo(.53, within(.05));
    }

    private static double pOfSmall(List<Cell> cells) {
        return estimates(cells).segments().stream()
                .filter(each -> each.segment().equals("small"))
                .mapToDouble(Estimate::pValue)
                .findFirst()
                .orElseThrow();
    }

    // CIS 5.6, 23.1: a year of weekly runs on a window of 90 days; automatic in at most 6 % of clients, reference 3.6 %
    @Test
    void in_a_year_of_weekly_runs_hardly_anything_becomes_automatic_by_chance() {
        Year year = year(WEEKS_90_DAYS, 120, _ -> .03, 52);
        assertThat(year.anything()).isLessThanOrEqualTo(.06);
    }

    // CIS 5.6, 23.1: longer windows share more data; at most 14 %, reference 11 % (180 days) and 9 % (365)
    @Test
    void nor_does_it_on_longer_windows() {
        for (int weeks : new int[] {26, 52}) {
            assertThat(year(weeks, 100, _ -> .03, weeks).anything())
                    .as("%d weeks", weeks)
                    .isLessThanOrEqualTo(.14);
        }
    }

    // CIS 5.6, 23.1: planted automatic within the year in at least .95, .80, .95 of clients
    @Test
    void what_was_planted_becomes_automatic_within_the_year() {
        Year year = year(WEEKS_90_DAYS, 60, i -> i == 2 || i == 4 ? .06 : i == 1 ? .012 : .03, 53);
        assertThat(year.automatic()[2]).isGreaterThanOrEqualTo(.95);
        assertThat(year.automatic()[4]).isGreaterThanOrEqualTo(.80);
        assertThat(year.automatic()[1]).isGreaterThanOrEqualTo(.95);
    }

    private record Year(double anything, double[] automatic) {}

    private static Year year(int window, int clients, IntToDoubleFunction rate, long seed) {
        int lag = 8;
        Chance chance = new Chance(seed);
        double[] automatic = new double[SIZES.length];
        double anything = 0;
        for (int client = 0; client < clients; client++) {
            int weeks = 52 + window + lag;
            int[][] converted = new int[SIZES.length][weeks];
            int[][] units = new int[SIZES.length][weeks];
            for (int i = 0; i < SIZES.length; i++) {
                for (int week = 0; week < weeks; week++) {
                    units[i][week] = SIZES[i] * (week + 1) / window - SIZES[i] * week / window;
                    converted[i][week] = chance.binomial(units[i][week], rate.applyAsDouble(i));
                }
            }
            List<SegmentStatus[]> history = new ArrayList<>();
            boolean[] ever = new boolean[SIZES.length];
            for (int week = window; week < weeks; week++) {
                SegmentStatus[] now = statuses(units, converted, week - window, week);
                history.add(now);
                SegmentStatus[] before = history.size() > lag ? history.get(history.size() - 1 - lag) : null;
                for (int i = 0; before != null && i < ever.length; i++) {
                    ever[i] |= isConfirmed(now[i]) && now[i] == before[i];
                }
            }
            boolean any = false;
            for (int i = 0; i < ever.length; i++) {
                automatic[i] += ever[i] ? 1.0 / clients : 0;
                any |= ever[i];
            }
            anything += any ? 1.0 / clients : 0;
        }
        return new Year(anything, automatic);
    }

    private static SegmentStatus[] statuses(int[][] units, int[][] converted, int from, int to) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            int n = 0;
            int k = 0;
            for (int week = from; week < to; week++) {
                n += units[i][week];
                k += converted[i][week];
            }
            cells.add(cell(name(i), "", n, k));
        }
        SegmentStatus[] statuses = new SegmentStatus[units.length];
        for (Finding each : Family.judge(estimates(cells), Bars.LEADS)) {
            statuses[Integer.parseInt(each.segment().substring(1))] = each.status();
        }
        return statuses;
    }

    private static boolean isConfirmed(SegmentStatus status) {
        return status == SegmentStatus.CONFIRMED_POSITIVE || status == SegmentStatus.CONFIRMED_NEGATIVE;
    }

    /** Confirmed segments with their sign. */
    private static List<String> confirmed(Chance chance, int[] sizes, IntToDoubleFunction rate) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            cells.add(cell(name(i), "", sizes[i], chance.binomial(sizes[i], rate.applyAsDouble(i))));
        }
        return Family.judge(estimates(cells), Bars.LEADS).stream()
                .filter(Finding::isConfirmed)
                .map(each -> each.segment() + (each.status() == SegmentStatus.CONFIRMED_POSITIVE ? "+" : "-"))
                .toList();
    }

    private static boolean anyConfirmed(List<Cell> cells, Bars bars) {
        return Family.judge(estimates(cells), bars).stream().anyMatch(Finding::isConfirmed);
    }

    private static List<Cell> unstratified(List<Cell> cells) {
        return cells.stream()
                .map(each -> Cell.of(each.segment(), each.n(), each.k()))
                .toList();
    }

    private static Estimates estimates(List<Cell> cells) {
        return SegmentKernel.estimate(SegmentTable.of(cells).orElseThrow());
    }

    private static Cell cell(String segment, String stratum, int n, int k) {
        return new Cell(segment, stratum, n, k);
    }

    private static String name(int i) {
        return "s%02d".formatted(i);
    }
}

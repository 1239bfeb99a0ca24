package io.agencyos.domain.conversion.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.kernel.Estimate;
import io.agencyos.domain.conversion.kernel.SegmentKernel;
import io.agencyos.domain.conversion.kernel.SegmentTable;
import io.agencyos.domain.conversion.stats.Beta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * 95 % intervals hold the true rates of what is shown, world by world. The build draws of each world until its coverage lies
 * two and a half standard errors above the bar, and fails where it never does; {@code -Dagencyos.worlds=full} draws the 400 runs of each
 * that conversion intelligence 23.1 has, at least, and tells the lowest.
 */
class IntervalCoverageTest {

    private static final boolean FULL = "full".equals(System.getProperty("agencyos.worlds"));
    private static final int RUNS = FULL ? 400 : 1;
    private static final int SAMPLE = 140;
    private static final int MOST = 40_000;
    private static final int SHOWN = 10;
    private static final double BAR = .92;
    private static final double STANDARD_ERRORS = 2.5;

    /** Below this there is no client to learn from (section 4), and so no interval to show. */
    private static final double CONVERSIONS = 20;

    private static final double[] RATES = {.01, .03, .06, .11, .38, .75};

    private enum Kind {
        MANY,
        TWO_VALUED,
        STRATIFIED
    }

    /** Units per segment and stratum, and a draw of their true rates. */
    private record World(String name, Kind kind, int[][] units, BiFunction<Chance, int[][], double[][]> truth) {}

    /** Of the intervals shown, how many held, and how many would have with the strength of 5.2 uncapped. */
    private record Coverage(World world, int shown, int held, int uncapped) {

        /** Beyond what chance does. */
        boolean isAboveTheBar() {
            return share() >= BAR + STANDARD_ERRORS * Math.sqrt(BAR * (1 - BAR) / shown);
        }

        double share() {
            return (double) held / shown;
        }

        Coverage and(Coverage more) {
            return new Coverage(world, shown + more.shown, held + more.held, uncapped + more.uncapped);
        }

        double uncappedShare() {
            return (double) uncapped / shown;
        }
    }

    // CIS 23.1: every world at least 92 %; reference: lowest 92.7 %, mean 95.8 %; with m uncapped mean 90 %
    @Test
    void intervals_hold_the_true_rate_of_what_is_shown_in_every_world() {
        Chance chance = new Chance(231);
        List<Coverage> all =
                worlds().stream().map(world -> coverage(world, chance)).toList();
        if (FULL) {
            all.stream()
                    .sorted((one, other) -> Double.compare(one.share(), other.share()))
                    .limit(8)
                    .forEach(each ->
                            System.out.printf("%s %.4f of %d%n", each.world().name(), each.share(), each.shown()));
            System.out.printf(
                    "%d worlds, mean %.4f, uncapped mean %.4f, lowest %.4f%n",
                    all.size(),
                    mean(all, _ -> true, false),
                    mean(all, _ -> true, true),
                    all.stream().mapToDouble(Coverage::uncappedShare).min().orElseThrow());
        }
        assertThat(all).hasSize(328);
        assertThat(all.stream()
                        .filter(each -> !each.isAboveTheBar())
                        .map(each -> each.world().name() + " " + each.share()))
                .isEmpty();
        assertThat(mean(all, _ -> true, false)).isBetween(.948, .970);
        assertThat(mean(all, kind -> kind == Kind.TWO_VALUED, false)).isGreaterThanOrEqualTo(.938);
        assertThat(mean(all, kind -> kind == Kind.STRATIFIED, false)).isGreaterThanOrEqualTo(.957);
        assertThat(mean(all, _ -> true, true)).as("what the cap is for").isLessThan(.935);
    }

    private static double mean(List<Coverage> all, Predicate<Kind> which, boolean uncapped) {
        return all.stream()
                .filter(each -> which.test(each.world().kind()))
                .mapToDouble(uncapped ? Coverage::uncappedShare : Coverage::share)
                .average()
                .orElseThrow();
    }

    private static List<World> worlds() {
        int[] sizes = SimulatedWorldsTest.SIZES;
        List<int[]> many = List.of(
                IntStream.of(sizes).map(n -> Math.max(1, n / 2)).toArray(),
                sizes,
                IntStream.of(sizes).map(n -> n * 4).toArray(),
                repeat(8, 400),
                repeat(5, 1_600),
                repeat(4, 60),
                IntStream.range(0, 50)
                        .map(i -> (int) Math.round(15 * Math.pow(800 / 15.0, i / 49.0)))
                        .toArray());
        List<World> worlds = new ArrayList<>();
        for (int size = 0; size < many.size(); size++) {
            int[][] units =
                    IntStream.of(many.get(size)).mapToObj(n -> new int[] {n}).toArray(int[][]::new);
            for (double p : RATES) {
                if (Math.min(p, 1 - p) * IntStream.of(many.get(size)).sum() < CONVERSIONS) {
                    continue;
                }
                worlds.add(flat("equal", size, p, units, chance -> () -> p));
                for (int m : new int[] {20, 40, 100, 300, 1_000}) {
                    worlds.add(flat("beta" + m, size, p, units, chance -> () -> chance.beta(p * m, (1 - p) * m)));
                }
                worlds.add(flat(
                        "log-normal",
                        size,
                        p,
                        units,
                        chance -> () -> Math.min(.95, p * Math.exp(.4 * chance.normal()))));
                worlds.add(flat(
                        "mixture",
                        size,
                        p,
                        units,
                        chance -> () -> Math.min(.95, p * new double[] {.4, 1, 2}[(int) (3 * chance.uniform())])));
            }
        }
        worlds.addAll(twoValued());
        worlds.addAll(stratified(sizes));
        return worlds;
    }

    private interface Draw {
        DoubleSupplier of(Chance chance);
    }

    private static World flat(String truth, int size, double p, int[][] units, Draw draw) {
        return new World(truth + " " + p + " sizes " + size, Kind.MANY, units, (chance, table) -> {
            DoubleSupplier rate = draw.of(chance);
            return IntStream.range(0, table.length)
                    .mapToObj(_ -> new double[] {rate.getAsDouble()})
                    .toArray(double[][]::new);
        });
    }

    /** Two values of 2,000 units, apart by none, 30 and 60 % of their rate. */
    private static List<World> twoValued() {
        List<World> worlds = new ArrayList<>();
        for (int small : new int[] {1_000, 400, 100}) {
            for (double p : new double[] {.03, .11}) {
                for (double spread : new double[] {0, .3, .6}) {
                    double[][] rates = {{p * (1 - spread / 2)}, {p * (1 + spread / 2)}};
                    worlds.add(new World(
                            "two " + small + " " + p + " " + spread,
                            Kind.TWO_VALUED,
                            new int[][] {{2_000 - small}, {small}},
                            (chance, table) -> rates));
                }
            }
        }
        return worlds;
    }

    /** Three tiers that convert at 2, 1 and 0.4 times the rate, and segments with more of one or another. */
    private static List<World> stratified(int[] sizes) {
        List<World> worlds = new ArrayList<>();
        for (int times : new int[] {1, 2, 4}) {
            for (double sigma : new double[] {0, .4}) {
                int[][] units = new int[sizes.length][3];
                for (int i = 0; i < sizes.length; i++) {
                    int n = sizes[i] * times;
                    units[i][i % 3] = n / 2;
                    units[i][(i + 1) % 3] = n / 4;
                    units[i][(i + 2) % 3] = n - n / 2 - n / 4;
                }
                worlds.add(new World("tiers x" + times + " " + sigma, Kind.STRATIFIED, units, (chance, table) -> {
                    double[] tier = {.12, .06, .024};
                    return IntStream.range(0, table.length)
                            .mapToObj(_ -> {
                                double effect = Math.exp(sigma * chance.normal());
                                return new double[] {effect * tier[0], effect * tier[1], effect * tier[2]};
                            })
                            .toArray(double[][]::new);
                }));
            }
        }
        return worlds;
    }

    private static Coverage coverage(World world, Chance chance) {
        Coverage all = new Coverage(world, 0, 0, 0);
        for (int run = 0; run < RUNS || all.shown() < SAMPLE || !all.isAboveTheBar() && all.shown() < MOST; run++) {
            all = all.and(run(world, chance));
        }
        return all;
    }

    private static Coverage run(World world, Chance chance) {
        int shown = 0;
        int held = 0;
        int uncapped = 0;
        double[][] rates = world.truth().apply(chance, world.units());
        double[] truth = standardised(world.units(), rates);
        for (Estimate each : estimates(world.units(), rates, chance)) {
            if (each.n() >= SHOWN && each.hasContrast()) {
                double actual = truth[Integer.parseInt(each.segment())];
                Estimate.Interval interval = each.interval();
                shown++;
                held += interval.low() <= actual && actual <= interval.high() ? 1 : 0;
                uncapped += holdsUncapped(each, actual) ? 1 : 0;
            }
        }
        return new Coverage(world, shown, held, uncapped);
    }

    private static List<Estimate> estimates(int[][] units, double[][] rates, Chance chance) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            for (int h = 0; h < units[i].length; h++) {
                cells.add(new Cell("" + i, "" + h, units[i][h], chance.binomial(units[i][h], rates[i][h])));
            }
        }
        return SegmentKernel.estimate(SegmentTable.of(cells).orElseThrow()).segments();
    }

    private static boolean holdsUncapped(Estimate each, double actual) {
        double m = each.shrinkage().m();
        double below = new Beta(m * each.base() + each.k(), m * (1 - each.base()) + each.n() - each.k())
                .cumulative(Math.min(1, actual * each.base() / each.shrinkage().p0()));
        return below >= .025 && below <= .975;
    }

    /** What each segment would show without chance: its true rate, brought to the mix of all units. */
    private static double[] standardised(int[][] units, double[][] rates) {
        int strata = units[0].length;
        double[] n = new double[strata];
        double[] k = new double[strata];
        for (int i = 0; i < units.length; i++) {
            for (int h = 0; h < strata; h++) {
                n[h] += units[i][h];
                k[h] += units[i][h] * rates[i][h];
            }
        }
        double p0 = IntStream.range(0, strata).mapToDouble(h -> k[h]).sum()
                / IntStream.range(0, strata).mapToDouble(h -> n[h]).sum();
        return IntStream.range(0, units.length)
                .mapToDouble(i -> {
                    double own = 0;
                    double base = 0;
                    for (int h = 0; h < strata; h++) {
                        own += units[i][h] * rates[i][h];
                        base += n[h] == 0 ? 0 : units[i][h] * k[h] / n[h];
                    }
                    return own / base * p0;
                })
                .toArray();
    }

    private static int[] repeat(int times, int size) {
        return IntStream.range(0, times).map(_ -> size).toArray();
    }
}

package io.agencyos.adapters.in.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The measurements that {@code agency-os bench} offers; bootstrap takes them. */
public interface Benchmarks {

    /**
     * What was measured, in words, beside something well known of the same run on the same machine.
     *
     * @param measured with its unit
     * @param ratio to the baseline, empty where there is none
     * @param wanted what the ratio or the figure is to reach
     * @param baseline what it is held against, with its own figure
     */
    record Figure(String name, String measured, String ratio, String wanted, String baseline) {

        /** A speed as a fraction of that of the baseline. */
        public static Figure ofSpeed(
                String name, String unit, double perSecond, String baseline, double baselinePerSecond, String wanted) {
            return new Figure(
                    name,
                    String.format(Locale.ROOT, "%,.0f %s/s", perSecond, unit),
                    String.format(Locale.ROOT, "%.3f", perSecond / baselinePerSecond),
                    wanted,
                    String.format(Locale.ROOT, "%s, %,.0f %s/s", baseline, baselinePerSecond, unit));
        }

        /** A speed by how many times as long as the baseline it takes. */
        public static Figure ofTimes(
                String name, String unit, double perSecond, String baseline, double baselinePerSecond, String wanted) {
            return new Figure(
                    name,
                    String.format(Locale.ROOT, "%,.0f %s/s", perSecond, unit),
                    String.format(Locale.ROOT, "%.2f x", baselinePerSecond / perSecond),
                    wanted,
                    String.format(Locale.ROOT, "%s, %,.0f %s/s", baseline, baselinePerSecond, unit));
        }
    }

    /** Names of the measurements, in the order in which they are taken. */
    List<String> names();

    /** The machine and the versions that the figures belong to. */
    String machine();

    /**
     * Takes the measurements of these names; leaves nothing behind.
     *
     * @param rows how many leads there are
     * @param progress told what happens, line by line
     */
    List<Figure> measure(Set<String> only, int rows, Consumer<String> progress);
}

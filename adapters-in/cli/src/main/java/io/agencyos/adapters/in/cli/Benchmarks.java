package io.agencyos.adapters.in.cli;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The measurements that {@code agency-os bench} offers; bootstrap takes them. */
public interface Benchmarks {

    /**
     * One measured speed beside that of something well known, taken in the same run on the same machine.
     *
     * @param unit what is counted per second
     * @param perSecond how many of them a second
     * @param baseline what the speed is held against
     * @param baselinePerSecond its speed in the same unit
     */
    record Figure(String name, String unit, double perSecond, String baseline, double baselinePerSecond) {

        /** The speed as a fraction of the baseline's. */
        public double ratio() {
            return perSecond / baselinePerSecond;
        }
    }

    /** Names of the measurements, in the order in which they are taken. */
    List<String> names();

    /** The machine and the versions that the figures belong to. */
    String machine();

    /**
     * Takes the measurements of these names; leaves nothing behind.
     *
     * @param rows how many leads the import brings in and the score is taken of
     * @param progress told what happens, line by line
     */
    List<Figure> measure(Set<String> only, int rows, Consumer<String> progress);
}

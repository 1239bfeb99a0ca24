package io.agencyos.bootstrap.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was planted for a segment: the lift that learning would find if the same units converted without end, compared
 * within the same strata.
 *
 * @param effect what rules with a threshold read: lift, or for a large segment its ratio to the rest (CIS 5.4)
 */
record PlantedEffect(String dimension, String key, long units, double lift, double effect) {

    /** Smaller segments are not shown. Source: CIS 4. */
    private static final int LEAST = 10;

    private static final double LARGE_SHARE = 0.30;

    /** The effects of all segments that are large enough, by dimension and key. */
    static List<PlantedEffect> of(List<PlantedUnit> units) {
        Map<String, List<PlantedUnit>> known = new TreeMap<>();
        units.forEach(unit -> unit.values()
                .keySet()
                .forEach(name ->
                        known.computeIfAbsent(name, _ -> new ArrayList<>()).add(unit)));
        List<PlantedEffect> effects = new ArrayList<>();
        known.forEach((name, all) -> effects.addAll(of(name, all)));
        return effects;
    }

    private static List<PlantedEffect> of(String dimension, List<PlantedUnit> units) {
        Map<String, Sum> strata = new HashMap<>();
        units.forEach(
                unit -> strata.computeIfAbsent(unit.stratum(), _ -> new Sum()).add(unit.odds(), 0));
        Sum all = new Sum();
        Map<String, Sum> segments = new TreeMap<>();
        for (PlantedUnit unit : units) {
            Sum stratum = strata.getOrDefault(unit.stratum(), all);
            double base = stratum.odds / stratum.units;
            segments.computeIfAbsent(unit.values().get(dimension), _ -> new Sum())
                    .add(unit.odds(), base);
            all.add(unit.odds(), base);
        }
        List<PlantedEffect> effects = new ArrayList<>();
        segments.forEach((key, segment) -> {
            if (segment.units >= LEAST && segment.base > 0) {
                effects.add(effect(dimension, key, segment, all));
            }
        });
        return effects;
    }

    private static PlantedEffect effect(String dimension, String key, Sum segment, Sum all) {
        double lift = segment.odds / segment.base;
        double rest = (all.odds - segment.odds) / (all.base - segment.base);
        boolean large = segment.units > LARGE_SHARE * all.units && rest > 0;
        return new PlantedEffect(dimension, key, segment.units, lift, large ? lift / rest : lift);
    }

    private static final class Sum {
        private long units;
        private double odds;
        private double base;

        private void add(double ofUnit, double ofStratum) {
            units++;
            odds += ofUnit;
            base += ofStratum;
        }
    }
}

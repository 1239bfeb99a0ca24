package io.agencyos.bootstrap.demo;

import java.util.Map;

/**
 * A lead or touch that was learned from, with what the sandbox had in store for it.
 *
 * @param stratum within which learning compares it
 * @param values what it is in each dimension; where that is not known, it is in none
 * @param odds that it converts, on one scale for all units
 */
record PlantedUnit(String stratum, Map<String, String> values, double odds) {

    PlantedUnit {
        values = Map.copyOf(values);
    }
}

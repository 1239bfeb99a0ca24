package io.agencyos.domain.scoring.weight;

import io.agencyos.domain.shared.Vocabulary;

/**
 * What a signal's points are counted in: the five weighted components, and the boosts, which no weight touches.
 * Source: scoring 1.8, 1.10.
 */
public enum Component implements Vocabulary {
    DATA_QUALITY(20),
    AUTHORITY(25),
    COMPANY_FIT(25),
    TIMING(15),
    RISK(15),
    BOOST(30);

    private final int maximum;

    Component(int maximum) {
        this.maximum = maximum;
    }

    /** Highest raw points. */
    public int maximum() {
        return maximum;
    }
}

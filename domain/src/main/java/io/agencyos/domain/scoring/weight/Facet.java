package io.agencyos.domain.scoring.weight;

import io.agencyos.domain.shared.Vocabulary;

/**
 * The names under which people see the points: six public ones, three supporting ones, and the two that hold no
 * facts of the lead. Source: scoring ALS-14.
 */
public enum Facet implements Vocabulary {
    TITLE,
    INDUSTRY,
    SIZE,
    TECH,
    INTENT,
    LINKEDIN,
    CONTACT,
    LOCATION,
    RISK,
    TOTAL,
    GATE;

    /** Whether this is one of the six names of the product's scoring map. */
    public boolean isPublic() {
        return ordinal() <= LINKEDIN.ordinal();
    }

    /** Whether this groups points earned by facts, so that these facets sum to the score before clamp and floor. */
    public boolean holdsPoints() {
        return ordinal() < TOTAL.ordinal();
    }
}

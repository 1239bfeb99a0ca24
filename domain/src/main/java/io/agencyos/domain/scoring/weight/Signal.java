package io.agencyos.domain.scoring.weight;

import io.agencyos.domain.shared.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an explanation may have, in the order in which it shows them; no other name exists. Source: scoring
 * ALS-14, last table.
 */
public enum Signal implements Vocabulary {
    EMAIL(Facet.CONTACT, Component.DATA_QUALITY, 8),
    PHONE(Facet.CONTACT, Component.DATA_QUALITY, 6),
    LINKEDIN_URL(Facet.LINKEDIN, Component.DATA_QUALITY, 4),
    PERSONAL_EMAIL(Facet.CONTACT, Component.DATA_QUALITY, 2),
    TITLE(Facet.TITLE, Component.AUTHORITY, 25),
    INDUSTRY(Facet.INDUSTRY, Component.COMPANY_FIT, 10),
    EMPLOYEES(Facet.SIZE, Component.COMPANY_FIT, 8),
    LOCATION(Facet.LOCATION, Component.COMPANY_FIT, 7),
    DOMAIN_RANK(Facet.TECH, Component.COMPANY_FIT, 2),
    ORGANIC_TRAFFIC(Facet.TECH, Component.COMPANY_FIT, 2),
    TOP10_KEYWORDS(Facet.TECH, Component.COMPANY_FIT, 1),
    NEW_ROLE(Facet.INTENT, Component.TIMING, 6),
    HIRING(Facet.INTENT, Component.TIMING, 5),
    FUNDING(Facet.INTENT, Component.TIMING, 4),
    RISK_BASE(Facet.RISK, Component.RISK, 15),
    RISK_BOUNCE(Facet.RISK, Component.RISK, 0),
    RISK_UNSUBSCRIBED(Facet.RISK, Component.RISK, 0),
    RISK_COMPETITOR(Facet.RISK, Component.RISK, 0),
    RISK_TITLE(Facet.RISK, Component.RISK, 0),
    RISK_DOMAIN_RANK(Facet.RISK, Component.RISK, 0),
    RISK_TRAFFIC(Facet.RISK, Component.RISK, 0),
    RISK_SPAM(Facet.RISK, Component.RISK, 0),
    BUYER_BOOST(Facet.INTENT, Component.BOOST, 15),
    LINKEDIN_BOOST(Facet.LINKEDIN, Component.BOOST, 10),
    TECH_BOOST(Facet.TECH, Component.BOOST, 5),
    CAP(Facet.TOTAL, null, 0),
    ROUNDING(Facet.TOTAL, null, 0),
    GATE_UNSUBSCRIBED(Facet.GATE, null, 0),
    GATE_BOUNCED(Facet.GATE, null, 0),
    GATE_INVALID(Facet.GATE, null, 0),
    GATE_PLATFORM_SUPPRESSION(Facet.GATE, null, 0),
    GATE_CLIENT_SUPPRESSION(Facet.GATE, null, 0),
    GATE_COMPETITOR(Facet.GATE, null, 0),
    GATE_DO_NOT_CONTACT(Facet.GATE, null, 0);

    private final Facet facet;
    private final @Nullable Component component;
    private final int maximum;

    Signal(Facet facet, @Nullable Component component, int maximum) {
        this.facet = facet;
        this.component = component;
        this.maximum = maximum;
    }

    /** The name under which people see this row's points. */
    public Facet facet() {
        return facet;
    }

    /** What the row's points are counted in; null for cap, rounding and gates, which stand outside the components. */
    public @Nullable Component component() {
        return component;
    }

    /** Highest raw points; for industry, employees and location those of the default shares. */
    public int maximum() {
        return maximum;
    }
}

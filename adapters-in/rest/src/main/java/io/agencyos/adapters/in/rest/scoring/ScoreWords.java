package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.domain.scoring.weight.Facet;
import io.agencyos.domain.scoring.weight.Signal;
import java.math.BigDecimal;

/** A row of an explanation as a sentence for people. */
final class ScoreWords {

    private ScoreWords() {}

    static String row(Signal signal, String fact, BigDecimal points, BigDecimal max) {
        if (signal.facet() == Facet.GATE) {
            return label(signal) + ": " + fact + ".";
        }
        String earned = max.signum() > 0 ? plain(points) + " of " + plain(max) + " points" : plain(points) + " points";
        return signal.facet() == Facet.TOTAL
                ? label(signal) + ": " + earned + "."
                : label(signal) + " (" + fact + "): " + earned + ".";
    }

    static String missing(Signal signal, BigDecimal points) {
        return label(signal) + " could add " + plain(points) + " points.";
    }

    /** Whole points without decimals. */
    static BigDecimal tidy(BigDecimal points) {
        BigDecimal short_ = points.stripTrailingZeros();
        return short_.scale() < 0 ? short_.setScale(0) : short_;
    }

    private static String plain(BigDecimal points) {
        return tidy(points).toPlainString();
    }

    private static String label(Signal signal) {
        return switch (signal) {
            case EMAIL -> "E-mail address";
            case PHONE -> "Phone number";
            case LINKEDIN_URL -> "LinkedIn profile";
            case PERSONAL_EMAIL -> "Personal e-mail address";
            case TITLE -> "Job title";
            case INDUSTRY -> "Industry";
            case EMPLOYEES -> "Company size";
            case LOCATION -> "Location";
            case DOMAIN_RANK -> "Rank of the website";
            case ORGANIC_TRAFFIC -> "Visitors of the website";
            case TOP10_KEYWORDS -> "Search words in the top ten";
            case NEW_ROLE -> "New in the role";
            case HIRING -> "Company is hiring";
            case FUNDING -> "Recent funding";
            case RISK_BASE -> "No known risk";
            case RISK_BOUNCE -> "Mail came back";
            case RISK_UNSUBSCRIBED -> "Opted out";
            case RISK_COMPETITOR -> "Competitor";
            case RISK_TITLE -> "Title that seldom decides";
            case RISK_DOMAIN_RANK -> "Weak website";
            case RISK_TRAFFIC -> "Website without visitors";
            case RISK_SPAM -> "Website looks like spam";
            case BUYER_BOOST -> "Company bought before";
            case LINKEDIN_BOOST -> "Active on LinkedIn";
            case TECH_BOOST -> "Uses the wanted technology";
            case CAP -> "Cut to 0 to 100";
            case ROUNDING -> "Rounding";
            case GATE_UNSUBSCRIBED -> "Opted out";
            case GATE_BOUNCED -> "Every mail bounced";
            case GATE_INVALID -> "Cannot be reached";
            case GATE_PLATFORM_SUPPRESSION -> "Suppressed everywhere";
            case GATE_CLIENT_SUPPRESSION -> "Suppressed for this client";
            case GATE_COMPETITOR -> "Works for a competitor";
            case GATE_DO_NOT_CONTACT -> "Must not be contacted";
        };
    }
}

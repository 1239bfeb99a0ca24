package io.agencyos.application.conversion.report;

import io.agencyos.domain.shared.Vocabulary;

/** What can be taken out as a file. Source: api 9.9 {@code reports/exports}. */
public enum ReportKind implements Vocabulary {
    SUMMARY,
    CAMPAIGNS,
    DAILY,
    CHANNELS,
    FUNNEL,
    ATTRIBUTION,
    REPLIES,
    DEALS,
    /** What happened with whom: for admins. */
    ACTIVITIES,
    /** Who did what: for admins. */
    AUDIT;

    /** Whether it tells of single persons. */
    public boolean isPersonal() {
        return this == ACTIVITIES || this == AUDIT;
    }
}

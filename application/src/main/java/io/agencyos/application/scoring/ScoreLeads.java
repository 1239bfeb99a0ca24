package io.agencyos.application.scoring;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.Collection;

/**
 * Scores leads with the client's weights and targets in force and stores score, explanation and tier. Works inside the
 * caller's unit of work (worker scope) and never calls a vendor. Source: scoring ALS-16..19.
 */
public interface ScoreLeads {

    /** Why a lead is scored. Source: data model 5.6 {@code lead_score.cause}. */
    enum Cause implements io.agencyos.domain.shared.Vocabulary {
        INITIAL,
        ENRICHED,
        REFRESH,
        REWEIGHT,
        ICP_CHANGED,
        DELIVERABILITY,
        BUYER_SIGNAL,
        DECAY,
        MANUAL
    }

    /** Scores all of them in a few statements; a lead that dies of it leaves its enrolment ({@code als_dead}). */
    void score(ClientId client, Collection<LeadId> leads, Cause cause);
}

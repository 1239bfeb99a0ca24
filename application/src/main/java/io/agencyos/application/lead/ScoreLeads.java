package io.agencyos.application.lead;

import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.Collection;

/**
 * Scores leads with the client's weights and targets in force and stores score, explanation and tier. Works inside the
 * caller's unit of work (worker scope) and never calls a vendor. Source: scoring ALS-16..19.
 */
public interface ScoreLeads {

    /** Scores all of them in a few statements. History gets a row only where the result says something new. */
    void score(ClientId client, Collection<LeadId> leads, ScoreCause cause);
}

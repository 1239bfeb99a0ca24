package io.agencyos.application.lead.store;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Scores leads with the client's weights and targets in force and stores score, explanation and tier. Works inside the
 * caller's unit of work (worker scope) and never calls a vendor. Source: scoring ALS-16..19.
 */
public interface ScoreLeads {

    /** Scores all of them in a few statements. History gets a row only where the result says something new. */
    void score(ClientId client, Collection<LeadId> leads, ScoreCause cause);

    /**
     * Scores leads that are not stored yet, so that they can be written once and whole. Writes nothing by itself.
     *
     * @param clear those that the caller found unsuppressed under everything that is known of them
     */
    default FirstScores scoreNew(ClientId client, Collection<Lead> unsaved, Set<LeadId> clear) {
        List<Lead> unscored = List.copyOf(unsaved);
        return new FirstScores() {
            @Override
            public List<Lead> leads() {
                return unscored;
            }

            @Override
            public void store() {
                score(client, unscored.stream().map(Lead::id).toList(), ScoreCause.INITIAL);
            }
        };
    }

    /** The first scores of new leads. */
    interface FirstScores {

        /** The leads, scored unless that is left to {@link #store}, in the order given; the caller stores them. */
        List<Lead> leads();

        /** Writes what belongs to the scores; once, in the same unit of work, after the leads were stored. */
        void store();
    }
}

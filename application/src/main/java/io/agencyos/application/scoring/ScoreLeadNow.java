package io.agencyos.application.scoring;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.LeadId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Scores one lead at a person's wish, from what is known and without any vendor; members may. Source: api 9.6, ALS-16. */
@PrimaryPort
public interface ScoreLeadNow {

    /** What came of it. */
    sealed interface Outcome {

        /** The score in force, new or the same as before, with its reasons. */
        record Scored(ExplainScore.Explanation explanation) implements Outcome {}

        record RoleRequired() implements Outcome {}

        /** There is no such lead of this client, or it is deleted. */
        record LeadNotFound() implements Outcome {}

        /** The lead ended without a score, and what ended is not scored any more (ALS-17). */
        record NotScorable() implements Outcome {}
    }

    Outcome score(TenantScope scope, LeadId lead);
}

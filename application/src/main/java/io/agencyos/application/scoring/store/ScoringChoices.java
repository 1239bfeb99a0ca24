package io.agencyos.application.scoring.store;

import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What clients set for scoring beside their profile and their weights: the weights of a choice that is read here are
 * null, {@link WeightSets} has them. Needs an open unit of work of the tenant, as worker for writes.
 */
@SecondaryPort
public interface ScoringChoices {

    /** {@code NONE} for a client that never chose. */
    ScoringSetup.Choice choice(ClientId client);

    void save(ClientId client, ScoringSetup.Choice choice);
}

package io.agencyos.application.campaign.store;

import io.agencyos.domain.campaign.sequence.LearnedSequence;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What was learned of a client's sequences, for new ones. Needs an open unit of work of the tenant. Source: CIS 14.1. */
@SecondaryPort
@FunctionalInterface
public interface LearnedSequences {

    /** Of an installation that learns nothing. */
    LearnedSequences NOTHING = client -> LearnedSequence.NONE;

    LearnedSequence of(ClientId client);
}

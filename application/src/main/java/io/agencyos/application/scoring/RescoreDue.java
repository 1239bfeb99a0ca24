package io.agencyos.application.scoring;

import io.agencyos.domain.shared.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Scores what events and time have made due, a batch at a time: the requests first, then leads whose {@code
 * next_rescore_at} has come. Each batch is a unit of its own and may be repeated without harm; a lead that somebody else
 * keeps changing is asked for again a minute later. Source: scoring ALS-16, ALS-17, 6.
 */
@PrimaryPort
public interface RescoreDue {

    /** Does one batch; false when nothing is due. */
    boolean run(ClientId client, int batch);
}

package io.agencyos.application.outreach.engine;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * One stage of the outreach loop for one client: takes what is due, a batch at a time, and does it. Any number of
 * processes may run the same stage at once; running it again does nothing twice. Source: outreach 3.1.
 */
@PrimaryPort
@FunctionalInterface
public interface OutreachStage {

    /**
     * Works off one batch.
     *
     * @param limit at most so many enrolments or touches
     * @return how many were looked at; less than {@code limit} says that nothing more is due now
     */
    int run(ClientId client, int limit);
}

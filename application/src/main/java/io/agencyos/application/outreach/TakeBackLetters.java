package io.agencyos.application.outreach;

import io.agencyos.domain.shared.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes back what is not printed yet and nobody should get any more: somebody answered, opted out, became a customer. Source:
 * vendors/direct-mail 4.
 */
@PrimaryPort
public interface TakeBackLetters {

    /** How many were wanted back now, whatever came of it. */
    int takeBack(ClientId client);
}

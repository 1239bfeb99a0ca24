package io.agencyos.application.conversation;

import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Encrypts what people wrote to us while it stands in the inbox. The place is authenticated with it, so that a payload
 * that was moved to another row is refused. Source: api 10.1 step 5.
 */
@SecondaryPort
public interface PayloadSeal {

    byte[] seal(byte[] plain, String place);

    /** The plain bytes; {@code IllegalStateException} where they were sealed with another secret, or were changed. */
    byte[] open(byte[] sealed, String place);
}

package io.agencyos.application.client.identity.store;

import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Takes letters of the product to the mail server of the installation. */
@SecondaryPort
@FunctionalInterface
public interface AccountPostman {

    /** What became of a letter. */
    enum Outcome {
        TAKEN,
        /** May go later. */
        NOT_NOW,
        /** Will never go. */
        REFUSED
    }

    Outcome post(AccountMail mail);
}

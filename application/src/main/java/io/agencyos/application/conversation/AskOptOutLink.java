package io.agencyos.application.conversation;

import io.agencyos.domain.shared.contact.EmailAddress;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Somebody whose opt-out link is broken names the address that was written to. If any client wrote to it, one letter with
 * a fresh link of each goes there, so that nobody closes the address of somebody else. Where the installation sends no letters
 * the address itself is closed, for everybody. Source: outreach 8.6, api 9.1.
 */
@PrimaryPort
public interface AskOptOutLink {

    /** The same for an address that is known and for any other; again within a day it changes nothing. */
    void ask(EmailAddress address);
}

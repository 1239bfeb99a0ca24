package io.agencyos.application.client.billing;

import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Looks, once an hour, who is held up by us now: by a vendor that is down or that refuses the platform, or by senders that
 * were paid for and are not in stock. What is over within the hour holds nobody up. Source: scoring B11.
 */
@PrimaryPort
public interface NoteHeldUpDays {

    void note();
}

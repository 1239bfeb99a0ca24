package io.agencyos.application.outreach.channel;

import io.agencyos.domain.resource.Mailbox;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Which adapter sends from which mailbox: the configured vendor, or the sandbox for every test client. */
@SecondaryPort
public interface EmailSenders {

    EmailSender of(Mailbox mailbox);
}

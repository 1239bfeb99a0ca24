package io.agencyos.application.resource;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class ResourceUseCases {

    private final MailboxService mailboxes;

    public ResourceUseCases(ResourcePorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        mailboxes = new MailboxService(ports, units, clock, ids);
    }

    public ConnectMailbox connectMailbox() {
        return mailboxes;
    }

    public ListMailboxes listMailboxes() {
        return mailboxes;
    }
}

package io.agencyos.application.resource;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class ResourceUseCases {

    private final MailboxService mailboxes;
    private final RefreshMailboxesService refresh;

    public ResourceUseCases(ResourcePorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        MailboxNews news = new MailboxNews(ports, clock, ids);
        mailboxes = new MailboxService(ports, news, units, clock, ids);
        refresh = new RefreshMailboxesService(ports, news, units);
    }

    public ConnectMailbox connectMailbox() {
        return mailboxes;
    }

    public ListMailboxes listMailboxes() {
        return mailboxes;
    }

    public RefreshMailboxes refreshMailboxes() {
        return refresh;
    }
}

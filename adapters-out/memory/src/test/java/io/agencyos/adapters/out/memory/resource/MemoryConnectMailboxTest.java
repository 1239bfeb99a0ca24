package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.resource.ConnectMailboxContract;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.UnitOfWork;

class MemoryConnectMailboxTest extends ConnectMailboxContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MailboxRepository mailboxes = new MemoryMailboxes(units);
    private final Events events = new MemoryEvents(units);
    private final Audit audit = new MemoryAudit(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected MailboxRepository mailboxes() {
        return mailboxes;
    }

    @Override
    protected Events events() {
        return events;
    }

    @Override
    protected Audit audit() {
        return audit;
    }
}

package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.MailboxRepositoryContract;
import io.agencyos.application.shared.UnitOfWork;

class MemoryMailboxesTest extends MailboxRepositoryContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MailboxRepository mailboxes = new MemoryMailboxes(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected MailboxRepository mailboxes() {
        return mailboxes;
    }
}

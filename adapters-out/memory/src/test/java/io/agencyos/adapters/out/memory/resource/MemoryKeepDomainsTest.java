package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.adapters.out.memory.conversion.MemoryDesk;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.resource.DomainBook;
import io.agencyos.application.resource.KeepDomainsContract;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

class MemoryKeepDomainsTest extends KeepDomainsContract {

    private @Nullable MemorySendingDomains domains;
    private @Nullable MemoryDomainBook book;

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }

    @Override
    protected DomainBook book() {
        MemoryDomainBook made = book;
        if (made == null) {
            OutreachScenario.World on = desk().world();
            made = new MemoryDomainBook(
                    (MemoryUnitOfWork) on.units(),
                    (MemoryMailboxes) on.world().mailboxes(),
                    (MemorySendingDomains) domains(),
                    on.world().clients());
            book = made;
        }
        return made;
    }

    @Override
    protected SendingDomains domains() {
        MemorySendingDomains made = domains;
        if (made == null) {
            OutreachScenario.World on = desk().world();
            MemoryUnitOfWork units = (MemoryUnitOfWork) on.units();
            MemoryMailboxes mailboxes = (MemoryMailboxes) on.world().mailboxes();
            MemorySentLog sentLog = (MemorySentLog) on.stores().sentLog();
            MemoryLeads leads = (MemoryLeads) on.world().leads().leads();
            made = new MemorySendingDomains(
                    units,
                    mailboxes,
                    sentLog,
                    new MemoryTouchOutcomes(
                            units, sentLog, (MemoryTouches) on.stores().touches(), leads, mailboxes));
            domains = made;
        }
        return made;
    }
}

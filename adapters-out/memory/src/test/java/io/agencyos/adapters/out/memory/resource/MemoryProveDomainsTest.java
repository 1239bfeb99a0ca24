package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.conversion.MemoryDesk;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.resource.DomainProofs;
import io.agencyos.application.resource.ProveDomainsContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

class MemoryProveDomainsTest extends ProveDomainsContract {

    private @Nullable MemoryDomainProofs proofs;
    private @Nullable MemoryAlerts alerts;

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }

    private MemoryUnitOfWork units() {
        return (MemoryUnitOfWork) desk().world().units();
    }

    @Override
    protected DomainProofs proofs() {
        MemoryDomainProofs made = proofs;
        if (made == null) {
            made = new MemoryDomainProofs(
                    units(), (MemoryMailboxes) desk().world().world().mailboxes());
            proofs = made;
        }
        return made;
    }

    @Override
    protected Alerts alerts() {
        MemoryAlerts made = alerts;
        if (made == null) {
            made = new MemoryAlerts(units());
            alerts = made;
        }
        return made;
    }
}

package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.conversion.MemoryDesk;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.application.client.StaffClientsContract;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.client.staff.ClientBook;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

class MemoryStaffClientsTest extends StaffClientsContract {

    private @Nullable MemoryUsers users;

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }

    private MemoryClients clients() {
        return (MemoryClients) desk().world().world().clients();
    }

    @Override
    protected Users users() {
        MemoryUsers made = users;
        if (made == null) {
            made = new MemoryUsers((MemoryUnitOfWork) desk().world().units(), clients());
            users = made;
        }
        return made;
    }

    @Override
    protected ClientBook book() {
        return new MemoryClientBook(
                clients(),
                users(),
                desk().world().credits(),
                desk().world().world().campaigns(),
                (MemoryActivities) desk().world().world().activities());
    }
}

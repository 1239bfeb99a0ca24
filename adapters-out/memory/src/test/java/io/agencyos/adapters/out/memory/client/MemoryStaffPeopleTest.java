package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.content.MemorySpendLedger;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.StaffPeopleContract;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.client.staff.PeopleBook;
import io.agencyos.application.client.staff.PlatformRulebook;
import io.agencyos.application.client.staff.SupportSessions;

class MemoryStaffPeopleTest extends StaffPeopleContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final IdentityStores stores = MemoryIdentity.on(units);
    private final SupportSessions supportSessions = new MemorySupportSessions(units);
    private final PlatformRulebook rulebook =
            new MemoryPlatformRulebook(units, (MemoryClients) stores.clients(), new MemorySpendLedger(units));

    @Override
    protected IdentityStores stores() {
        return stores;
    }

    @Override
    protected PeopleBook book() {
        return new MemoryPeopleBook(
                (MemoryUsers) stores.users(), stores.accounts().secondFactors());
    }

    @Override
    protected SupportSessions supportSessions() {
        return supportSessions;
    }

    @Override
    protected PlatformRulebook rulebook() {
        return rulebook;
    }
}

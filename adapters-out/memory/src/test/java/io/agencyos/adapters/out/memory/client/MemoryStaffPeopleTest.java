package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.IdentityStores;
import io.agencyos.application.client.StaffPeopleContract;
import io.agencyos.application.client.staff.PeopleBook;

class MemoryStaffPeopleTest extends StaffPeopleContract {

    private final IdentityStores stores = MemoryIdentity.on(new MemoryUnitOfWork());

    @Override
    protected IdentityStores stores() {
        return stores;
    }

    @Override
    protected PeopleBook book() {
        return new MemoryPeopleBook(
                (MemoryUsers) stores.users(), stores.accounts().secondFactors());
    }
}

package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.client.identity.OutsideSignInContract;
import io.agencyos.application.client.identity.store.OutsideIdentities;
import io.agencyos.application.client.staff.PeopleBook;

class MemoryOutsideSignInTest extends OutsideSignInContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final IdentityStores stores = MemoryIdentity.on(units);
    private final OutsideIdentities identities = new MemoryOutsideIdentities(units);

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
    protected OutsideIdentities identities() {
        return identities;
    }
}

package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.AccountContract;
import io.agencyos.application.client.identity.IdentityStores;

class MemoryAccountTest extends AccountContract {

    private final IdentityStores stores = MemoryIdentity.on(new MemoryUnitOfWork());

    @Override
    protected IdentityStores stores() {
        return stores;
    }
}

package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.client.identity.SignInContract;

class MemorySignInTest extends SignInContract {

    private final IdentityStores stores = MemoryIdentity.on(new MemoryUnitOfWork());

    @Override
    protected IdentityStores stores() {
        return stores;
    }
}

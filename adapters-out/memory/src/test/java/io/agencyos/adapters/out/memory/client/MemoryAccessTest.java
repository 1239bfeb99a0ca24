package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.access.AccessContract;
import io.agencyos.application.client.access.ApiKeys;
import io.agencyos.application.client.identity.IdentityStores;

class MemoryAccessTest extends AccessContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final IdentityStores stores = MemoryIdentity.on(units);
    private final ApiKeys keys = new MemoryApiKeys(units);

    @Override
    protected IdentityStores stores() {
        return stores;
    }

    @Override
    protected ApiKeys keys() {
        return keys;
    }
}

package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryInstallationMark;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.client.identity.UsersContract;
import io.agencyos.application.client.identity.store.Profiles;
import io.agencyos.application.client.identity.store.SigningKeys;
import io.agencyos.application.client.identity.store.Waitlist;
import io.agencyos.application.platform.secret.InstallationMark;

class MemoryUsersTest extends UsersContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final IdentityStores stores = MemoryIdentity.on(units);
    private final SigningKeys signingKeys = new MemorySigningKeys(units);
    private final InstallationMark installationMark = new MemoryInstallationMark(units);
    private final Waitlist waitlist = new MemoryWaitlist(units);

    @Override
    protected IdentityStores stores() {
        return stores;
    }

    @Override
    protected SigningKeys signingKeys() {
        return signingKeys;
    }

    @Override
    protected InstallationMark installationMark() {
        return installationMark;
    }

    @Override
    protected Profiles profiles() {
        return new MemoryProfiles(units);
    }

    @Override
    protected Waitlist waitlist() {
        return waitlist;
    }
}

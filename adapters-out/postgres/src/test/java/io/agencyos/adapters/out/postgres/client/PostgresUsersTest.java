package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.platform.PostgresInstallationMark;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.client.identity.UsersContract;
import io.agencyos.application.client.identity.store.Profiles;
import io.agencyos.application.client.identity.store.SigningKeys;
import io.agencyos.application.client.identity.store.Waitlist;
import io.agencyos.application.platform.secret.InstallationMark;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUsersTest extends UsersContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected IdentityStores stores() {
        return PostgresIdentity.on(database.unitOfWork());
    }

    @Override
    protected SigningKeys signingKeys() {
        return new PostgresSigningKeys();
    }

    @Override
    protected InstallationMark installationMark() {
        return new PostgresInstallationMark();
    }

    @Override
    protected Profiles profiles() {
        return new PostgresProfiles();
    }

    @Override
    protected Waitlist waitlist() {
        return new PostgresWaitlist();
    }
}

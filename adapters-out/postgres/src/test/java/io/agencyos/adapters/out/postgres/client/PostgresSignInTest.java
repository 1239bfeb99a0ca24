package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.IdentityStores;
import io.agencyos.application.client.SignInContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSignInTest extends SignInContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected IdentityStores stores() {
        return PostgresIdentity.on(database.unitOfWork());
    }
}

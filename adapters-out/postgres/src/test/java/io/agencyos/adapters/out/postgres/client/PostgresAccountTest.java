package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.identity.AccountContract;
import io.agencyos.application.client.identity.IdentityStores;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAccountTest extends AccountContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected IdentityStores stores() {
        return PostgresIdentity.on(database.unitOfWork());
    }
}

package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.access.AccessContract;
import io.agencyos.application.client.access.ApiKeys;
import io.agencyos.application.client.identity.IdentityStores;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAccessTest extends AccessContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected IdentityStores stores() {
        return PostgresIdentity.on(database.unitOfWork());
    }

    @Override
    protected ApiKeys keys() {
        return new PostgresApiKeys();
    }
}

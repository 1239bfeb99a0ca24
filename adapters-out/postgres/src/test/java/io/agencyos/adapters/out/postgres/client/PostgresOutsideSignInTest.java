package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.client.identity.OutsideSignInContract;
import io.agencyos.application.client.identity.store.OutsideIdentities;
import io.agencyos.application.client.staff.PeopleBook;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOutsideSignInTest extends OutsideSignInContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected IdentityStores stores() {
        return PostgresIdentity.on(database.unitOfWork());
    }

    @Override
    protected PeopleBook book() {
        return new PostgresPeopleBook();
    }

    @Override
    protected OutsideIdentities identities() {
        return new PostgresOutsideIdentities();
    }
}

package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.StaffPeopleContract;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.client.staff.PeopleBook;
import io.agencyos.application.client.staff.PlatformRulebook;
import io.agencyos.application.client.staff.SupportSessions;
import io.agencyos.application.testing.TestSealer;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStaffPeopleTest extends StaffPeopleContract {

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
    protected SupportSessions supportSessions() {
        return new PostgresSupportSessions();
    }

    @Override
    protected PlatformRulebook rulebook() {
        return new PostgresPlatformRulebook(new TestSealer());
    }
}

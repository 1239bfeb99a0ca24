package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Defects;
import io.agencyos.application.platform.DefectsContract;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDefectsTest extends DefectsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Defects defects() {
        return new PostgresDefects();
    }

    @Override
    protected Audit audit() {
        return new PostgresAudit();
    }
}

package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.conversion.learning.store.PlatformFindingsContract;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPlatformFindingsTest extends PlatformFindingsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected PlatformFindings findings() {
        return new PostgresPlatformFindings(UUID::randomUUID);
    }
}

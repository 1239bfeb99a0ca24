package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.IdempotentRequests;
import io.agencyos.application.platform.IdempotentRequestsContract;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresIdempotentRequestsTest extends IdempotentRequestsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected IdempotentRequests requests() {
        return new PostgresIdempotentRequests();
    }
}

package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.SharedBuckets;
import io.agencyos.application.platform.SharedBucketsContract;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSharedBucketsTest extends SharedBucketsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected SharedBuckets buckets() {
        return new PostgresSharedBuckets();
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }
}

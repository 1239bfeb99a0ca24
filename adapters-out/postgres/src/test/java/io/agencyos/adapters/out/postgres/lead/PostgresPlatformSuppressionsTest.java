package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.lead.store.PlatformSuppressions;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.suppression.PlatformSuppressionsContract;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.UnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPlatformSuppressionsTest extends PlatformSuppressionsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final PostgresSuppressions suppressions = new PostgresSuppressions("salt of these tests");

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected PlatformSuppressions list() {
        return new PostgresPlatformSuppressions(suppressions);
    }

    @Override
    protected Suppressions suppressions() {
        return suppressions;
    }

    @Override
    protected Audit audit() {
        return new PostgresAudit();
    }
}

package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.platform.usage.VendorUsage;
import io.agencyos.application.platform.usage.VendorUsageContract;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresVendorUsageTest extends VendorUsageContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Clients clients() {
        return new PostgresClients(UUID::randomUUID);
    }

    @Override
    protected Credits credits() {
        return new PostgresCredits(UUID::randomUUID);
    }

    @Override
    protected VendorUsage book() {
        return new PostgresVendorUsage();
    }
}

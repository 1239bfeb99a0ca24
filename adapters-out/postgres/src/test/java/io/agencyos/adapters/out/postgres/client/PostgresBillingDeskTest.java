package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.billing.BillingDeskContract;
import io.agencyos.application.client.billing.BillingStand;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresBillingDeskTest extends BillingDeskContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final BillingStand stand = new PostgresBilling(database);

    @Override
    protected BillingStand stand() {
        return stand;
    }
}

package io.agencyos.adapters.out.memory.client;

import io.agencyos.application.client.billing.BillingPeriodsContract;
import io.agencyos.application.client.billing.BillingStand;

class MemoryBillingPeriodsTest extends BillingPeriodsContract {

    private final BillingStand stand = new MemoryBilling();

    @Override
    protected BillingStand stand() {
        return stand;
    }
}

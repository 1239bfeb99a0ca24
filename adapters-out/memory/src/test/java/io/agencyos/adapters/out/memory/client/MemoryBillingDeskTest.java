package io.agencyos.adapters.out.memory.client;

import io.agencyos.application.client.billing.BillingDeskContract;
import io.agencyos.application.client.billing.BillingStand;

class MemoryBillingDeskTest extends BillingDeskContract {

    private final BillingStand stand = new MemoryBilling();

    @Override
    protected BillingStand stand() {
        return stand;
    }
}

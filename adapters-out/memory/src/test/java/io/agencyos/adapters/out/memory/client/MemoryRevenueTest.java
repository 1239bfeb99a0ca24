package io.agencyos.adapters.out.memory.client;

import io.agencyos.application.client.billing.BillingStand;
import io.agencyos.application.client.billing.RevenueContract;

class MemoryRevenueTest extends RevenueContract {

    private final BillingStand stand = new MemoryBilling();

    @Override
    protected BillingStand stand() {
        return stand;
    }
}

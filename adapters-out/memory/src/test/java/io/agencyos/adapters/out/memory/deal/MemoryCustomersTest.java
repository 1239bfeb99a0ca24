package io.agencyos.adapters.out.memory.deal;

import io.agencyos.adapters.out.memory.allocation.MemoryServedCompanies;
import io.agencyos.adapters.out.memory.conversion.MemoryDesk;
import io.agencyos.application.allocation.store.ServedCompanies;
import io.agencyos.application.deal.CustomersContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryCustomersTest extends CustomersContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }

    @Override
    protected ServedCompanies served() {
        return new MemoryServedCompanies((MemoryCustomers) desk().dealPorts().customers());
    }
}

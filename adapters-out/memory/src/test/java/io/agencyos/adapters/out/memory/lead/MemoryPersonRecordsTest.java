package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.PersonRecordsContract;
import io.agencyos.application.lead.privacy.PersonRecords;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.UnitOfWork;

class MemoryPersonRecordsTest extends PersonRecordsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryLeads leads = new MemoryLeads(units);

    @Override
    protected PersonRecords records() {
        return new MemoryPersonRecords(leads);
    }

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Leads leads() {
        return leads;
    }
}

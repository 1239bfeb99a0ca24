package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.enrichment.PhoneProofs;
import io.agencyos.application.lead.enrichment.PhoneProofsContract;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.UnitOfWork;

class MemoryPhoneProofsTest extends PhoneProofsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryLeads leads = new MemoryLeads(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Leads leads() {
        return leads;
    }

    @Override
    protected PhoneProofs proofs() {
        return new MemoryPhoneProofs(leads);
    }
}

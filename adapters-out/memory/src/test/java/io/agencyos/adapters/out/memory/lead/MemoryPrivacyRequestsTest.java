package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.PrivacyRequestsContract;
import io.agencyos.application.lead.privacy.PrivacyRequests;
import io.agencyos.application.shared.UnitOfWork;

class MemoryPrivacyRequestsTest extends PrivacyRequestsContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final PrivacyRequests requests = new MemoryPrivacyRequests(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected PrivacyRequests requests() {
        return requests;
    }
}

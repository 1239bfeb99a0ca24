package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.outreach.CallRoutes;
import io.agencyos.adapters.in.rest.outreach.ComplianceRoutes;
import io.agencyos.adapters.in.rest.outreach.LeadConsentRoutes;
import io.agencyos.adapters.out.memory.outreach.MemoryCallArchive;
import io.agencyos.adapters.out.memory.outreach.MemoryCallBook;
import io.agencyos.adapters.out.memory.outreach.MemoryConsentBasis;
import io.agencyos.adapters.out.memory.outreach.MemoryRecordingFiles;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.outreach.outlook.ShowCompliance;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.recording.CallPorts;
import io.agencyos.application.outreach.recording.CallUseCases;
import io.agencyos.application.outreach.suppression.KeepConsentsService;
import java.util.Optional;

/** Calls that were made, on the stores that every test of routes has. */
public final class CallsInMemory {

    public final CallBook calls;
    public final MemoryCallArchive archive;
    public final MemoryRecordingFiles files;
    public final CallUseCases useCases;

    public CallsInMemory(MemoryWorld on) {
        calls = new MemoryCallBook(on.units, new MemoryTouches(on.units, on.leads));
        archive = new MemoryCallArchive(on.units, calls);
        files = new MemoryRecordingFiles(on.units, calls, archive);
        useCases = new CallUseCases(
                new CallPorts(
                        calls,
                        archive,
                        files,
                        vendor -> Optional.empty(),
                        on.leads,
                        new MemoryAlerts(on.units),
                        on.audit),
                on.units,
                on.clock,
                on.ids);
    }

    static CallRoutes routes(MemoryWorld on) {
        return new CallRoutes(new CallsInMemory(on).useCases.keep());
    }

    static LeadConsentRoutes consents(MemoryWorld on, MemoryConsentBasis basis) {
        return new LeadConsentRoutes(new KeepConsentsService(basis, on.leads, on.audit, on.units, on.clock, on.ids));
    }

    static ComplianceRoutes compliance(MemoryWorld on, MemoryConsentBasis basis) {
        return new ComplianceRoutes(ShowCompliance.over(
                new ShowCompliance.Sources(
                        on.leads,
                        basis,
                        on.suppressions,
                        new MemoryTouches(on.units, on.leads),
                        new WashesInMemory(on).washes),
                on.units,
                on.clock));
    }
}

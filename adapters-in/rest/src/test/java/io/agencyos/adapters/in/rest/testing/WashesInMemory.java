package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.outreach.WashRoutes;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.outreach.MemoryPhoneWashes;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.application.outreach.wash.PlainWashFiles;
import io.agencyos.application.outreach.wash.WashPorts;
import io.agencyos.application.outreach.wash.WashUseCases;

/** Washes on the unit of work that every test of routes has; nobody is enrolled here. */
public final class WashesInMemory {

    public final PhoneWashes washes;
    public final WashUseCases useCases;

    public WashesInMemory(MemoryWorld on) {
        washes = new MemoryPhoneWashes(
                on.units,
                new MemoryEnrolments(on.units, on.campaigns, on.leads, new MemoryTouches(on.units, on.leads)),
                on.campaigns,
                on.leads);
        useCases = new WashUseCases(
                new WashPorts(washes, new PlainWashFiles(), new MemoryAlerts(on.units), on.audit, on.clock),
                on.units,
                on.ids);
    }

    static WashRoutes routes(MemoryWorld on) {
        return new WashRoutes(new WashesInMemory(on).useCases.desk());
    }
}

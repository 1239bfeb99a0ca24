package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.outreach.WashRoutes;
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
        washes = on.washes;
        useCases = new WashUseCases(
                new WashPorts(washes, new PlainWashFiles(), new MemoryAlerts(on.units), on.audit, on.clock),
                on.units,
                on.ids);
    }

    static WashRoutes routes(MemoryWorld on) {
        return new WashRoutes(new WashesInMemory(on).useCases.desk());
    }
}

package io.agencyos.application.outreach.wash;

import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of washing numbers, wired by hand; bootstrap and tests hand in the ports. */
public final class WashUseCases {

    private final WashDesk desk;
    private final PlanWashes plan;

    public WashUseCases(WashPorts ports, UnitOfWork units, IdSource ids) {
        desk = new WashDeskService(ports, units, ids);
        plan = new PlanWashesService(ports, units);
    }

    public WashDesk desk() {
        return desk;
    }

    public PlanWashes plan() {
        return plan;
    }
}

package io.agencyos.application.allocation.keeping;

import io.agencyos.application.allocation.AllocationWorld;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** What the use cases that end holds work with; they are made from it. */
public record PoolKeeping(
        AllocationPorts ports,
        AllocationWorld world,
        Enrolments enrolments,
        StopOutreach outreach,
        UnitOfWork units,
        ClockPort clock,
        IdSource ids) {

    public SettleAssignments settleAssignments() {
        return new SettleAssignmentsService(this);
    }

    public ReleaseClient releaseClient() {
        return new ReleaseClientService(this);
    }

    /** Staff moves people by hand. */
    public MovePeople movePeople() {
        return new MovePeopleService(this);
    }

    public VetoLead vetoLead() {
        return new VetoLeadService(this);
    }

    public WakeRested wakeRested() {
        return () -> {
            int woken = 0;
            int batch;
            do {
                batch = units.onPlatform(() -> ports.held().wake(clock.now(), HeldBatch.SIZE));
                woken += batch;
            } while (batch == HeldBatch.SIZE);
            return woken;
        };
    }
}

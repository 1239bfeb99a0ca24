package io.agencyos.application.allocation;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class AllocationUseCases {

    private final AssignPoolLeads assignPoolLeads;
    private final AssignLeads assignLeads;
    private final ReleaseLeads releaseLeads;
    private final SummarisePool summarisePool;

    public AllocationUseCases(
            AllocationPorts ports, AllocationWorld world, UnitOfWork units, ClockPort clock, IdSource ids) {
        assignPoolLeads = new AssignPoolLeadsService(ports, world, units, clock, ids);
        assignLeads = new AssignLeadsService(ports, world, units, clock, ids);
        releaseLeads = new ReleaseLeadsService(world, clock, ids);
        summarisePool = new SummarisePoolService(ports.holdings(), units);
    }

    public AssignPoolLeads assignPoolLeads() {
        return assignPoolLeads;
    }

    public AssignLeads assignLeads() {
        return assignLeads;
    }

    public ReleaseLeads releaseLeads() {
        return releaseLeads;
    }

    public SummarisePool summarisePool() {
        return summarisePool;
    }
}

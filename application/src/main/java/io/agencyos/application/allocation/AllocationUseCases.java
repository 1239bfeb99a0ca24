package io.agencyos.application.allocation;

import io.agencyos.application.allocation.sourcing.SourcingPlan;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class AllocationUseCases {

    private final AssignPoolLeads assignPoolLeads;
    private final AssignLeads assignLeads;
    private final AssignNamedLeads assignNamedLeads;
    private final ReleaseLeads releaseLeads;
    private final SummarisePool summarisePool;
    private final PreviewAssignment previewAssignment;
    private final AssignTogether assignTogether;
    private final TopUpCampaigns topUpCampaigns;
    private final PlanReplenishment planReplenishment;
    private final LeadReturns leadReturns;
    private final SourcingPlan sourcingPlan;

    public AllocationUseCases(
            AllocationPorts ports, AllocationWorld world, UnitOfWork units, ClockPort clock, IdSource ids) {
        AssignPoolLeadsService pool = new AssignPoolLeadsService(ports, world, units, clock, ids);
        assignPoolLeads = pool;
        previewAssignment = new PreviewAssignmentService(pool, world, units);
        assignTogether = new AssignTogetherService(pool);
        topUpCampaigns = new TopUpCampaignsService(ports, world, assignTogether, units, clock, ids);
        planReplenishment = new PlanReplenishmentService(ports, world, units);
        sourcingPlan = new SourcingPlanService(ports, world, pool, units, clock);
        AssignLeadsService own = new AssignLeadsService(ports, world, units, clock, ids);
        assignLeads = own;
        assignNamedLeads = own;
        leadReturns = new LeadReturns(ports, world, units, clock, ids);
        releaseLeads = new ReleaseLeadsService(world, clock, ids);
        summarisePool = new SummarisePoolService(ports.holdings(), units);
    }

    public AssignPoolLeads assignPoolLeads() {
        return assignPoolLeads;
    }

    public AssignLeads assignLeads() {
        return assignLeads;
    }

    public AssignNamedLeads assignNamedLeads() {
        return assignNamedLeads;
    }

    public ReleaseLeads releaseLeads() {
        return releaseLeads;
    }

    public SummarisePool summarisePool() {
        return summarisePool;
    }

    public PreviewAssignment previewAssignment() {
        return previewAssignment;
    }

    public AssignTogether assignTogether() {
        return assignTogether;
    }

    public TopUpCampaigns topUpCampaigns() {
        return topUpCampaigns;
    }

    public PlanReplenishment planReplenishment() {
        return planReplenishment;
    }

    public SourcingPlan sourcingPlan() {
        return sourcingPlan;
    }

    public ArchiveLead archiveLead() {
        return leadReturns;
    }

    public ReengageLead reengageLead() {
        return leadReturns;
    }
}

package io.agencyos.application.allocation.store;

import io.agencyos.application.resource.SendingChannels;

/** The stores of this context, handed to its use cases together. */
public record AllocationPorts(
        PoolCandidates candidates,
        AssignmentRuns runs,
        SendingChannels channels,
        UnassignedLeads unassigned,
        PoolHoldings holdings,
        HeldPeople held,
        LeadVetoes vetoes) {}

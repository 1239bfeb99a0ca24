package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.deal.MemoryMeetingOutcomes;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemorySuppressions;
import io.agencyos.adapters.out.memory.outreach.MemoryHolidays;
import io.agencyos.adapters.out.memory.outreach.MemoryOutreach;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.platform.MemoryVendorUsage;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.scoring.MemoryBacktests;
import io.agencyos.adapters.out.memory.scoring.MemoryBuyerSignals;
import io.agencyos.adapters.out.memory.scoring.MemoryFrozenScores;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.adapters.out.memory.scoring.MemoryRescoreQueue;
import io.agencyos.adapters.out.memory.scoring.MemoryRescoreRequests;
import io.agencyos.adapters.out.memory.scoring.MemoryScoringChoices;
import io.agencyos.adapters.out.memory.scoring.MemoryWeightSets;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.resource.SendingChannels;
import io.agencyos.application.scoring.store.ScoringPorts;
import io.agencyos.domain.outreach.calendar.Holidays;
import java.util.List;

/** The stores of allocation on one unit of work. */
public final class MemoryAllocation {

    private MemoryAllocation() {}

    public static AllocationScenario.Stores stores() {
        MemoryOutreach outreach = new MemoryOutreach();
        var units = outreach.units;
        MemoryPoolPeople people = new MemoryPoolPeople(units);
        MemoryActivities activities = new MemoryActivities(units);
        MemoryMailboxes mailboxes = new MemoryMailboxes(units);
        var enrolments = outreach.stores.enrolments();
        MemoryLeadScores scores = new MemoryLeadScores(units);
        MemoryMeetingOutcomes outcomes = new MemoryMeetingOutcomes(units);
        return new AllocationScenario.Stores(
                outcomes,
                units,
                outreach.credits,
                outreach.stores,
                new OutreachWorld(
                                outreach.clients,
                                outreach.campaigns,
                                new LeadPorts(
                                        outreach.leads,
                                        people,
                                        new MemorySuppressions(units),
                                        new MemoryLeadImports(units)),
                                mailboxes,
                                new MemoryHolidays(new Holidays(List.of())),
                                activities,
                                new MemoryEvents(units),
                                new MemoryTasks(units))
                        .metered(new VendorMeter(new MemoryVendorUsage(units))),
                new ScoringPorts(
                        scores,
                        new MemoryWeightSets(units),
                        new MemoryRescoreQueue(outreach.leads, enrolments),
                        new MemoryRescoreRequests(units),
                        new MemoryScoringChoices(units),
                        new MemoryBacktests(units),
                        new MemoryFrozenScores(scores, outreach.sentLog, outcomes),
                        new MemoryBuyerSignals(units)),
                new AllocationPorts(
                        new MemoryPoolCandidates(people, outreach.leads, enrolments),
                        new MemoryAssignmentRuns(units),
                        SendingChannels.ofMailboxes(mailboxes),
                        new MemoryUnassignedLeads(outreach.leads, enrolments),
                        new MemoryPoolHoldings(people, outreach.leads, activities),
                        new MemoryHeldPeople(people),
                        new MemoryLeadVetoes(units)),
                new MemoryAudit(units));
    }
}

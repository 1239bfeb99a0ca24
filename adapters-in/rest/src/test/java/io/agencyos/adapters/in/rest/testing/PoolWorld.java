package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.out.memory.allocation.MemoryAssignmentRuns;
import io.agencyos.adapters.out.memory.allocation.MemoryHeldPeople;
import io.agencyos.adapters.out.memory.allocation.MemoryLeadVetoes;
import io.agencyos.adapters.out.memory.allocation.MemoryPoolCandidates;
import io.agencyos.adapters.out.memory.allocation.MemoryPoolHoldings;
import io.agencyos.adapters.out.memory.allocation.MemoryUnassignedLeads;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.deal.MemoryMeetingOutcomes;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.outreach.MemoryApprovals;
import io.agencyos.adapters.out.memory.outreach.MemoryCallLog;
import io.agencyos.adapters.out.memory.outreach.MemoryConsentBasis;
import io.agencyos.adapters.out.memory.outreach.MemoryGateLog;
import io.agencyos.adapters.out.memory.outreach.MemoryHolidays;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
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
import io.agencyos.application.allocation.flow.LeadSourcing;
import io.agencyos.application.allocation.flow.PoolAssignment;
import io.agencyos.application.allocation.sourcing.PoolPopulation;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.resource.SendingChannels;
import io.agencyos.application.scoring.store.ScoringPorts;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.outreach.calendar.Holidays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A pool and the stores around it on the stores of a world whose clock stands still. */
public final class PoolWorld {

    private PoolWorld() {}

    /** The flows that find leads, for clients without a data vendor. */
    public static List<Flow<?>> flows(AllocationScenario pool) {
        return List.of(
                LeadSourcing.flow(),
                PoolAssignment.flow(
                        pool.allocation().assignPoolLeads(),
                        pool.allocation().topUpCampaigns(),
                        pool.on().world().campaigns(),
                        pool.on().outreach().enrolments(),
                        pool.on().units()),
                PoolPopulation.flow(
                        client -> Optional.empty(),
                        pool.stockPool(),
                        pool.allocation().sourcingPlan(),
                        alert -> {
                            throw new AssertionError(alert);
                        },
                        pool.on().units()));
    }

    public static AllocationScenario on(MemoryWorld world) {
        var units = world.units;
        MemoryLeads leads = world.leads;
        MemoryPoolPeople people = world.people;
        MemoryActivities activities = new MemoryActivities(units);
        MemoryMailboxes mailboxes = new MemoryMailboxes(units);
        MemoryTouches touches = new MemoryTouches(units, leads);
        MemoryEnrolments enrolments = new MemoryEnrolments(units, world.campaigns, leads, touches);
        MemorySentLog sent = new MemorySentLog(units, world.ids);
        MemoryLeadScores scores = world.scores;
        MemoryMeetingOutcomes outcomes = new MemoryMeetingOutcomes(units);
        return new AllocationScenario(
                new AllocationScenario.Stores(
                        outcomes,
                        units,
                        world.credits,
                        new OutreachStores(
                                enrolments,
                                touches,
                                new MemoryQuotas(units),
                                new MemoryApprovals(units),
                                new MemoryGateLog(units),
                                new MemoryCallLog(units),
                                sent,
                                new MemoryConsentBasis(units)),
                        new OutreachWorld(
                                world.clients,
                                world.campaigns,
                                new LeadPorts(leads, people, world.suppressions, world.imports),
                                mailboxes,
                                new MemoryHolidays(new Holidays(List.of())),
                                activities,
                                world.events,
                                new MemoryTasks(units)),
                        new ScoringPorts(
                                scores,
                                new MemoryWeightSets(units),
                                new MemoryRescoreQueue(leads, enrolments),
                                new MemoryRescoreRequests(units),
                                new MemoryScoringChoices(units),
                                new MemoryBacktests(units),
                                new MemoryFrozenScores(scores, sent, outcomes),
                                new MemoryBuyerSignals(units)),
                        new AllocationPorts(
                                new MemoryPoolCandidates(people, leads, enrolments),
                                new MemoryAssignmentRuns(units),
                                SendingChannels.ofMailboxes(mailboxes),
                                new MemoryUnassignedLeads(leads, enrolments),
                                new MemoryPoolHoldings(people, leads, activities),
                                new MemoryHeldPeople(people),
                                new MemoryLeadVetoes(units)),
                        world.audit),
                new AtomicReference<>(Leadbook.MONDAY));
    }
}

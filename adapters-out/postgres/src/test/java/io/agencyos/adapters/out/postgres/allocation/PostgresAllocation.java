package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.campaign.PostgresEnrolments;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.deal.PostgresMeetingOutcomes;
import io.agencyos.adapters.out.postgres.lead.PostgresActivities;
import io.agencyos.adapters.out.postgres.lead.PostgresLeadImports;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.lead.PostgresPoolPeople;
import io.agencyos.adapters.out.postgres.lead.PostgresSuppressions;
import io.agencyos.adapters.out.postgres.outreach.PostgresApprovals;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresConsentBasis;
import io.agencyos.adapters.out.postgres.outreach.PostgresGateLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresHolidayCalendar;
import io.agencyos.adapters.out.postgres.outreach.PostgresQuotas;
import io.agencyos.adapters.out.postgres.outreach.PostgresSentLog;
import io.agencyos.adapters.out.postgres.outreach.PostgresTouches;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.platform.PostgresTasks;
import io.agencyos.adapters.out.postgres.platform.PostgresVendorUsage;
import io.agencyos.adapters.out.postgres.resource.PostgresMailboxes;
import io.agencyos.adapters.out.postgres.scoring.PostgresBacktests;
import io.agencyos.adapters.out.postgres.scoring.PostgresBuyerSignals;
import io.agencyos.adapters.out.postgres.scoring.PostgresFrozenScores;
import io.agencyos.adapters.out.postgres.scoring.PostgresLeadScores;
import io.agencyos.adapters.out.postgres.scoring.PostgresRescoreQueue;
import io.agencyos.adapters.out.postgres.scoring.PostgresRescoreRequests;
import io.agencyos.adapters.out.postgres.scoring.PostgresScoringChoices;
import io.agencyos.adapters.out.postgres.scoring.PostgresWeightSets;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.resource.SendingChannels;
import io.agencyos.application.scoring.store.ScoringPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestChance;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The stores of allocation on one database. */
public final class PostgresAllocation {

    private PostgresAllocation() {}

    public static AllocationScenario.Stores stores(UnitOfWork units, AtomicReference<Instant> now) {
        ClockPort clock = now::get;
        IdSource ids = new TimeOrderedIds(clock, new TestChance(now.hashCode()));
        PostgresLeads leads = new PostgresLeads();
        PostgresPoolPeople people = new PostgresPoolPeople(clock, ids);
        return new AllocationScenario.Stores(
                new PostgresMeetingOutcomes(),
                units,
                new PostgresCredits(ids),
                new OutreachStores(
                        new PostgresEnrolments(),
                        new PostgresTouches(),
                        new PostgresQuotas(),
                        new PostgresApprovals(),
                        new PostgresGateLog(),
                        new PostgresCallLog(),
                        new PostgresSentLog(ids),
                        new PostgresConsentBasis()),
                new OutreachWorld(
                                new PostgresClients(ids),
                                new PostgresCampaigns(ids),
                                new LeadPorts(
                                        leads, people, new PostgresSuppressions("salt"), new PostgresLeadImports()),
                                new PostgresMailboxes(ids),
                                new PostgresHolidayCalendar(units),
                                new PostgresActivities(clock),
                                new PostgresEvents(),
                                new PostgresTasks())
                        .metered(new VendorMeter(new PostgresVendorUsage())),
                new ScoringPorts(
                        new PostgresLeadScores(),
                        new PostgresWeightSets(ids),
                        new PostgresRescoreQueue(),
                        new PostgresRescoreRequests(),
                        new PostgresScoringChoices(),
                        new PostgresBacktests(),
                        new PostgresFrozenScores(),
                        new PostgresBuyerSignals()),
                new AllocationPorts(
                        new PostgresPoolCandidates(people),
                        new PostgresAssignmentRuns(),
                        SendingChannels.ofMailboxes(new PostgresMailboxes(UUID::randomUUID)),
                        new PostgresUnassignedLeads(leads),
                        new PostgresPoolHoldings(),
                        new PostgresHeldPeople(people),
                        new PostgresLeadVetoes()),
                new PostgresAudit());
    }
}

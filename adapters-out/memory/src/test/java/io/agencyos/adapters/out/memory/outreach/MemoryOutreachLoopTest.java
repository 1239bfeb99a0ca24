package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemorySuppressions;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.scoring.MemoryBuyerSignals;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.adapters.out.memory.scoring.MemoryScoringChoices;
import io.agencyos.adapters.out.memory.scoring.MemoryWeightSets;
import io.agencyos.application.lead.LeadPorts;
import io.agencyos.application.outreach.DueWork;
import io.agencyos.application.outreach.EmailCommand;
import io.agencyos.application.outreach.OutreachLoopContract;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.OutreachStores;
import io.agencyos.application.outreach.OutreachWorld;
import io.agencyos.domain.outreach.Holidays;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

class MemoryOutreachLoopTest extends OutreachLoopContract {

    private FakeEmailSender sender = new FakeEmailSender(() -> Instant.EPOCH);

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        sender = new FakeEmailSender(time::get);
        MemoryUnitOfWork units = new MemoryUnitOfWork();
        MemoryLeads leads = new MemoryLeads(units);
        MemoryCampaigns campaigns = new MemoryCampaigns(units);
        MemoryTouches touches = new MemoryTouches(units, leads);
        MemoryConsentBasis consents = new MemoryConsentBasis(units);
        return new OutreachScenario.World(
                units,
                new OutreachStores(
                        new MemoryEnrolments(units, campaigns, leads, touches),
                        touches,
                        new MemoryQuotas(units),
                        new MemoryApprovals(units),
                        new MemoryGateLog(units),
                        new MemoryCallLog(units),
                        new MemorySentLog(units, UUID::randomUUID),
                        consents),
                new OutreachWorld(
                        new MemoryClients(units),
                        campaigns,
                        new LeadPorts(
                                leads,
                                new MemoryPoolPeople(units),
                                new MemorySuppressions(units),
                                new MemoryLeadImports(units)),
                        new MemoryMailboxes(units),
                        new MemoryHolidays(new Holidays(List.of())),
                        new MemoryActivities(units),
                        new MemoryEvents(units),
                        new MemoryTasks(units)),
                new MemoryCredits(units, UUID::randomUUID),
                new OutreachScenario.Scoring(
                        new MemoryLeadScores(units),
                        new MemoryWeightSets(units),
                        new MemoryScoringChoices(units),
                        new MemoryBuyerSignals(units)),
                sender,
                new MemoryUnsubscribeLinks(URI.create("https://agency.example/u/")),
                campaign -> units.inTenant(
                        io.agencyos.application.shared.TenantScope.worker(campaign.clientId()),
                        () -> consents.declare(campaign.clientId(), campaign.id())));
    }

    @Override
    protected void failNext(Fault... faults) {
        sender.failNext(Arrays.stream(faults)
                .map(fault -> switch (fault) {
                    case REQUEST_LOST -> FakeEmailSender.Fault.DROP_BEFORE_ACCEPT;
                    case ANSWER_LOST -> FakeEmailSender.Fault.DROP_AFTER_ACCEPT;
                    case UNREACHABLE -> FakeEmailSender.Fault.UNREACHABLE;
                    case RATE_LIMITED -> FakeEmailSender.Fault.RATE_LIMITED;
                    case UNAUTHORIZED -> FakeEmailSender.Fault.UNAUTHORIZED;
                    case RECIPIENT_REFUSED -> FakeEmailSender.Fault.REJECT_RECIPIENT;
                    case LOOKUP_DOWN -> FakeEmailSender.Fault.LOOKUP_DOWN;
                })
                .toArray(FakeEmailSender.Fault[]::new));
    }

    @Override
    protected DueWork dueWork(OutreachScenario.World world) {
        return new MemoryDueWork(
                world.world().clients(),
                world.stores().enrolments(),
                world.stores().touches(),
                world.stores().approvals());
    }

    @Override
    protected void meanwhile(Runnable work) {
        sender.stallNext(work);
    }

    @Override
    protected List<EmailCommand> delivered() {
        return sender.deliveries().stream().map(FakeEmailSender.Delivery::email).toList();
    }
}

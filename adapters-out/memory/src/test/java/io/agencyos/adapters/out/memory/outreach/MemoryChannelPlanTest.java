package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeadImports;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemorySuppressions;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.scoring.MemoryBuyerSignals;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.adapters.out.memory.scoring.MemoryScoringChoices;
import io.agencyos.adapters.out.memory.scoring.MemoryWeightSets;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.ChannelPlanContract;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.calendar.Holidays;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class MemoryChannelPlanTest extends ChannelPlanContract {

    private final MemoryOutreach on = new MemoryOutreach();
    private final MemoryChannelPlans plans = new MemoryChannelPlans(on.units, on.stores.enrolments());

    @Override
    protected ChannelPlans plans() {
        return plans;
    }

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        return new OutreachScenario.World(
                on.units,
                on.stores,
                new OutreachWorld(
                        on.clients,
                        on.campaigns,
                        new LeadPorts(
                                on.leads,
                                new MemoryPoolPeople(on.units),
                                new MemorySuppressions(on.units),
                                new MemoryLeadImports(on.units)),
                        new MemoryMailboxes(on.units),
                        new MemoryHolidays(new Holidays(List.of())),
                        new MemoryActivities(on.units),
                        new MemoryEvents(on.units),
                        new MemoryTasks(on.units)),
                on.credits,
                new OutreachScenario.Scoring(
                        new MemoryLeadScores(on.units),
                        new MemoryWeightSets(on.units),
                        new MemoryScoringChoices(on.units),
                        new MemoryBuyerSignals(on.units)),
                new FakeEmailSender(time::get),
                new MemoryUnsubscribeLinks(URI.create("https://agency.example/u/")),
                campaign -> on.units.inTenant(
                        TenantScope.worker(campaign.clientId()),
                        () -> on.consents.declare(campaign.clientId(), campaign.id())));
    }
}

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
import io.agencyos.adapters.out.memory.platform.MemoryEmergencyStops;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.platform.MemoryVendorUsage;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.scoring.MemoryBuyerSignals;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.adapters.out.memory.scoring.MemoryScoringChoices;
import io.agencyos.adapters.out.memory.scoring.MemoryWeightSets;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.TextBook;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.shared.contact.Country;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole send protocol in memory. */
final class MemoryLoopWorld {

    /** Nobody is called while the table of holidays ends within a month. */
    private static final Holidays HOLIDAYS = new Holidays(List.of(
            new Holidays.Day(Country.AUSTRALIA, "VIC", LocalDate.of(2026, 3, 9), "Labour Day"),
            new Holidays.Day(Country.AUSTRALIA, null, LocalDate.of(2026, 4, 3), "Good Friday"),
            new Holidays.Day(Country.AUSTRALIA, null, LocalDate.of(2026, 4, 6), "Easter Monday"),
            new Holidays.Day(Country.AUSTRALIA, null, LocalDate.of(2026, 12, 25), "Christmas Day")));

    private MemoryLoopWorld() {}

    /** @param texts what texts leave by, null where none do */
    static OutreachScenario.World of(FakeEmailSender sender, @Nullable TextBook texts) {
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
                                new MemoryHolidays(HOLIDAYS),
                                new MemoryActivities(units),
                                new MemoryEvents(units),
                                new MemoryTasks(units))
                        .stoppedBy(new MemoryEmergencyStops(units))
                        .metered(new VendorMeter(new MemoryVendorUsage(units))),
                new MemoryCredits(units, UUID::randomUUID),
                new OutreachScenario.Scoring(
                        new MemoryLeadScores(units),
                        new MemoryWeightSets(units),
                        new MemoryScoringChoices(units),
                        new MemoryBuyerSignals(units)),
                sender,
                new MemoryUnsubscribeLinks(URI.create("https://agency.example/u/")),
                campaign -> units.inTenant(
                        TenantScope.worker(campaign.clientId()),
                        () -> consents.declare(campaign.clientId(), campaign.id())),
                texts,
                (lead, channel) -> units.inTenant(
                        TenantScope.worker(lead.clientId()),
                        () -> consents.record(lead.clientId(), lead.id(), channel, null)),
                null,
                null);
    }
}

package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.allocation.PoolRoutes;
import io.agencyos.adapters.in.rest.client.PlatformSettingsRoutes;
import io.agencyos.adapters.in.rest.client.RevenueRoutes;
import io.agencyos.adapters.in.rest.client.StaffClientRoutes;
import io.agencyos.adapters.in.rest.client.StaffUserRoutes;
import io.agencyos.adapters.in.rest.client.SupportSessionRoutes;
import io.agencyos.adapters.in.rest.conversion.ComplianceRoutes;
import io.agencyos.adapters.in.rest.conversion.EverywhereRoutes;
import io.agencyos.adapters.in.rest.conversion.OverviewRoutes;
import io.agencyos.adapters.in.rest.outreach.PlatformSuppressionRoutes;
import io.agencyos.adapters.in.rest.outreach.RecordingRoutes;
import io.agencyos.adapters.in.rest.platform.AlertRoutes;
import io.agencyos.adapters.in.rest.platform.CostRoutes;
import io.agencyos.adapters.in.rest.platform.IntegrationHealthRoutes;
import io.agencyos.adapters.in.rest.resource.EmailHealthRoutes;
import io.agencyos.adapters.out.memory.allocation.MemoryPoolBook;
import io.agencyos.adapters.out.memory.client.MemoryClientBook;
import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.adapters.out.memory.conversion.MemoryEverywhere;
import io.agencyos.adapters.out.memory.platform.MemoryPlatformAccounts;
import io.agencyos.adapters.out.memory.resource.MemoryDomainBook;
import io.agencyos.adapters.out.memory.resource.MemorySendingDomains;
import io.agencyos.application.allocation.ReadPool;
import io.agencyos.application.client.staff.KeepClients;
import io.agencyos.application.client.staff.KeepClientsService;
import io.agencyos.application.client.staff.KeepPeopleService;
import io.agencyos.application.client.staff.KeepPlatformAccounts;
import io.agencyos.application.client.staff.StaffTrail;
import io.agencyos.application.client.staff.WatchIntegrations;
import io.agencyos.application.conversion.everywhere.ReadCosts;
import io.agencyos.application.conversion.everywhere.ReadEverywhere;
import io.agencyos.application.conversion.everywhere.ReadOverview;
import io.agencyos.application.outreach.recording.FlagRecordings;
import io.agencyos.application.outreach.recording.RecordingBook;
import io.agencyos.application.outreach.suppression.KeepPlatformSuppressions;
import io.agencyos.application.platform.KeepAlerts;
import io.agencyos.application.platform.usage.ReadVendorCosts;
import io.agencyos.application.platform.vendor.FakeConnector;
import io.agencyos.application.resource.KeepDomains;
import io.agencyos.application.shared.PublishedSuffixes;
import java.util.List;

/** The groups of the platform's staff, on a world's stores. */
public final class StaffInMemory {

    private StaffInMemory() {}

    public static List<RouteGroup> routes(MemoryWorld world, CampaignWorld campaigns, DeskWorld desk) {
        StaffTrail trail = new StaffTrail(world.audit, world.clock, world.ids);
        KeepClients keep = keepClients(world, campaigns, desk);
        ReadEverywhere everywhere = everywhere(world, desk);
        KeepDomains domains = domains(world, campaigns, desk);
        return List.of(
                new StaffUserRoutes(new KeepPeopleService(
                        world.peopleBook, world.users, world.sessions, trail, world.units, world.clock)),
                new StaffClientRoutes(clients(world, campaigns, keep)),
                new SupportSessionRoutes(world.support),
                new PlatformSettingsRoutes(world.platformRules),
                new RecordingRoutes(recordings(world)),
                new PoolRoutes(new ReadPool(new MemoryPoolBook(world.people, world.clients), world.units)),
                new PlatformSuppressionRoutes(new KeepPlatformSuppressions(
                        desk.suppressions,
                        world.audit,
                        PublishedSuffixes.identityKeys(),
                        world.units,
                        world.clock,
                        world.ids)),
                new EmailHealthRoutes(domains, world.clock),
                new ComplianceRoutes(everywhere, domains, world.clock),
                new AlertRoutes(new KeepAlerts(world.alerts, world.audit::append, world.units, world.clock, world.ids)),
                new CostRoutes(new ReadVendorCosts(world.vendorUsage, world.units), costs(world), world.clock),
                new EverywhereRoutes(everywhere, world.clock),
                new IntegrationHealthRoutes(
                        new WatchIntegrations(world.vendorAccounts, world.clients, world.units),
                        new KeepPlatformAccounts(
                                new MemoryPlatformAccounts(world.units),
                                List.of(new FakeConnector()),
                                trail,
                                world.units,
                                world.clock)),
                new RevenueRoutes(world.billing.readRevenue()),
                new OverviewRoutes(new ReadOverview(
                        keep, everywhere, world.spending, world.billing.readRevenue(), world.units, world.clock)));
    }

    static ReadCosts costs(MemoryWorld world) {
        return new ReadCosts(
                new ReadVendorCosts(world.vendorUsage, world.units),
                world.spending,
                world.billing.readRevenue(),
                world.units,
                world.clock);
    }

    static KeepClients keepClients(MemoryWorld world, CampaignWorld campaigns, DeskWorld desk) {
        return new KeepClientsService(
                new MemoryClientBook(world.clients, world.users, world.credits, world.campaigns, desk.activities),
                world.clients,
                campaigns.campaigns.haltOutreach(),
                new StaffTrail(world.audit, world.clock, world.ids),
                world.units,
                world.clock);
    }

    private static StaffClientRoutes.Desk clients(MemoryWorld world, CampaignWorld campaigns, KeepClients keep) {
        return new StaffClientRoutes.Desk(
                keep,
                world.ownClients.openForStaff(),
                campaigns.clients.editClient(),
                world.identity.inviteMember(),
                campaigns.campaigns.pauseOutreach(),
                campaigns.campaigns.resumeOutreach(),
                world.identity.listMembers(),
                campaigns.lending.desk());
    }

    private static ReadEverywhere everywhere(MemoryWorld world, DeskWorld desk) {
        return new ReadEverywhere(
                new MemoryEverywhere(new MemoryEverywhere.Tables(
                        world.clients,
                        desk.leads,
                        world.campaigns,
                        desk.replies,
                        desk.meetings,
                        desk.activities,
                        desk.sentLog)),
                world.units);
    }

    private static KeepDomains domains(MemoryWorld world, CampaignWorld campaigns, DeskWorld desk) {
        MemorySendingDomains judged = new MemorySendingDomains(
                world.units,
                campaigns.mailboxes,
                desk.sentLog,
                new MemoryTouchOutcomes(world.units, desk.sentLog, desk.touches, desk.leads, campaigns.mailboxes));
        return new KeepDomains(
                new MemoryDomainBook(world.units, campaigns.mailboxes, judged, world.clients),
                world.audit,
                world.units,
                world.clock,
                world.ids);
    }

    private static FlagRecordings recordings(MemoryWorld world) {
        CallsInMemory calls = new CallsInMemory(world);
        return new FlagRecordings(
                (RecordingBook) calls.archive, calls.archive, world.audit, world.units, world.clock, world.ids);
    }
}

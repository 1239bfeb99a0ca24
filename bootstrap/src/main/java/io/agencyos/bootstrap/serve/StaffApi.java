package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.allocation.PoolMoveRoutes;
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
import io.agencyos.adapters.in.rest.platform.DefectRoutes;
import io.agencyos.adapters.in.rest.platform.IntegrationHealthRoutes;
import io.agencyos.adapters.in.rest.resource.EmailHealthRoutes;
import io.agencyos.adapters.out.postgres.allocation.PostgresPoolBook;
import io.agencyos.adapters.out.postgres.client.PostgresAccountMails;
import io.agencyos.adapters.out.postgres.client.PostgresPeopleBook;
import io.agencyos.adapters.out.postgres.client.PostgresSignedInSessions;
import io.agencyos.adapters.out.postgres.client.PostgresSupportSessions;
import io.agencyos.adapters.out.postgres.client.PostgresUsers;
import io.agencyos.adapters.out.postgres.conversion.PostgresEverywhere;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallArchive;
import io.agencyos.adapters.out.postgres.outreach.PostgresRecordingBook;
import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.resource.PostgresDomainBook;
import io.agencyos.application.allocation.ReadPool;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.client.staff.HoldSupportSession;
import io.agencyos.application.client.staff.HoldSupportSessionService;
import io.agencyos.application.client.staff.KeepClients;
import io.agencyos.application.client.staff.KeepPeopleService;
import io.agencyos.application.client.staff.KeepPlatformRules;
import io.agencyos.application.client.staff.StaffTrail;
import io.agencyos.application.client.staff.WatchIntegrations;
import io.agencyos.application.conversion.everywhere.ReadEverywhere;
import io.agencyos.application.conversion.everywhere.ReadOverview;
import io.agencyos.application.outreach.recording.FlagRecordings;
import io.agencyos.application.outreach.suppression.KeepPlatformSuppressions;
import io.agencyos.application.platform.KeepAlerts;
import io.agencyos.application.resource.KeepDomains;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.bootstrap.product.Basis;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.Staff;
import java.util.List;

/** What staff of the platform can do, on the product. Source: api 9.17. */
final class StaffApi {

    private StaffApi() {}

    static List<RouteGroup> of(Product product, KeepPlatformRules rules) {
        Basis basis = product.basis();
        StaffTrail trail = Staff.trail(product);
        KeepClients keep = Staff.clients(product);
        ReadEverywhere everywhere = new ReadEverywhere(new PostgresEverywhere(), basis.units());
        KeepDomains domains = new KeepDomains(
                new PostgresDomainBook(), product.stores().audit, basis.units(), basis.clock(), basis.ids());
        return List.of(
                new StaffUserRoutes(new KeepPeopleService(
                        new PostgresPeopleBook(),
                        new PostgresUsers(),
                        new PostgresSignedInSessions(),
                        trail,
                        basis.units(),
                        basis.clock())),
                new StaffClientRoutes(clients(product, keep)),
                new SupportSessionRoutes(support(product)),
                new PlatformSettingsRoutes(rules),
                new EmailHealthRoutes(domains, basis.clock()),
                new ComplianceRoutes(everywhere, domains, basis.clock()),
                new RecordingRoutes(new FlagRecordings(
                        new PostgresRecordingBook(),
                        new PostgresCallArchive(),
                        product.stores().audit,
                        basis.units(),
                        basis.clock(),
                        basis.ids())),
                new PlatformSuppressionRoutes(new KeepPlatformSuppressions(
                        product.stores().platformSuppressions,
                        product.stores().audit,
                        PublishedSuffixes.identityKeys(product.stores().freeMail),
                        basis.units(),
                        basis.clock(),
                        basis.ids())),
                new PoolRoutes(new ReadPool(new PostgresPoolBook(), basis.units())),
                new PoolMoveRoutes(product.poolKeeping().movePeople()),
                new AlertRoutes(new KeepAlerts(
                        new PostgresAlerts(basis.ids()),
                        product.stores().audit::append,
                        basis.units(),
                        basis.clock(),
                        basis.ids())),
                new DefectRoutes(Staff.defects(product)),
                new CostRoutes(Staff.vendorCosts(product), Staff.costs(product), basis.clock()),
                new EverywhereRoutes(everywhere, basis.clock()),
                new IntegrationHealthRoutes(
                        new WatchIntegrations(product.stores().vendorAccounts, product.stores().clients, basis.units()),
                        product.calling().models().accounts(trail)),
                new RevenueRoutes(product.plans().billing().readRevenue()),
                new OverviewRoutes(new ReadOverview(
                        keep,
                        everywhere,
                        product.stores().spendLedger,
                        product.plans().billing().readRevenue(),
                        basis.units(),
                        basis.clock())));
    }

    /** How staff enters clients. */
    static HoldSupportSession support(Product product) {
        return new HoldSupportSessionService(
                new HoldSupportSessionService.Ports(
                        new PostgresSupportSessions(),
                        product.stores().clients,
                        new PostgresUsers(),
                        new PostgresAccountMails(product.stores().sealer),
                        product.stores().audit),
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }

    private static StaffClientRoutes.Desk clients(Product product, KeepClients keep) {
        CampaignUseCases campaigns = product.campaigns();
        return new StaffClientRoutes.Desk(
                keep,
                product.ownClients().openForStaff(),
                product.clientSetUp().editClient(),
                product.identity().inviteMember(),
                campaigns.pauseOutreach(),
                campaigns.resumeOutreach(),
                product.identity().listMembers(),
                product.senders().lending().desk());
    }
}

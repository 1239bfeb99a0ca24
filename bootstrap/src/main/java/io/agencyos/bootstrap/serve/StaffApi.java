package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.rest.client.StaffClientRoutes;
import io.agencyos.adapters.in.rest.client.StaffUserRoutes;
import io.agencyos.adapters.in.rest.client.SupportSessionRoutes;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.adapters.out.postgres.client.PostgresAccountMails;
import io.agencyos.adapters.out.postgres.client.PostgresClientBook;
import io.agencyos.adapters.out.postgres.client.PostgresPeopleBook;
import io.agencyos.adapters.out.postgres.client.PostgresSignedInSessions;
import io.agencyos.adapters.out.postgres.client.PostgresSupportSessions;
import io.agencyos.adapters.out.postgres.client.PostgresUsers;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.client.staff.HoldSupportSession;
import io.agencyos.application.client.staff.HoldSupportSessionService;
import io.agencyos.application.client.staff.KeepClientsService;
import io.agencyos.application.client.staff.KeepPeopleService;
import io.agencyos.application.client.staff.StaffTrail;
import io.agencyos.bootstrap.product.Basis;
import io.agencyos.bootstrap.product.Product;
import java.util.List;

/** What staff of the platform can do, on the product. Source: api 9.17. */
final class StaffApi {

    private StaffApi() {}

    static List<RouteGroup> of(Product product) {
        Basis basis = product.basis();
        StaffTrail trail = new StaffTrail(product.stores().audit, basis.clock(), basis.ids());
        return List.of(
                new StaffUserRoutes(new KeepPeopleService(
                        new PostgresPeopleBook(),
                        new PostgresUsers(),
                        new PostgresSignedInSessions(),
                        trail,
                        basis.units(),
                        basis.clock())),
                new StaffClientRoutes(clients(product, trail)),
                new SupportSessionRoutes(support(product)));
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

    private static StaffClientRoutes.Desk clients(Product product, StaffTrail trail) {
        CampaignUseCases campaigns = product.campaigns();
        return new StaffClientRoutes.Desk(
                new KeepClientsService(
                        new PostgresClientBook(),
                        product.stores().clients,
                        campaigns.haltOutreach(),
                        trail,
                        product.basis().units(),
                        product.basis().clock()),
                product.ownClients().openForStaff(),
                product.clientSetUp().editClient(),
                product.identity().inviteMember(),
                campaigns.pauseOutreach(),
                campaigns.resumeOutreach(),
                product.identity().listMembers(),
                product.senders().lending().desk());
    }
}

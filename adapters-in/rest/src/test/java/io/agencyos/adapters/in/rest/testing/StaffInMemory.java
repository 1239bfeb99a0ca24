package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.rest.client.StaffClientRoutes;
import io.agencyos.adapters.in.rest.client.StaffUserRoutes;
import io.agencyos.adapters.in.rest.client.SupportSessionRoutes;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.adapters.out.memory.client.MemoryClientBook;
import io.agencyos.application.client.staff.KeepClientsService;
import io.agencyos.application.client.staff.KeepPeopleService;
import io.agencyos.application.client.staff.StaffTrail;
import java.util.List;

/** The groups of the platform's staff, on a world's stores. */
public final class StaffInMemory {

    private StaffInMemory() {}

    public static List<RouteGroup> routes(MemoryWorld world, CampaignWorld campaigns, DeskWorld desk) {
        StaffTrail trail = new StaffTrail(world.audit, world.clock, world.ids);
        return List.of(
                new StaffUserRoutes(new KeepPeopleService(
                        world.peopleBook, world.users, world.sessions, trail, world.units, world.clock)),
                new SupportSessionRoutes(world.support),
                new StaffClientRoutes(new StaffClientRoutes.Desk(
                        new KeepClientsService(
                                new MemoryClientBook(
                                        world.clients, world.users, world.credits, world.campaigns, desk.activities),
                                world.clients,
                                campaigns.campaigns.haltOutreach(),
                                trail,
                                world.units,
                                world.clock),
                        world.ownClients.openForStaff(),
                        campaigns.clients.editClient(),
                        world.identity.inviteMember(),
                        campaigns.campaigns.pauseOutreach(),
                        campaigns.campaigns.resumeOutreach(),
                        world.identity.listMembers(),
                        campaigns.lending.desk())));
    }
}

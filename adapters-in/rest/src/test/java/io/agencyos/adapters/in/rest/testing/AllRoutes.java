package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.rest.client.AuthRoutes;
import io.agencyos.adapters.in.rest.client.ClientRoutes;
import io.agencyos.adapters.in.rest.client.MemberRoutes;
import io.agencyos.adapters.in.rest.lead.ImportRoutes;
import io.agencyos.adapters.in.rest.lead.LeadRoutes;
import io.agencyos.adapters.in.rest.lead.LeadUploads;
import io.agencyos.adapters.in.rest.platform.HealthRoutes;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import java.util.List;
import java.util.stream.Stream;

/** Every group of the product, on one world; a group that is missing here is checked by nobody. */
public final class AllRoutes {

    private AllRoutes() {}

    public static List<RouteGroup> on(MemoryWorld world) {
        List<RouteGroup> first = List.of(
                new HealthRoutes("1.2.3", List.of()),
                new ClientRoutes(world.ownClients.openOwnClient()),
                new AuthRoutes(world.identity, world.tokens),
                new MemberRoutes(world.identity),
                new LeadRoutes(world.leadReads.listLeads()),
                new ImportRoutes(
                        new LeadUploads(world.leadUseCases.importLeads(), new CsvLeadFiles()),
                        world.leadReads.listImports(),
                        world.leadUseCases.undoImport()));
        return Stream.concat(first.stream(), new DeskWorld(world).routes().stream())
                .toList();
    }
}

package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.rest.allocation.AllocationRoutes;
import io.agencyos.adapters.in.rest.client.AuthRoutes;
import io.agencyos.adapters.in.rest.client.ClientRoutes;
import io.agencyos.adapters.in.rest.client.MemberRoutes;
import io.agencyos.adapters.in.rest.platform.HealthRoutes;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.adapters.in.rest.scoring.ScoreRoutes;
import io.agencyos.application.allocation.AllocationScenario;
import java.util.List;

/** Every group of the product, on one world; a group that is missing here is checked by nobody. */
public final class AllRoutes {

    private AllRoutes() {}

    public static List<RouteGroup> on(MemoryWorld world) {
        AllocationScenario pool = PoolWorld.on(world);
        return List.of(
                new HealthRoutes("1.2.3", List.of()),
                new ClientRoutes(world.ownClients.openOwnClient()),
                new AuthRoutes(world.identity, world.tokens),
                new MemberRoutes(world.identity),
                new AllocationRoutes(pool.allocation()),
                new ScoreRoutes(pool.scoring()));
    }
}

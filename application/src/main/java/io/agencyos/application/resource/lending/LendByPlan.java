package io.agencyos.application.resource.lending;

import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Makes what a client sends from what its plan says: the difference is lent when it has paid and when stock arrives, the
 * surplus of a smaller plan and everything of a cancelled one comes back. Safe to call at any time. Source: scoring
 * RES-3, RES-7, PLAN-6.
 */
@PrimaryPort
public interface LendByPlan {

    /**
     * What was done.
     *
     * @param lent resources that the client has got
     * @param returned resources that it has no more
     * @param shortfall what its plan has and the stock has not, wire code {@code resource_shortfall}
     */
    record Round(int lent, int returned, Map<ResourceKind, Integer> shortfall) {
        public Round {
            shortfall = Map.copyOf(shortfall);
        }
    }

    /** Clients that have otherwise than their plan says. */
    List<ClientId> due();

    Round settle(ClientId client);
}

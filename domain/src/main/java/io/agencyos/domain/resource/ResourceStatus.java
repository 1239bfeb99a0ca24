package io.agencyos.domain.resource;

import io.agencyos.domain.shared.Vocabulary;
import java.util.Map;
import java.util.Set;

/** Where a lent resource stands. Source: scoring RES-1, data model 5.8. */
public enum ResourceStatus implements Vocabulary {
    /** Bought, not yet usable. */
    PROVISIONING,
    WARMING,
    /** Warm and free. */
    AVAILABLE,
    ASSIGNED,
    /** A client left; nobody else gets it for 30 days. */
    HELD,
    RETIRED;

    private static final Map<ResourceStatus, Set<ResourceStatus>> NEXT = Map.of(
            PROVISIONING, Set.of(WARMING, AVAILABLE, RETIRED),
            WARMING, Set.of(AVAILABLE, RETIRED),
            AVAILABLE, Set.of(ASSIGNED, RETIRED),
            ASSIGNED, Set.of(HELD, AVAILABLE, RETIRED),
            HELD, Set.of(AVAILABLE, ASSIGNED, RETIRED),
            RETIRED, Set.of());

    /** Whether a resource may go from here to there. */
    public boolean mayBecome(ResourceStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}

package io.agencyos.application.conversion.refine;

import io.agencyos.domain.conversion.LockedField;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Searches that took up what was learned. Needs an open unit of work of the tenant, as worker for writes. Source: CIS 15. */
@SecondaryPort
public interface RefinementLog {

    /** Where a page begins: behind this one. */
    record After(Instant appliedAt, UUID id) {}

    /**
     * All of them in short.
     *
     * @param recent those since an instant
     * @param confidence the mean, 4 decimals; null without any
     * @param last when the last one was, null without any
     * @param fields that were ever changed
     */
    record Summary(
            long count,
            long recent,
            @Nullable BigDecimal confidence,
            @Nullable Instant last,
            Set<LockedField> fields) {

        public Summary {
            fields = Set.copyOf(fields);
        }
    }

    /** Keeps it, unless the same result was kept for that day. */
    void add(Refinement refinement);

    /** The newest first. */
    List<Refinement> list(ClientId client, @Nullable After after, int limit);

    Summary summary(ClientId client, Instant since);
}

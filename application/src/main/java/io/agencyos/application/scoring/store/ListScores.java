package io.agencyos.application.scoring.store;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** A lead's scores, the newest first; every member may. Source: api 9.6, scoring ALS-17. */
@PrimaryPort
public interface ListScores {

    /** Where a page ended. */
    record After(Instant scoredAt, LeadScoreId id) {}

    /** Empty when there is no such lead of this client. */
    Optional<List<LeadScores.Entry>> list(TenantScope scope, LeadId lead, @Nullable After after, int limit);
}

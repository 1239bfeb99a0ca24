package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One client's exclusive hold on a pool person; a person has at most one. Source: scoring POOL-1, POOL-4. */
public record PoolClaim(
        PoolPersonId personId,
        ClientId clientId,
        LeadId leadId,
        Instant claimedAt,
        ClaimedBy claimedBy,
        ClaimStatus status,
        @Nullable String reason) {

    /** What made the claim. Source: data model 5.5. */
    public enum ClaimedBy implements Vocabulary {
        ALLOCATOR,
        MANUAL,
        IMPORT,
        MIGRATION
    }
}

package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.LeadId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Puts a lead away whose sequence ended without an answer; again does nothing. Members may. Source: api 9.6, POOL-3. */
@PrimaryPort
public interface ArchiveLead {

    /** What came of it. */
    enum Outcome {
        ARCHIVED,
        NOT_FOUND,
        /** It has not ended, or in another way. */
        NOT_ELIGIBLE,
        ROLE_REQUIRED
    }

    Outcome archive(TenantScope scope, LeadId lead);
}

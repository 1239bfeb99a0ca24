package io.agencyos.application.lead;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.LeadId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes a lead away softly: its outreach stops at once and its person goes back to the pool, to rest where somebody wrote
 * to it. Suppressions, touches and scores stay. Administrators may. Source: api 9.6, scoring POOL-5, POOL-9.
 */
@PrimaryPort
public interface DeleteLead {

    /** What came of it. */
    enum Outcome {
        DELETED,
        NOT_FOUND,
        VERSION_CONFLICT,
        ROLE_REQUIRED
    }

    Outcome delete(TenantScope scope, LeadId id, int version, Origin origin);
}

package io.agencyos.application.outreach.recording;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Calls as people look at them, and recordings that somebody needs longer. Source: api 9.11, outreach 10.9. */
@PrimaryPort
public interface KeepCalls {

    /**
     * A call with its lead.
     *
     * @param lead null where it is gone
     */
    record Shown(CallBook.Call call, @Nullable Lead lead) {}

    /** What became of a wish. */
    enum Held {
        DONE,
        NOT_FOUND,
        /** Nothing was recorded, or it is deleted. */
        NO_RECORDING,
        ROLE_REQUIRED
    }

    Optional<Shown> find(TenantScope scope, UUID call);

    /**
     * Keeps the recording beyond its 90 days, for admins; or no longer.
     *
     * @param reason null to let it go
     */
    Held hold(TenantScope scope, UUID call, @Nullable String reason, Origin origin);
}

package io.agencyos.application.lead;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * People decide how one lead is written to: nothing by itself while it is paused, and in a permission mode of its own.
 * What a person writes leaves all the same. Source: api 9.6 {@code pause}, {@code permission-override}; outreach 1.4.
 */
@PrimaryPort
public interface CareForLead {

    /** What came of it. */
    sealed interface Outcome {

        /** As it was asked for; the same where it stood like this. */
        record Done() implements Outcome {}

        record NotFound() implements Outcome {}

        /** @param required the least role that may */
        record Forbidden(Role required) implements Outcome {}
    }

    Outcome pause(TenantScope scope, LeadId lead, Origin origin);

    Outcome resume(TenantScope scope, LeadId lead, Origin origin);

    /**
     * Gives the lead a mode of its own; only admins let a lead be written to unseen.
     *
     * @param reason told in the audit log
     * @param until null for no end
     */
    Outcome override(
            TenantScope scope, LeadId lead, PermissionMode mode, String reason, @Nullable Instant until, Origin origin);

    /** The campaign's mode counts again. */
    Outcome lift(TenantScope scope, LeadId lead, Origin origin);
}

package io.agencyos.application.client.staff;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;

/** A client's emergency stop, which has units of work of its own. Source: outreach 1.5. */
public interface HaltOutreach {

    void stop(TenantScope scope, String reason, Origin origin);

    /** Lifts the stop; campaigns that it had paused go on where their checks pass. */
    void goOn(TenantScope scope, Origin origin);
}

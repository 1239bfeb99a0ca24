package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.client.staff.HaltOutreach;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;

/** The client's own emergency stop, pulled by staff. */
public record HaltByPause(PauseOutreach pause, ResumeOutreach resume) implements HaltOutreach {

    @Override
    public void stop(TenantScope scope, String reason, Origin origin) {
        pause.pause(scope, reason, origin);
    }

    @Override
    public void goOn(TenantScope scope, Origin origin) {
        resume.resume(scope, true, origin);
    }
}

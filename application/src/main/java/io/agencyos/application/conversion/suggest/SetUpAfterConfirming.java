package io.agencyos.application.conversion.suggest;

import io.agencyos.application.client.ConfirmIcp;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;
import java.util.Map;

/**
 * Whoever confirms a profile is set up by it: starts {@code post_onboarding}, once for each version that is confirmed. Where it
 * cannot start (it runs already, or something blocks the client) the profile is confirmed all the same, and an admin may start it.
 * Source: api 9.3, flows 2.2.
 */
public final class SetUpAfterConfirming implements ConfirmIcp {

    private final ConfirmIcp confirm;
    private final StartRun start;

    public SetUpAfterConfirming(ConfirmIcp confirm, StartRun start) {
        this.confirm = confirm;
        this.start = start;
    }

    @Override
    public Outcome confirm(TenantScope scope, Origin origin) {
        Outcome outcome = confirm.confirm(scope, origin);
        if (outcome instanceof Outcome.Confirmed(var profile)) {
            start.start(
                    scope,
                    new StartRun.Request(
                            PostOnboarding.FLOW, Map.of(), "evt:" + profile.id().text()));
        }
        return outcome;
    }
}

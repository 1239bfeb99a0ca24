package io.agencyos.application.platform;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Actor;

/** Who an audit entry says it was. Source: api 6. */
public final class Actors {

    private Actors() {}

    /** The person, the program or the staff that acts in this scope; the product itself where neither does. */
    public static Actor of(TenantScope scope) {
        if (scope.keyId() != null) {
            return Actor.apiKey(scope.keyId().value());
        }
        if (scope.support() != null && scope.userId() != null) {
            return Actor.support(scope.userId().value(), scope.clientId().value());
        }
        return scope.userId() == null
                ? Actor.system()
                : Actor.user(scope.userId().value());
    }
}

package io.agencyos.application.client.identity.session;

import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Changes a refresh token for new tokens. A token that was used before ends its whole sign-in: one of the two who held
 * it is a thief. Source: api 2.
 */
@PrimaryPort
public interface RefreshSession {

    /** Empty where the token is unknown, used, revoked or expired, or the person may not sign in any more. */
    Optional<Tokens> refresh(SecretText refreshToken, Origin origin);
}

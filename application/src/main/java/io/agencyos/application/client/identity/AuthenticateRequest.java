package io.agencyos.application.client.identity;

import io.agencyos.domain.shared.SecretText;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Says who sends a request by its bearer token, with the roles as they are now. Empty for wire code {@code
 * token_invalid}: no valid token, the sign-in was ended, or the person is suspended or deleted. Source: api 2.
 */
@PrimaryPort
public interface AuthenticateRequest {

    Optional<Principal> authenticate(SecretText bearerToken);

    /**
     * Whoever this token was found to belong to a moment ago, without asking anybody. Nothing may be answered on it before
     * the sign-in was confirmed: see {@link io.agencyos.application.shared.Presence}. Empty where nobody is remembered.
     */
    Optional<Principal> remembered(SecretText bearerToken);
}

package io.agencyos.application.client.identity.session;

import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import java.time.Duration;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Says who sends a request by its bearer token, with the roles as they are now. Empty for wire code {@code
 * token_invalid}: no valid token, the sign-in was ended, or the person is suspended or deleted. Source: api 2.
 */
@PrimaryPort
public interface AuthenticateRequest {

    Optional<Principal> authenticate(SecretText bearerToken);

    /** Who comes in, or why not. */
    sealed interface Entry {

        record Known(Principal principal) implements Entry {}

        /** Wire code {@code token_invalid}. */
        record TokenInvalid() implements Entry {}

        /** Genuine, but the provider does not vouch for the address: {@code email_unverified}. */
        record EmailUnverified() implements Entry {}

        /** The identity provider cannot be asked: {@code unavailable}. */
        record ProviderAway(Duration retryAfter) implements Entry {}
    }

    /** The same, with the reason; a person whom an identity provider sends for the first time may be made on the way. */
    default Entry enter(SecretText bearerToken, Origin origin) {
        return authenticate(bearerToken).<Entry>map(Entry.Known::new).orElseGet(Entry.TokenInvalid::new);
    }

    /**
     * Whoever this token was found to belong to a moment ago, without asking anybody. Nothing may be answered on it before
     * the sign-in was confirmed: see {@link io.agencyos.application.shared.Presence}. Empty where nobody is remembered.
     */
    Optional<Principal> remembered(SecretText bearerToken);
}

package io.agencyos.application.client.identity.store;

import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Signed, short-lived proofs of a sign-in. They name a person and a sign-in, never a role: roles come from the database,
 * so that taking one away acts at once. May open its own units of work; never call it inside one. Source: api 2.
 */
@SecondaryPort
public interface AccessTokens {

    /** What a token says. Times are whole seconds. */
    record Claims(UserId user, SessionId family, Instant issuedAt, Instant expiresAt) {}

    SecretText issue(Claims claims);

    /** What a token says when its signature, issuer, audience and times hold; empty otherwise. */
    Optional<Claims> read(SecretText token);

    /** The public keys as a JSON Web Key Set. */
    String publicKeySet();
}

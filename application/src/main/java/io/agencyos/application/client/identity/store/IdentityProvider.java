package io.agencyos.application.client.identity.store;

import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider outside that signs tokens for people: it says who somebody is, never what they may do. Asks the
 * network; never call it inside a unit of work. Source: api 2.
 */
@SecondaryPort
public interface IdentityProvider {

    /**
     * What a genuine token says.
     *
     * @param session the sign-in at the provider, by which it can be ended here; the token itself where none is named
     * @param secondFactor whether the provider asked for it
     * @param expiresAt when the token ends
     */
    record Proof(String issuer, String subject, String session, boolean secondFactor, Instant expiresAt) {}

    /**
     * What the provider knows of a person, never by what the person may change there.
     *
     * @param email null where it knows none
     * @param companyName how the person's own client is called, where there is such a name
     */
    record Person(
            @Nullable EmailAddress email,
            boolean emailVerified,
            String fullName,
            @Nullable String companyName) {}

    /** What became of a token. */
    sealed interface Reading {

        record Genuine(Proof proof) implements Reading {}

        /** Forged, expired, of somebody else, for somebody else or not for people. */
        record Invalid() implements Reading {}

        /** The provider's keys are not to be had, and the last known ones are too old. */
        record Away(Duration retryAfter) implements Reading {}
    }

    Reading read(SecretText token);

    /** Whom a genuine token belongs to; asked at the first sign-in only. Empty where the provider does not answer. */
    Optional<Person> person(SecretText token);
}

package io.agencyos.application.client.identity.store;

import io.agencyos.domain.shared.SecretText;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Slow, salted hashes of passwords; takes tens of milliseconds, so call it outside a unit of work. Source: api 2. */
@SecondaryPort
public interface PasswordHasher {

    /** The encoded hash, parameters included. */
    String hash(SecretText password);

    boolean matches(SecretText password, String encoded);

    /** Whether a hash was made with weaker parameters than today's. */
    boolean isOutdated(String encoded);

    /** Does the work of {@link #matches} for nobody, so that an unknown address takes as long as a wrong password. */
    void matchNobody(SecretText password);
}

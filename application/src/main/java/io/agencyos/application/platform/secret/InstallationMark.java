package io.agencyos.application.platform.secret;

import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Which installation secret the database was filled with, by the secret's fingerprint: with another one, salted hashes
 * would no longer be found. Needs an open platform unit of work.
 */
@SecondaryPort
public interface InstallationMark {

    Optional<String> read();

    /** Writes the mark where there is none; an older one stays. */
    void set(String fingerprint);
}

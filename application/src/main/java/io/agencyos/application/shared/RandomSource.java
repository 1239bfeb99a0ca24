package io.agencyos.application.shared;

import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The only source of chance. Seeded in tests and simulations, unpredictable in production. Thread-safe. */
@SecondaryPort
public interface RandomSource {

    long nextLong();

    /** Fills {@code target}; in production these bytes are fit for keys and tokens. */
    void nextBytes(byte[] target);
}

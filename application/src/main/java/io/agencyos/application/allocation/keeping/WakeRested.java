package io.agencyos.application.allocation.keeping;

import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Makes everybody available whose date of rest is reached. Source: scoring POOL-3, POOL-5. */
@PrimaryPort
public interface WakeRested {

    /** @return how many people */
    int wake();
}

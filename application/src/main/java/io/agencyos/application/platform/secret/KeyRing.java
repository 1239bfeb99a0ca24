package io.agencyos.application.platform.secret;

import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The data keys as whoever holds the master key can handle them. Source: api 7. */
@SecondaryPort
public interface KeyRing {

    /** From now on new keys seal, in other processes within a minute; answers how many were retired. */
    int retire();

    /**
     * Wraps every data key by the newest master key; processes that know that master key go on meanwhile. Safe to repeat;
     * answers how many were wrapped otherwise.
     */
    int rewrap();

    /** The id of the newest master key. */
    String master();

    DataKeys.Census census();
}

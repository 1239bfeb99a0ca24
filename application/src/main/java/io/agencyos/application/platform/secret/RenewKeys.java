package io.agencyos.application.platform.secret;

import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Gives every owner a new data key and seals anew what the old ones sealed. Source: api 7. */
@PrimaryPort
public interface RenewKeys {

    /**
     * From now on new keys seal, in other processes within a minute; answers how many keys were retired. What they sealed
     * can still be opened.
     */
    int retire();

    /** Seals anew what retired keys sealed, in units of its own; answers how many rows. Safe to repeat and to break off. */
    int reseal();
}

package io.agencyos.adapters.in.cli;

import io.agencyos.application.platform.secret.KeyRing;
import io.agencyos.application.platform.secret.RenewKeys;

/** What the key commands ask of the program around them; bootstrap answers. */
public interface KeyDesk extends AutoCloseable {

    KeyRing ring();

    RenewKeys renewKeys();

    /**
     * Makes a new master key where a file holds it, and wraps every data key by the newest one. Safe to repeat after it was
     * broken off; answers how many data keys were wrapped otherwise.
     */
    int rotateMaster();

    @Override
    void close();

    /** Opens the product for one command. */
    @FunctionalInterface
    interface Opener {
        KeyDesk open();
    }
}

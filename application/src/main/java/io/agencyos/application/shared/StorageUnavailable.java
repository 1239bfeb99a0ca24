package io.agencyos.application.shared;

/**
 * The database cannot be reached, is full or refuses work. Nothing was committed; the same request may be tried again
 * later. Source: api 13, outreach 18.
 */
public final class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String message) {
        super(message);
    }

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.agencyos.application.shared;

/** Somebody else changed the row since it was read; nothing was written. Source: api 1.6 {@code version_conflict}. */
public final class ConcurrentUpdate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConcurrentUpdate(String message) {
        super(message);
    }
}

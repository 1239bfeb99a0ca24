package io.agencyos.application.shared;

/**
 * A unit of work tried to write what its scope may not: another tenant's row, or a table that its role may not write.
 * Nothing was written. This is always an error in the program, never the user's. Source: data model 2 (error 42501).
 */
public final class ScopeViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScopeViolation(String message, Throwable cause) {
        super(message, cause);
    }

    public ScopeViolation(String message) {
        super(message);
    }
}

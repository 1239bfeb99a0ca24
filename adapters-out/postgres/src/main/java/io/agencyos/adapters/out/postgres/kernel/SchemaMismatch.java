package io.agencyos.adapters.out.postgres.kernel;

/** The database's schema is behind or ahead of this program, which therefore refuses to serve. Source: data model 9. */
public final class SchemaMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean behind;

    SchemaMismatch(String message) {
        this(message, false);
    }

    SchemaMismatch(String message, boolean behind) {
        super(message);
        this.behind = behind;
    }

    /** Whether migrating mends it. */
    public boolean isBehind() {
        return behind;
    }
}

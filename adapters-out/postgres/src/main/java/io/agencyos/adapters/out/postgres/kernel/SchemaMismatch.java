package io.agencyos.adapters.out.postgres.kernel;

/** The database's schema is behind or ahead of this program, which therefore refuses to serve. Source: data model 9. */
public final class SchemaMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaMismatch(String message) {
        super(message);
    }
}

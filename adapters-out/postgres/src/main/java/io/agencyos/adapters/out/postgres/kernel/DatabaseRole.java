package io.agencyos.adapters.out.postgres.kernel;

/**
 * The database roles that connections log in as; the role is the scope and cannot be changed by a setting. Source: data
 * model 2.
 */
public enum DatabaseRole {
    /** A member's request in one tenant. */
    APP("aos_app"),
    /** The product's own work in one tenant. */
    WORKER("aos_worker"),
    /** Platform tables and selection across tenants. */
    PLATFORM("aos_platform");

    private final String sqlName;

    DatabaseRole(String sqlName) {
        this.sqlName = sqlName;
    }

    /** The role's name in the database. */
    public String sqlName() {
        return sqlName;
    }
}

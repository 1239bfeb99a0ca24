package io.agencyos.adapters.out.postgres.kernel;

import java.util.Map;

/**
 * Where a database is and who may enter.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/name}, with any driver options
 * @param adminUser who migrates: owns the database and may create roles; serving needs no administrator
 * @param rolePasswords passwords of the three roles that connections log in as
 */
public record DatabaseAddress(
        String jdbcUrl, String adminUser, String adminPassword, Map<DatabaseRole, String> rolePasswords) {

    public DatabaseAddress {
        rolePasswords = Map.copyOf(rolePasswords);
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("not a PostgreSQL JDBC URL: it must begin with jdbc:postgresql:");
        }
    }

    String passwordOf(DatabaseRole role) {
        String password = rolePasswords.get(role);
        if (password == null) {
            throw new IllegalArgumentException("no password is configured for the database role " + role.sqlName());
        }
        return password;
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + adminUser;
    }
}

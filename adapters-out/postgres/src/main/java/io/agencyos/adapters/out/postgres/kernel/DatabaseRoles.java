package io.agencyos.adapters.out.postgres.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the roles of data model 2 and sets their passwords. Roles belong to the whole server and outlive a database, so
 * this is no migration; it is safe to repeat.
 */
final class DatabaseRoles {

    /** aos_migrate may hand functions and views to aos_platform and aos_maint, hence its memberships. */
    private static final String CREATE = """
        do $$
        declare
            name text;
        begin
            foreach name in array array['aos_migrate', 'aos_app', 'aos_worker', 'aos_platform', 'aos_maint', 'aos_bi'] loop
                if not exists (select from pg_roles where rolname = name) then
                    execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', name);
                end if;
            end loop;
            foreach name in array array['aos_migrate', 'aos_platform', 'aos_maint'] loop
                begin
                    execute format('grant %I to current_user', name);
                exception when insufficient_privilege then
                    raise notice 'no right to become %: who made the role has to grant it', name;
                end;
            end loop;
            grant aos_platform, aos_maint to aos_migrate;
            execute format('grant connect, create on database %I to aos_migrate', current_database());
            execute format('grant connect on database %I to aos_app, aos_worker, aos_platform, aos_maint, aos_bi',
                current_database());
        end $$
        """;

    private DatabaseRoles() {}

    static void prepare(Connection admin, DatabaseAddress address) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(CREATE);
            for (DatabaseRole role : DatabaseRole.values()) {
                statement.execute(loginSql(admin, role, address.passwordOf(role)));
            }
        }
    }

    private static String loginSql(Connection admin, DatabaseRole role, String password) throws SQLException {
        try (PreparedStatement statement =
                admin.prepareStatement("select format('alter role %I login password %L', ?::text, ?::text)")) {
            statement.setString(1, role.sqlName());
            statement.setString(2, password);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}

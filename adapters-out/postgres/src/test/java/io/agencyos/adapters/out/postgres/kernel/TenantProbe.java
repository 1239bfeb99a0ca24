package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Tries to reach another tenant's row of one table in every way there is, as one of the two tenant roles, and says what
 * worked that must not. Knows nothing of policies: it goes by behaviour.
 */
final class TenantProbe {

    private static final String REFUSED = "42501";

    private final FreshDatabase database;
    private final Connection superuser;
    private final UUID own;
    private final UUID foreign;
    private final List<String> findings = new ArrayList<>();

    /** @param superuser sees every row; it is asked so often that a connection each time costs more than the probe */
    TenantProbe(FreshDatabase database, Connection superuser, UUID own, UUID foreign) {
        this.database = database;
        this.superuser = superuser;
        this.own = own;
        this.foreign = foreign;
    }

    /** Everything that is wrong; empty when the wall holds. */
    List<String> findings(String table, DatabaseRole role, String memberRole) throws SQLException {
        String before = foreignRows(table);
        try (Connection connection = database.as(role)) {
            connection.setAutoCommit(false);
            String who = role.sqlName() + " as " + memberRole;
            probe(connection, table, who + " in its tenant", own.toString(), memberRole);
            probe(connection, table, who + " without a tenant", "", "");
        }
        if (!foreignRows(table).equals(before)) {
            findings.add("a foreign row of " + table + " has changed");
        }
        return findings;
    }

    private void probe(Connection connection, String table, String who, String tenant, String memberRole)
            throws SQLException {
        String columns = givenColumns(table);
        expectNone(connection, tenant, memberRole, who + " reads", "select 1 from " + table + " where client_id = ?");
        expectNone(
                connection,
                tenant,
                memberRole,
                who + " locks",
                "select 1 from " + table + " where client_id = ? for share");
        expectNone(
                connection,
                tenant,
                memberRole,
                who + " updates",
                "update " + table + " set client_id = client_id where client_id = ? returning 1");
        expectNone(
                connection,
                tenant,
                memberRole,
                who + " deletes",
                "delete from " + table + " where client_id = ? returning 1");
        expectRefused(
                connection,
                tenant,
                memberRole,
                who + " inserts",
                "insert into " + table + " (" + columns + ") select " + columns + " from jsonb_populate_record(null::"
                        + table + ", ?::jsonb)",
                foreignRows(table));
        if (!tenant.isEmpty()) {
            expectRefused(
                    connection,
                    tenant,
                    memberRole,
                    who + " gives its own row away:",
                    "update " + table + " set client_id = '" + foreign + "' where client_id = ?::uuid",
                    own.toString());
        }
    }

    /** Those that a writer gives; what the database computes itself nobody may. */
    private String givenColumns(String table) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement("""
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
             where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            """)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** How many rows the role sees of its own tenant: the proof that the probe looks at something. */
    int ownRows(String table, DatabaseRole role, String memberRole) throws SQLException {
        try (Connection connection = database.as(role)) {
            connection.setAutoCommit(false);
            enter(connection, own.toString(), memberRole);
            try (PreparedStatement statement =
                    connection.prepareStatement("select count(*) from " + table + " where client_id = ?")) {
                statement.setObject(1, own);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private void expectNone(Connection connection, String tenant, String memberRole, String what, String sql)
            throws SQLException {
        enter(connection, tenant, memberRole);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, foreign);
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    findings.add(what + " a foreign row: " + sql);
                }
            }
        } catch (SQLException refused) {
            if (!REFUSED.equals(refused.getSQLState())) {
                findings.add(what + ": " + refused.getMessage());
            }
        } finally {
            connection.rollback();
        }
    }

    private void expectRefused(
            Connection connection, String tenant, String memberRole, String what, String sql, String argument)
            throws SQLException {
        enter(connection, tenant, memberRole);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            if (statement.executeUpdate() > 0) {
                findings.add(what + " a foreign row: " + sql);
            }
        } catch (SQLException refused) {
            if (!REFUSED.equals(refused.getSQLState())) {
                findings.add(what + ": " + refused.getMessage());
            }
        } finally {
            connection.rollback();
        }
    }

    private static void enter(Connection connection, String tenant, String memberRole) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('app.client_id', ?, true),"
                + " set_config('app.user_id', ?, true), set_config('app.member_role', ?, true)")) {
            statement.setString(1, tenant);
            statement.setString(2, tenant);
            statement.setString(3, memberRole);
            statement.execute();
        }
    }

    private String foreignRows(String table) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(
                "select to_jsonb(t)::text from " + table + " t where client_id = ? order by 1")) {
            statement.setObject(1, foreign);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}

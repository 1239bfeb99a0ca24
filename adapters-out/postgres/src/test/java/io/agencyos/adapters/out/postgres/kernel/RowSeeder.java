package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.adapters.out.postgres.kernel.Catalogue.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts one row of a tenant into every table, from types and checks in the catalogue. Every reference of a tenant's row
 * uses the tenant's own id as the other row's id, so all foreign keys point at rows that exist.
 */
final class RowSeeder {

    /** What a CHECK over several columns wants, which no type tells. */
    private static final Map<String, Map<String, String>> WANTED = Map.of(
            "app.lead", Map.of("email_key", "'@@'"),
            "pool.pool_person", Map.of("email", "'@@'"),
            "app.meeting", Map.of("scheduled_at", "now()"),
            "app.enrolment", Map.of("hold_code", "'@@'", "remedy", "'@@'"),
            "app.campaign_resource", Map.of("client_resource_id", "'##'"),
            "app.founding_spot", Map.of("client_id", "'##'"),
            "app.webhook_inbox", Map.of("client_id", "'##'"),
            "app.inbound_hook", Map.of("client_id", "'##'"),
            "app.one_time_token", Map.of("client_id", "'##'"),
            "app.alert", Map.of("client_id", "'##'"));

    private static final List<String> PEOPLE = List.of("app.app_user", "app.user_session");
    private static final List<String> WEIGHTS = List.of("data_quality", "authority", "company_fit", "timing", "risk");

    private final Connection superuser;
    private final Catalogue catalogue;

    RowSeeder(Connection superuser) {
        this.superuser = superuser;
        this.catalogue = new Catalogue(superuser);
    }

    /** One row per table for the tenant; {@code number} tells tenants apart where a column is unique over all of them. */
    void seed(UUID tenant, int number) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            List<String> tenants = catalogue.tablesWithClient();
            for (String table : catalogue.tables()) {
                if (tenants.contains(table) || PEOPLE.contains(table)) {
                    statement.execute(insert(table, tenant, number));
                }
            }
            statement.execute("set session_replication_role = origin");
        }
    }

    private String insert(String table, UUID tenant, int number) throws SQLException {
        Map<String, List<String>> words = catalogue.vocabulary(table);
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : catalogue.columns(table)) {
            String wanted = WANTED.getOrDefault(table, Map.of()).get(column.name());
            if (wanted != null) {
                values.put(column.name(), wanted);
            } else if (column.needsValue()) {
                values.put(column.name(), value(table, column, words.getOrDefault(column.name(), List.of())));
            }
        }
        if (table.equals("app.founding_spot")) {
            return "update app.founding_spot set client_id = '" + tenant + "' where spot_no = " + number;
        }
        List<String> filled = new ArrayList<>();
        values.values()
                .forEach(value ->
                        filled.add(value.replace("##", tenant.toString()).replace("@@", "tenant_" + number)));
        return "insert into " + table + " (" + String.join(", ", quoted(values)) + ") values ("
                + String.join(", ", filled) + ")";
    }

    private static List<String> quoted(Map<String, String> values) {
        return values.keySet().stream().map(name -> '"' + name + '"').toList();
    }

    private static String value(String table, Column column, List<String> words) {
        if (!words.isEmpty()) {
            return "'" + words.getFirst() + "'";
        }
        if (table.equals("app.scoring_weights") && WEIGHTS.contains(column.name())) {
            return "0.2";
        }
        String type = column.type().replaceFirst("\\(.*", "");
        return switch (type) {
            case "uuid" -> "'##'";
            case "text" -> "'@@'";
            case "character" -> "'AU'";
            case "bytea" -> "decode(md5('@@'), 'hex')";
            case "boolean" -> "false";
            case "smallint", "integer", "bigint", "numeric" -> "1";
            case "date" -> "current_date";
            case "timestamp with time zone" -> "now()";
            case "jsonb" -> "'{}'";
            case "text[]", "uuid[]", "integer[]", "smallint[]" -> "'{}'";
            default -> throw new IllegalStateException("no value for " + column + " of " + table);
        };
    }
}

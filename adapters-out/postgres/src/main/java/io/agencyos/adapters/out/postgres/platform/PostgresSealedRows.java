package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.SealedRows;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every column of the database that holds what is sealed. */
public final class PostgresSealedRows implements SealedRows {

    /**
     * @param row SQL for what the place calls the row
     * @param binary whether the column holds bytes
     * @param ofClients whether clients own the rows, or the platform does
     * @param keyed whether a column of the row repeats the key's id
     */
    private record Column(String table, String name, String row, boolean binary, boolean ofClients, boolean keyed) {

        String text() {
            return binary ? "convert_from(t." + name + ", 'UTF8')" : "t." + name;
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("client_secret", "ciphertext", "t.id::text", true, true, true),
            new Column("webhook_endpoint", "headers_ciphertext", "t.id::text", false, true, false),
            new Column("webhook_endpoint", "secret_ciphertext", "t.id::text", false, true, false),
            new Column("webhook_endpoint", "previous_ciphertext", "t.id::text", false, true, false),
            new Column("webhook_inbox", "payload_ciphertext", "t.hook_id || ' ' || t.event_key", true, true, false),
            new Column("privacy_request", "subject_ciphertext", "t.id::text", false, true, false),
            new Column("signing_key", "private_ciphertext", "t.kid", true, false, false),
            new Column("user_second_factor", "seed_ciphertext", "t.user_id::text", false, false, false),
            new Column("account_mail", "body_ciphertext", "t.id::text", false, false, false),
            new Column("platform_integration", "keys_ciphertext", "t.vendor", false, false, false),
            new Column("alert_recipient", "address_ciphertext", "t.way", false, false, false));

    @Override
    public List<ClientId> owners() {
        String everywhere = COLUMNS.stream()
                .filter(Column::ofClients)
                .map(column -> "select t.client_id from " + column.table()
                        + " t join data_key k on k.retired_at is not null and k.id::text = split_part(" + column.text()
                        + ", ':', 2)")
                .collect(Collectors.joining(" union "));
        return Db.query(everywhere)
                .map((row, context) -> Rows.id(row, "client_id", ClientId::new))
                .list();
    }

    @Override
    public List<SealedRow> outdated(@Nullable ClientId client, int limit) {
        List<SealedRow> found = new ArrayList<>();
        for (Column column : COLUMNS) {
            if (column.ofClients() == (client != null) && found.size() < limit) {
                found.addAll(outdated(column, client, limit - found.size()));
            }
        }
        return found;
    }

    private static List<SealedRow> outdated(Column column, @Nullable ClientId client, int limit) {
        return Db.query("""
            select %1$s as row, %2$s as sealed
              from %3$s t join data_key k on k.id::text = split_part(%2$s, ':', 2)
             where k.retired_at is not null %4$s
             order by 1 limit :limit
            """.formatted(
                        column.row(), column.text(), column.table(), client == null ? "" : "and t.client_id = :client"))
                .bind("limit", limit)
                .bindMap(client == null ? Map.of() : Map.of("client", client))
                .map((row, context) -> new SealedRow(
                        new SealedPlace(column.table(), column.name(), Rows.text(row, "row"), client),
                        Rows.text(row, "sealed")))
                .list();
    }

    @Override
    public int replace(List<Resealed> rows) {
        Map<Column, List<Resealed>> byColumn = rows.stream()
                .collect(Collectors.groupingBy(row -> column(row.before().place())));
        return byColumn.entrySet().stream()
                .mapToInt(column -> replace(column.getKey(), column.getValue()))
                .sum();
    }

    private static int replace(Column column, List<Resealed> rows) {
        RowSet set = new RowSet();
        rows.forEach(row -> set.row()
                .set("row", row.before().place().row())
                .set("client_id", row.before().place().client())
                .set("before", row.before().sealed())
                .set("sealed", row.sealed()));
        return Db.update("""
            update %1$s t set %2$s = %3$s, %4$s updated_at = now(), row_version = t.row_version + 1
              from jsonb_to_recordset(:rows) as r(row text, client_id uuid, before text, sealed text)
             where %5$s = r.row and %6$s = r.before %7$s
            """.formatted(
                                column.table(),
                                column.name(),
                                column.binary() ? "convert_to(r.sealed, 'UTF8')" : "r.sealed",
                                column.keyed() ? "key_id = split_part(r.sealed, ':', 2)," : "",
                                column.row(),
                                column.text(),
                                column.ofClients() ? "and t.client_id = r.client_id" : ""))
                .bind("rows", set.json())
                .execute();
    }

    private static Column column(SealedPlace place) {
        return COLUMNS.stream()
                .filter(column ->
                        column.table().equals(place.table()) && column.name().equals(place.column()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is sealed at " + place.text()));
    }
}

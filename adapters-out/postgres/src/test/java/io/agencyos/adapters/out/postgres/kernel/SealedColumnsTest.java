package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.platform.PostgresDataKeys;
import io.agencyos.adapters.out.postgres.platform.PostgresSealedRows;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.application.platform.secret.DataKeys.DataKey;
import io.agencyos.application.platform.secret.KeyRing;
import io.agencyos.application.platform.secret.RenewKeysService;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A row in every table, every column whose name says that it is sealed; then all keys are renewed. Source: api 7. */
class SealedColumnsTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static final ClientId CLIENT = new ClientId(UUID.fromString("019baaaa-0000-7000-8000-000000000001"));

    private DataKeys keys;
    private Map<String, Boolean> columns;

    @BeforeEach
    void rowsEverywhere() throws SQLException {
        database.clear();
        keys = new PostgresDataKeys(database.database().besideUnits());
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            new RowSeeder(superuser).seed(CLIENT.value(), 1);
            statement.execute("delete from data_key");
            statement.execute("""
                insert into signing_key (kid, public_jwk, private_ciphertext, activated_at) values ('k1', '{}', '', now());
                insert into user_second_factor (user_id, seed_ciphertext) select user_id, '' from app_user limit 1;
                insert into account_mail (id, to_address, subject, created_at)
                values (gen_random_uuid(), 'sam@northlight.example', 'Welcome', now());
                insert into platform_integration (vendor, account_ref, keys_ciphertext) values ('models', 'ours', '');
                insert into alert_recipient (way, address_ciphertext, updated_by) values ('chat', '', gen_random_uuid())
                """);
            columns = sealedColumns(statement);
        }
    }

    /** Table and column, and whether it holds bytes. */
    private static Map<String, Boolean> sealedColumns(Statement statement) throws SQLException {
        Map<String, Boolean> found = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery("""
            select c.table_name || '.' || c.column_name, c.data_type = 'bytea'
              from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
              join pg_class p on p.oid = (quote_ident(table_schema) || '.' || quote_ident(table_name))::regclass
             where c.table_schema = 'app' and c.column_name like '%ciphertext' and t.table_type = 'BASE TABLE'
                   and not p.relispartition
             order by 1
            """)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getBoolean(2));
            }
        }
        return found;
    }

    @Test
    void whatever_is_sealed_is_sealed_anew_once_keys_are_renewed() throws SQLException {
        DataKey own = keys.offer(new DataKey(UUID.randomUUID(), CLIENT, "w", "m", true));
        DataKey platforms = keys.offer(new DataKey(UUID.randomUUID(), null, "w", "m", true));
        write("v1:" + own.id() + ":nonce:text");
        for (String table : new String[] {
            "signing_key.private",
            "user_second_factor.seed",
            "account_mail.body",
            "platform_integration.keys",
            "alert_recipient.address"
        }) {
            write(table + "_ciphertext", "v1:" + platforms.id() + ":nonce:text");
        }
        RenewKeysService renewal =
                new RenewKeysService(new Ring(), new PostgresSealedRows(), new Marker(), database.unitOfWork());
        assertThat(renewal.reseal()).as("no key is retired").isZero();

        assertThat(renewal.retire()).isEqualTo(2);
        assertThat(renewal.reseal()).isEqualTo(columns.size());

        assertThat(columns).as("columns that hold what is sealed").hasSizeGreaterThanOrEqualTo(8);
        for (String column : columns.keySet()) {
            assertThat(read(column)).as(column).startsWith("v1:anew:opened v1:");
        }
        assertThat(text("select key_id from client_secret")).isEqualTo("anew");
        assertThat(renewal.reseal()).as("again").isZero();
    }

    private void write(String sealed) throws SQLException {
        for (String column : columns.keySet()) {
            write(column, sealed);
        }
    }

    private void write(String column, String sealed) throws SQLException {
        String[] parts = column.split("\\.");
        String value = columns.get(column) ? "convert_to('" + sealed + "', 'UTF8')" : "'" + sealed + "'";
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate("update " + parts[0] + " set " + parts[1] + " = " + value))
                    .as(column)
                    .isEqualTo(1);
        }
    }

    private String read(String column) throws SQLException {
        String[] parts = column.split("\\.");
        String text = columns.get(column) ? "convert_from(" + parts[1] + ", 'UTF8')" : parts[1];
        return text("select " + text + " from " + parts[0]);
    }

    private static String text(String query) throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Opens to what was sealed, and shows that it sealed. */
    private static final class Marker implements Sealer {

        @Override
        public String seal(byte[] plain, SealedPlace place) {
            return "v1:anew:" + new String(plain, StandardCharsets.UTF_8);
        }

        @Override
        public byte[] open(String sealed, SealedPlace place) {
            assertThat(place.client()).isEqualTo(owner(place));
            return ("opened " + sealed).getBytes(StandardCharsets.UTF_8);
        }

        private static @Nullable ClientId owner(SealedPlace place) {
            return switch (place.table()) {
                case "signing_key", "user_second_factor", "account_mail", "platform_integration", "alert_recipient" ->
                    null;
                default -> CLIENT;
            };
        }
    }

    private final class Ring implements KeyRing {

        @Override
        public int retire() {
            return keys.retireAll();
        }

        @Override
        public int rewrap() {
            throw new AssertionError("nobody asked for this");
        }

        @Override
        public String master() {
            return "m";
        }

        @Override
        public DataKeys.Census census() {
            return keys.census();
        }
    }
}

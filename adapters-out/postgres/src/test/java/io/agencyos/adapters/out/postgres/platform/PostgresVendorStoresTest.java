package io.agencyos.adapters.out.postgres.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.vendor.VendorAccounts;
import io.agencyos.application.platform.vendor.VendorHooks;
import io.agencyos.application.platform.vendor.VendorStoresContract;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestSealer;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.SecretText;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresVendorStoresTest extends VendorStoresContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static final String EVERY_ROW = """
        select string_agg(s::text || convert_from(s.ciphertext, 'UTF8'), ' ') from client_secret s
        union all select string_agg(i::text, ' ') from client_integration i
        union all select string_agg(h::text, ' ') from inbound_hook h
        """;

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected VendorAccounts accounts() {
        return new PostgresVendorAccounts(new TestSealer(), UUID::randomUUID);
    }

    @Override
    protected VendorHooks hooks() {
        return new PostgresVendorHooks(new TestSealer(), UUID::randomUUID);
    }

    @Test // api 7: secrets are encrypted at rest
    void the_database_never_holds_a_key_in_clear() throws SQLException {
        run(client, () -> {
            accounts().save(account(client, "postbox"));
            hooks().add(hook(client, "postbox", HOOK_SECRET));
        });

        assertThat(column(EVERY_ROW))
                .hasSize(3)
                .allSatisfy(rows -> assertThat(rows)
                        .doesNotContain(hex(KEY), hex(HOOK_SECRET))
                        .doesNotContain(KEY.reveal(), HOOK_SECRET.reveal()));
        assertThat(column("select key_id from client_secret where client_id = '" + client.text() + "'"))
                .containsOnly("test");
    }

    /** As bytea prints it. */
    private static String hex(SecretText secret) {
        return HexFormat.of().formatHex(secret.reveal().getBytes(StandardCharsets.US_ASCII));
    }

    @Test // api 7: a ciphertext that is moved to another row fails
    void a_key_that_was_moved_to_another_client_is_not_opened() throws SQLException {
        run(client, () -> accounts().save(account(client, "postbox")));
        run(other, () -> accounts().save(account(other, "postbox")));
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update client_secret set ciphertext = (select ciphertext from client_secret where"
                    + " client_id = '" + client.text() + "') where client_id = '" + other.text() + "'");
        }

        assertThatThrownBy(() -> in(other, () -> accounts().find(other, "postbox")))
                .hasMessageContaining("not sealed for client_secret|ciphertext|");
    }

    @Test
    void a_removed_account_leaves_no_key_behind() throws SQLException {
        run(client, () -> accounts().save(account(client, "postbox")));
        run(client, () -> accounts().remove(client, "postbox"));

        assertThat(column(
                        "select length(ciphertext)::text from client_secret where client_id = '" + client.text() + "'"))
                .containsExactly("0");
    }

    @Test // data model 2, class S: secrets are the worker's only
    void no_member_reads_a_key() {
        run(client, () -> accounts().save(account(client, "postbox")));
        TenantScope owner = new TenantScope(client, null, Role.OWNER);

        assertThatThrownBy(() -> units().inTenant(owner, () -> accounts().find(client, "postbox")))
                .hasMessageContaining("permission denied");
    }

    private static List<String> column(String sql) throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}

package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.platform.vendor.HookRemovals;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Hooks that vendors are still to take away, in {@code hook_removal}; the keys of each are one {@code client_secret}. */
public final class PostgresHookRemovals implements HookRemovals {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String OWED = """
        select r.vendor, r.account_ref, r.account_label, r.settings, r.retried, r.due_at, r.secret_id, s.ciphertext
          from hook_removal r
          join client_secret s on s.client_id = r.client_id and s.id = r.secret_id
         where r.client_id = :client
        """;
    private static final String KEY = " client_id = :client and vendor = :vendor and account_ref = :ref ";

    private final ClientSecrets secrets;

    public PostgresHookRemovals(Sealer sealer, IdSource ids) {
        this.secrets = new ClientSecrets(sealer, ids);
    }

    @Override
    public void owe(Owed removal) {
        VendorAccount account = removal.account();
        Map<String, String> keys = new HashMap<>();
        account.credentials().forEach((name, secret) -> keys.put(name, secret.reveal()));
        String plain = Json.of(keys).text();
        Optional<UUID> before = secretOf(removal.key());
        before.ifPresent(secret -> secrets.replace(account.clientId(), secret, plain));
        UUID secret = before.orElseGet(() -> secrets.insert(account.clientId(), "hook_removal", plain));
        bound(Db.update("""
            insert into hook_removal (client_id, vendor, account_ref, account_label, settings, secret_id, retried, due_at)
            values (:client, :vendor, :ref, :label, :settings, :secret, :retried, :due)
            on conflict (client_id, vendor, account_ref) do update
               set account_label = excluded.account_label, settings = excluded.settings, retried = excluded.retried,
                   due_at = excluded.due_at, updated_at = now(), row_version = hook_removal.row_version + 1
            """), removal.key())
                .bindByType("label", account.label(), String.class)
                .bind("settings", Json.of(account.settings()))
                .bind("secret", secret)
                .bind("retried", removal.retried())
                .bind("due", removal.dueAt())
                .execute();
    }

    @Override
    public Optional<Owed> find(Key key) {
        return bound(Db.query(OWED + " and r.vendor = :vendor and r.account_ref = :ref"), key)
                .map((row, context) -> read(key.client(), row))
                .findOne();
    }

    @Override
    public List<Owed> ofClient(ClientId client) {
        return Db.query(OWED + " order by r.vendor collate \"C\", r.account_ref collate \"C\"")
                .bind("client", client)
                .map((row, context) -> read(client, row))
                .list();
    }

    @Override
    public void settle(Key key) {
        secretOf(key).ifPresent(secret -> {
            bound(Db.update("delete from hook_removal where" + KEY), key).execute();
            secrets.destroy(key.client(), secret);
        });
    }

    @Override
    public List<ClientId> due(Instant now, int limit) {
        return Db.query("select distinct client_id from hook_removal where due_at <= :now order by client_id limit"
                        + " :limit")
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(ClientId::new)
                .list();
    }

    private static Optional<UUID> secretOf(Key key) {
        return bound(Db.query("select secret_id from hook_removal where" + KEY + "for update"), key)
                .mapTo(UUID.class)
                .findOne();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Key key) {
        return statement
                .bind("client", key.client())
                .bind("vendor", key.vendor())
                .bind("ref", key.accountRef());
    }

    private Owed read(ClientId client, ResultSet row) throws SQLException {
        String keys = secrets.open(client, row.getObject("secret_id", UUID.class), row.getBytes("ciphertext"));
        Map<String, SecretText> credentials = new HashMap<>();
        new Json(keys).as(TEXTS).forEach((name, key) -> credentials.put(name, new SecretText(key)));
        @Nullable String label = row.getString("account_label");
        VendorAccount account = new VendorAccount(
                client,
                Rows.text(row, "vendor"),
                Rows.text(row, "account_ref"),
                label,
                new Json(Rows.text(row, "settings")).as(TEXTS),
                credentials);
        return new Owed(account, row.getInt("retried"), Rows.instant(row, "due_at"));
    }
}

package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorAccountState;
import io.agencyos.application.platform.vendor.VendorAccounts;
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
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Clients' accounts at vendors in {@code client_integration}; all keys of one are one {@code client_secret}. */
public final class PostgresVendorAccounts implements VendorAccounts {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String ACCOUNTS = """
        select i.vendor, i.account_ref, i.account_label, i.settings, i.secret_id, s.ciphertext
          from client_integration i
          join client_secret s on s.client_id = i.client_id and s.id = i.secret_id
         where i.client_id = :client and i.deleted_at is null
        """;

    private final ClientSecrets secrets;
    private final IdSource ids;

    private record Stored(UUID id, UUID secretId) {}

    public PostgresVendorAccounts(Sealer sealer, IdSource ids) {
        this.secrets = new ClientSecrets(sealer, ids);
        this.ids = ids;
    }

    @Override
    public Optional<VendorAccount> find(ClientId client, String vendor) {
        return Db.query(ACCOUNTS + " and i.vendor = :vendor")
                .bind("client", client)
                .bind("vendor", vendor)
                .map((row, context) -> read(client, row))
                .findOne();
    }

    @Override
    public List<VendorAccount> ofClient(ClientId client) {
        return Db.query(ACCOUNTS + " order by i.vendor collate \"C\"")
                .bind("client", client)
                .map((row, context) -> read(client, row))
                .list();
    }

    @Override
    public List<ClientId> connected(Set<String> vendors, @Nullable ClientId after, int limit) {
        return Db.query("""
            select distinct client_id from client_integration
             where vendor = any (:vendors) and deleted_at is null
               and (cast(:after as uuid) is null or client_id > :after)
             order by client_id limit :limit
            """)
                .bind("vendors", vendors.toArray(String[]::new))
                .bindByType("after", after, ClientId.class)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(ClientId::new)
                .list();
    }

    private VendorAccount read(ClientId client, ResultSet row) throws SQLException {
        String keys = secrets.open(client, row.getObject("secret_id", UUID.class), row.getBytes("ciphertext"));
        Map<String, SecretText> credentials = new HashMap<>();
        new Json(keys).as(TEXTS).forEach((name, key) -> credentials.put(name, new SecretText(key)));
        return new VendorAccount(
                client,
                Rows.text(row, "vendor"),
                Rows.text(row, "account_ref"),
                row.getString("account_label"),
                new Json(Rows.text(row, "settings")).as(TEXTS),
                credentials);
    }

    @Override
    public void save(VendorAccount account) {
        Map<String, String> keys = new HashMap<>();
        account.credentials().forEach((name, secret) -> keys.put(name, secret.reveal()));
        String plain = Json.of(keys).text();
        Optional<Stored> before = stored(account.clientId(), account.vendor());
        if (before.isPresent()) {
            secrets.replace(account.clientId(), before.get().secretId(), plain);
            bound(Db.update("""
                update client_integration set account_ref = :ref, account_label = :label, settings = :settings,
                       status = 'connected', last_ok_at = null, last_error = null, last_error_at = null,
                       updated_at = now(), row_version = row_version + 1
                 where client_id = :client and id = :id
                """), account).bind("id", before.get().id()).execute();
        } else {
            UUID secret = secrets.insert(account.clientId(), "vendor_account", plain);
            bound(Db.update("""
                insert into client_integration (client_id, id, vendor, account_ref, account_label, settings, secret_id)
                values (:client, :id, :vendor, :ref, :label, :settings, :secret)
                """), account)
                    .bind("id", ids.next())
                    .bind("vendor", account.vendor())
                    .bind("secret", secret)
                    .execute();
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, VendorAccount account) {
        return statement
                .bind("client", account.clientId())
                .bind("ref", account.accountRef())
                .bindByType("label", account.label(), String.class)
                .bind("settings", Json.of(account.settings()));
    }

    private static Optional<Stored> stored(ClientId client, String vendor) {
        return Db.query("""
            select id, secret_id from client_integration
             where client_id = :client and vendor = :vendor and deleted_at is null for update
            """)
                .bind("client", client)
                .bind("vendor", vendor)
                .map((row, context) ->
                        new Stored(row.getObject("id", UUID.class), row.getObject("secret_id", UUID.class)))
                .findOne();
    }

    @Override
    public boolean remove(ClientId client, String vendor) {
        Optional<Stored> there = stored(client, vendor);
        there.ifPresent(account -> {
            secrets.destroy(client, account.secretId());
            Db.update("""
                update client_integration set deleted_at = now(), updated_at = now(), row_version = row_version + 1
                 where client_id = :client and id = :id
                """).bind("client", client).bind("id", account.id()).execute();
        });
        return there.isPresent();
    }

    @Override
    public Optional<VendorAccountState> state(ClientId client, String vendor) {
        return Db.query("""
            select status, last_ok_at, last_error, last_error_at from client_integration
             where client_id = :client and vendor = :vendor and deleted_at is null
            """)
                .bind("client", client)
                .bind("vendor", vendor)
                .map((row, context) -> state(row))
                .findOne();
    }

    private static VendorAccountState state(ResultSet row) throws SQLException {
        return new VendorAccountState(
                Rows.word(row, "status", VendorAccountState.Status.class),
                Rows.instantOrNull(row, "last_ok_at"),
                row.getString("last_error"),
                Rows.instantOrNull(row, "last_error_at"));
    }

    @Override
    public List<Standing> everywhere() {
        return Db.query("""
            select client_id, vendor, status, last_ok_at, last_error, last_error_at from client_integration
             where deleted_at is null
            """)
                .map((row, context) ->
                        new Standing(Rows.id(row, "client_id", ClientId::new), Rows.text(row, "vendor"), state(row)))
                .list();
    }

    @Override
    public void tell(ClientId client, String vendor, VendorAccountState state) {
        Db.update("""
            update client_integration set status = :status, last_ok_at = :ok, last_error = :error,
                   last_error_at = :error_at, updated_at = now(), row_version = row_version + 1
             where client_id = :client and vendor = :vendor and deleted_at is null
            """)
                .bind("client", client)
                .bind("vendor", vendor)
                .bind("status", state.status())
                .bindByType("ok", state.lastOkAt(), Instant.class)
                .bindByType("error", state.lastError(), String.class)
                .bindByType("error_at", state.lastErrorAt(), Instant.class)
                .execute();
    }
}

package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.platform.vendor.VendorHook;
import io.agencyos.application.platform.vendor.VendorHooks;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The addresses that we gave to vendors, in {@code inbound_hook}; their secrets are {@code client_secret}s. */
public final class PostgresVendorHooks implements VendorHooks {

    private static final String SECRETS = """
        select h.hook_id, h.vendor, h.client_id, h.active, h.created_at, h.ends_at, h.last_event_at, s.id, s.ciphertext
          from inbound_hook h
          join client_secret s on s.client_id = h.client_id and s.id = any (h.secret_ids)
        """;

    /** Secrets kept open: a hook is read before each event that it brings is stored, and changes once in months. */
    private static final int KEPT_OPEN = 1_000;

    private final ClientSecrets secrets;
    private final Map<Sealed, String> open = new ConcurrentHashMap<>();

    /** What is sealed, and where: the same is opened to the same. */
    private record Sealed(ClientId client, UUID id, ByteBuffer ciphertext) {}

    public PostgresVendorHooks(Sealer sealer, IdSource ids) {
        this.secrets = new ClientSecrets(sealer, ids);
    }

    @Override
    public void add(VendorHook hook) {
        UUID[] secretIds = hook.secrets().stream()
                .map(secret -> secrets.insert(hook.clientId(), "inbound_hook", secret.reveal()))
                .toArray(UUID[]::new);
        Db.update("""
            insert into inbound_hook (hook_id, vendor, client_id, verification, secret_ids, active, created_at)
            values (:hook, :vendor, :client, 'signature', :secrets, :active, :made)
            """)
                .bind("hook", hook.hookId())
                .bind("vendor", hook.vendor())
                .bind("client", hook.clientId())
                .bind("secrets", secretIds)
                .bind("active", hook.active())
                .bind("made", hook.madeAt())
                .execute();
    }

    @Override
    public List<VendorHook> findAll(Collection<String> hookIds) {
        return folded(Db.query(SECRETS + """
             where h.hook_id = any (:hooks)
             order by h.hook_id collate "C", array_position(h.secret_ids, s.id)
            """)
                .bind("hooks", hookIds.toArray(String[]::new))
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<VendorHook> ofClient(ClientId client, String vendor) {
        return folded(Db.query(SECRETS + """
             where h.client_id = :client and h.vendor = :vendor
             order by h.hook_id collate "C", array_position(h.secret_ids, s.id)
            """)
                .bind("client", client)
                .bind("vendor", vendor)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<VendorHook> ofClient(ClientId client) {
        return folded(Db.query(SECRETS + """
             where h.client_id = :client
             order by h.hook_id collate "C", array_position(h.secret_ids, s.id)
            """)
                .bind("client", client)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public void end(ClientId client, String vendor, Instant at) {
        Db.update("""
            update inbound_hook set ends_at = :at, updated_at = now(), row_version = row_version + 1
             where client_id = :client and vendor = :vendor and active and ends_at is null
            """)
                .bind("client", client)
                .bind("vendor", vendor)
                .bind("at", at)
                .execute();
    }

    /** A row that somebody else writes at this moment is left to them: they say nearly the same. */
    @Override
    public void heard(Collection<String> hookIds, Instant at) {
        Db.update("""
            update inbound_hook h set last_event_at = :at
              from (select hook_id from inbound_hook where hook_id = any (:hooks) for no key update skip locked) d
             where h.hook_id = d.hook_id
            """)
                .bind("hooks", hookIds.toArray(String[]::new))
                .bind("at", at)
                .execute();
    }

    @Override
    public void deactivate(ClientId client, String vendor) {
        Db.update("""
            update inbound_hook set active = false, updated_at = now(), row_version = row_version + 1
             where client_id = :client and vendor = :vendor and active
            """).bind("client", client).bind("vendor", vendor).execute();
    }

    /** One hook with one of its secrets. */
    private VendorHook read(ResultSet row) throws SQLException {
        ClientId client = Rows.id(row, "client_id", ClientId::new);
        String secret = opened(client, row.getObject("id", UUID.class), row.getBytes("ciphertext"));
        return new VendorHook(
                Rows.text(row, "hook_id"),
                Rows.text(row, "vendor"),
                client,
                List.of(new SecretText(secret)),
                row.getBoolean("active"),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "ends_at"),
                Rows.instantOrNull(row, "last_event_at"));
    }

    private String opened(ClientId client, UUID id, byte[] ciphertext) {
        if (open.size() >= KEPT_OPEN) {
            open.clear();
        }
        return open.computeIfAbsent(
                new Sealed(client, id, ByteBuffer.wrap(ciphertext)), fresh -> secrets.open(client, id, ciphertext));
    }

    /** Rows of one hook follow each other. */
    private static List<VendorHook> folded(List<VendorHook> rows) {
        return rows.stream()
                .map(VendorHook::hookId)
                .distinct()
                .map(id -> rows.stream()
                        .filter(row -> row.hookId().equals(id))
                        .reduce(PostgresVendorHooks::joined)
                        .orElseThrow())
                .toList();
    }

    private static VendorHook joined(VendorHook one, VendorHook other) {
        List<SecretText> both =
                Stream.concat(one.secrets().stream(), other.secrets().stream()).toList();
        return new VendorHook(
                one.hookId(),
                one.vendor(),
                one.clientId(),
                both,
                one.active(),
                one.madeAt(),
                one.endsAt(),
                one.lastEventAt());
    }
}

package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.access.ApiKeys;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.ApiKey;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.IpNetwork;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ApiKeyId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys of programs in {@code api_key}. */
public final class PostgresApiKeys implements ApiKeys {

    private static final String SELECT = "select k.*, k.allowed_cidrs::text[] as networks from api_key k";

    @Override
    public void insert(ApiKey key) {
        Db.update("""
            insert into api_key (client_id, id, name, key_prefix, key_hash, is_test, scopes, role_cap, allowed_cidrs,
                   expires_at, created_by, created_at)
            values (:client, :id, :name, :prefix, :hash, :test, :scopes, :cap, :networks::cidr[], :expires, :by, :at)
            """)
                .bind("client", key.clientId())
                .bind("id", key.id())
                .bind("name", key.name())
                .bind("prefix", key.prefix())
                .bind("hash", HexFormat.of().parseHex(key.hash()))
                .bind("test", key.mode() == ClientMode.TEST)
                .bind(
                        "scopes",
                        key.scopes().stream().map(KeyScope::wire).sorted().toArray(String[]::new))
                .bind("cap", key.roleCap())
                .bind("networks", key.networks().stream().map(IpNetwork::text).toArray(String[]::new))
                .bind("expires", key.expiresAt())
                .bind("by", key.createdBy())
                .bind("at", key.createdAt())
                .execute();
    }

    @Override
    public List<ApiKey> of(ClientId client) {
        return Db.query(SELECT + " where k.client_id = :client and k.revoked_at is null order by k.created_at, k.id")
                .bind("client", client)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<ApiKey> find(ClientId client, String hash) {
        return Db.query(SELECT + " where k.client_id = :client and k.key_hash = :hash")
                .bind("client", client)
                .bind("hash", HexFormat.of().parseHex(hash))
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public boolean revoke(ClientId client, ApiKeyId id, Instant at) {
        return Db.update("""
            update api_key set revoked_at = :at, updated_at = :at, row_version = row_version + 1
             where client_id = :client and id = :id and revoked_at is null
            """)
                        .bind("client", client)
                        .bind("id", id)
                        .bind("at", at)
                        .execute()
                > 0;
    }

    @Override
    public void used(ApiKey key, Instant at, Instant unlessSince) {
        if (key.lastUsedAt() != null && !key.lastUsedAt().isBefore(unlessSince)) {
            return;
        }
        Db.update("""
            update api_key set last_used_at = :at
             where client_id = :client and id = :id and (last_used_at is null or last_used_at < :since)
            """)
                .bind("client", key.clientId())
                .bind("id", key.id())
                .bind("at", at)
                .bind("since", unlessSince)
                .execute();
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        Set<KeyScope> scopes = Rows.texts(row, "scopes").stream()
                .map(word -> Vocabulary.parse(KeyScope.class, word).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
        return new ApiKey(
                Rows.id(row, "id", ApiKeyId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.text(row, "name"),
                row.getBoolean("is_test") ? ClientMode.TEST : ClientMode.LIVE,
                scopes,
                Rows.word(row, "role_cap", Role.class),
                Rows.texts(row, "networks").stream()
                        .map(network -> IpNetwork.parse(network).orElseThrow())
                        .toList(),
                Rows.text(row, "key_prefix"),
                HexFormat.of().formatHex(row.getBytes("key_hash")),
                Rows.id(row, "created_by", UserId::new),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "last_used_at"),
                Rows.instantOrNull(row, "revoked_at"));
    }
}

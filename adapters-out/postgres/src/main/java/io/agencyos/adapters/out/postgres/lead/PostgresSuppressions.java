package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Realm;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Entries of clients in {@code suppression}, those of the platform in {@code platform_suppression}, which keeps salted
 * hashes only, so that an erased person stays blocked without being known.
 */
public final class PostgresSuppressions implements Suppressions {

    private static final String LIVE =
            "select * from suppression where client_id = :client and deleted_at is null and superseded_at is null";

    private static final String OF_CLIENT = """
        select s.client_id, s.id, s.kind, s.value_key, s.reason, s.source, s.group_id, s.note, s.created_at, s.expires_at,
               s.row_version
          from unnest(:kinds, :values) as k(kind, value)
         cross join lateral (
               select * from suppression
                where client_id = :client and kind = k.kind and value_key = k.value
                  and deleted_at is null and superseded_at is null
                  and (expires_at is null or expires_at > :now) offset 0) s
        """;

    private static final String OF_PLATFORM = """
        select null::uuid as client_id, p.group_id as id, p.kind, k.value as value_key, p.reason, p.source, p.group_id,
               p.note, p.created_at, null::timestamptz as expires_at, p.row_version
          from unnest(:kinds, :values, :hashes) as k(kind, value, hash)
         cross join lateral (
               select * from platform_suppression where kind = k.kind and value_hash = decode(k.hash, 'hex') offset 0) p
        """;

    /** Among entries that are met in the order of a subject's keys: address-only last, the platform before the client. */
    private static final Comparator<Suppression> ORDER =
            Comparator.comparing(Suppression::closesAddressOnly).thenComparing(entry -> entry.clientId() != null);

    /** When more keys than that are asked for and there are fewer entries than keys, the entries are read instead. */
    private static final int MANY = 500;

    private final String salt;

    /** @param salt fixed for the life of the database */
    public PostgresSuppressions(String salt) {
        this.salt = salt;
    }

    @Override
    public Optional<Suppression> match(ClientId client, Subject subject, Instant now) {
        return Optional.ofNullable(matchAll(client, Map.of(0, subject), now).get(0));
    }

    @Override
    public <K> Map<K, Suppression> matchAll(ClientId client, Map<K, Subject> subjects, Instant now) {
        if (subjects.size() > MANY && nobody(client)) {
            return Map.of();
        }
        Map<Key, List<Suppression>> entries = entries(
                client,
                subjects.values().stream()
                        .flatMap(subject -> subject.keys().stream())
                        .collect(Collectors.toSet()),
                now);
        Map<K, Suppression> matches = new LinkedHashMap<>();
        if (!entries.isEmpty()) {
            subjects.forEach((name, subject) -> subject.keys().stream()
                    .flatMap(key -> entries.getOrDefault(key, List.of()).stream())
                    .min(ORDER)
                    .ifPresent(first -> matches.put(name, first)));
        }
        return matches;
    }

    /** Whether there is no entry at all that could name anybody, which spares asking for every key of many subjects. */
    private static boolean nobody(ClientId client) {
        return !Db.query("""
            select exists (select from platform_suppression)
                or exists (select from suppression
                            where client_id = :client and deleted_at is null and superseded_at is null)
            """).bind("client", client).mapTo(Boolean.class).one();
    }

    /** What the platform and this client hold against each of the keys. */
    private Map<Key, List<Suppression>> entries(ClientId client, Set<Key> keys, Instant now) {
        Map<Key, List<Suppression>> entries = new HashMap<>();
        if (keys.isEmpty()) {
            return entries;
        }
        List<Suppression> found = keys.size() > MANY
                ? Stream.concat(ofPlatform(keys).stream(), ofClient(client, keys, now).stream())
                        .toList()
                : named(client, keys, now);
        found.forEach(entry -> entries.computeIfAbsent(new Key(entry.keyType(), entry.key()), key -> new ArrayList<>())
                .add(entry));
        return entries;
    }

    /** Of the platform and of the client, key by key. */
    private List<Suppression> named(ClientId client, Set<Key> keys, Instant now) {
        return named(Db.query(OF_PLATFORM + " union all " + OF_CLIENT), keys)
                .bind("hashes", hashes(keys))
                .bind("client", client)
                .bind("now", now)
                .map((row, context) -> read(row))
                .list();
    }

    /** Those of the client; where there are fewer of them than keys, they are read instead of asked for. */
    private static List<Suppression> ofClient(ClientId client, Set<Key> keys, Instant now) {
        List<Suppression> all = Db.query(LIVE + " and (expires_at is null or expires_at > :now) limit :limit")
                .bind("client", client)
                .bind("now", now)
                .bind("limit", keys.size() + 1)
                .map((row, context) -> read(row))
                .list();
        if (all.size() <= keys.size()) {
            return all.stream()
                    .filter(entry -> keys.contains(new Key(entry.keyType(), entry.key())))
                    .toList();
        }
        return named(Db.query(OF_CLIENT), keys)
                .bind("client", client)
                .bind("now", now)
                .map((row, context) -> read(row))
                .list();
    }

    private List<Suppression> ofPlatform(Set<Key> keys) {
        if (!Db.query("select exists (select from platform_suppression)")
                .mapTo(Boolean.class)
                .one()) {
            return List.of();
        }
        return named(Db.query(OF_PLATFORM), keys)
                .bind("hashes", hashes(keys))
                .map((row, context) -> read(row))
                .list();
    }

    private static Query named(Query query, Set<Key> keys) {
        return query.bind("kinds", kinds(keys))
                .bind("values", keys.stream().map(Key::value).toArray(String[]::new));
    }

    private String[] hashes(Set<Key> keys) {
        String realm = Realm.prefix();
        return keys.stream()
                .map(key -> HexFormat.of().formatHex(hash(key.type(), realm + key.value())))
                .toArray(String[]::new);
    }

    private static String[] kinds(Set<Key> keys) {
        return keys.stream().map(key -> key.type().wire()).toArray(String[]::new);
    }

    @Override
    public void add(Collection<Suppression> entries) {
        addToClients(entries.stream().filter(entry -> entry.clientId() != null).toList());
        addToPlatform(entries.stream().filter(entry -> entry.clientId() == null).toList());
    }

    private static void addToClients(List<Suppression> entries) {
        if (entries.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        entries.forEach(entry -> rows.row()
                .set("client_id", entry.clientId())
                .set("id", entry.id())
                .set("kind", entry.keyType())
                .set("value_key", entry.key())
                .set("reason", entry.reason())
                .set("source", entry.source())
                .set("group_id", entry.groupId())
                .set("note", entry.note())
                .set("expires_at", entry.expiresAt())
                .set("created_at", entry.createdAt()));
        Db.stamping("""
            insert into suppression as s (client_id, id, kind, value_key, reason, source, group_id, note, expires_at,
                   created_at, updated_at)
            select client_id, id, kind, value_key, reason, source, group_id, note, expires_at, created_at, :moment
              from jsonb_to_recordset(:rows) as r(client_id uuid, id uuid, kind text, value_key text, reason text,
                   source text, group_id uuid, note text, expires_at timestamptz, created_at timestamptz)
             order by kind, value_key
            on conflict (client_id, kind, value_key) where deleted_at is null and superseded_at is null
            do update set
                   reason = case when array_position(:strength, excluded.reason) < array_position(:strength, s.reason)
                                 then excluded.reason else s.reason end,
                   source = case when array_position(:strength, excluded.reason) < array_position(:strength, s.reason)
                                 then excluded.source else s.source end,
                   note = case when array_position(:strength, excluded.reason) < array_position(:strength, s.reason)
                               then excluded.note else s.note end,
                   expires_at = case when s.expires_at is null or excluded.expires_at is null then null
                                     else greatest(s.expires_at, excluded.expires_at) end,
                   updated_at = excluded.updated_at, row_version = s.row_version + 1
            """).bind("rows", rows.json()).bind("strength", strength()).execute();
    }

    private void addToPlatform(List<Suppression> entries) {
        if (entries.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        String realm = Realm.prefix();
        entries.forEach(entry -> rows.row()
                .set("kind", entry.keyType())
                .set("hash", HexFormat.of().formatHex(hash(entry.keyType(), realm + entry.key())))
                .set("reason", entry.reason())
                .set("source", entry.source())
                .set("group_id", entry.groupId())
                .set("note", entry.note())
                .set("created_at", entry.createdAt()));
        Db.update("""
            insert into platform_suppression as s (kind, value_hash, reason, source, group_id, note, created_at)
            select kind, decode(hash, 'hex'), reason, source, group_id, note, created_at
              from jsonb_to_recordset(:rows) as r(kind text, hash text, reason text, source text, group_id uuid, note text,
                   created_at timestamptz)
             order by kind, hash
            on conflict (kind, value_hash) do update set
                   reason = case when array_position(:strength, excluded.reason) < array_position(:strength, s.reason)
                                 then excluded.reason else s.reason end,
                   row_version = s.row_version + 1
            """).bind("rows", rows.json()).bind("strength", strength()).execute();
    }

    @Override
    public List<Suppression> list(ClientId client) {
        return Db.query("""
            select * from suppression
             where client_id = :client and deleted_at is null and superseded_at is null
             order by created_at, id
            """)
                .bind("client", client)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<Suppression> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Criteria entries = new Criteria(LIVE)
                .with("client", client)
                .andAny("reason = any (:reasons)", "reasons", filter.reasons())
                .andAny("kind = any (:kinds)", "kinds", filter.keyTypes())
                .andAny("source = any (:sources)", "sources", filter.sources())
                .and("strpos(lower(value_key), lower(:q)) > 0", "q", filter.q());
        if (after != null) {
            entries.and("(created_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.createdAt())
                    .with("afterId", after.id());
        }
        return entries.first(limit, "created_at desc, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<Suppression> find(ClientId client, SuppressionId id) {
        return Db.query(LIVE + " and id = :id")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public Optional<Suppression> findByKey(ClientId client, Key key) {
        return Db.query(LIVE + " and kind = :kind and value_key = :value")
                .bind("client", client)
                .bind("kind", key.type())
                .bind("value", key.value())
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public Map<Key, Suppression> findByKeys(ClientId client, Collection<Key> keys) {
        RowSet rows = new RowSet();
        keys.forEach(key -> rows.row().set("kind", key.type()).set("value_key", key.value()));
        return Db.query("""
            select s.*
              from jsonb_to_recordset(:rows) as r(kind text, value_key text)
              join suppression s on s.client_id = :client and s.kind = r.kind and s.value_key = r.value_key
                                and s.deleted_at is null and s.superseded_at is null
            """).bind("rows", rows.json()).bind("client", client).map((row, context) -> read(row)).stream()
                .collect(Collectors.toMap(
                        entry -> new Key(entry.keyType(), entry.key()), Function.identity(), (one, same) -> one));
    }

    @Override
    public List<Suppression> group(ClientId client, SuppressionId groupId) {
        return Db.query(LIVE + " and group_id = :group order by id")
                .bind("client", client)
                .bind("group", groupId)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<Suppression> findAll(ClientId client, Collection<SuppressionId> ids) {
        return Db.query(LIVE + " and id = any (:ids) order by id")
                .bind("client", client)
                .bind("ids", Db.uuids(ids))
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public void removeAll(ClientId client, Collection<Suppression> entries, Instant at) {
        Db.stamping("""
            update suppression set deleted_at = :at, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = any (:ids) and deleted_at is null
            """)
                .bind("at", at)
                .bind("client", client)
                .bind("ids", Db.uuids(entries.stream().map(Suppression::id).toList()))
                .execute();
    }

    @Override
    public void remove(Suppression entry, Instant at) {
        int removed = Db.stamping("""
            update suppression set deleted_at = :at, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version and deleted_at is null
            """)
                .bind("client", entry.clientId())
                .bind("id", entry.id())
                .bind("version", entry.version())
                .bind("at", at)
                .execute();
        if (removed == 0) {
            throw new ConcurrentUpdate("suppression " + entry.id());
        }
    }

    /** Reasons, the strongest first, as the vocabulary has them. */
    private static String[] strength() {
        return Arrays.stream(SuppressionReason.values())
                .map(SuppressionReason::wire)
                .toArray(String[]::new);
    }

    byte[] hash(SuppressionKeyType kind, String value) {
        return Digests.sha256(salt + "|" + kind.wire() + "|" + value);
    }

    private static Suppression read(ResultSet row) throws SQLException {
        @Nullable ClientId client = Rows.idOrNull(row, "client_id", ClientId::new);
        return new Suppression(
                Rows.id(row, "id", SuppressionId::new),
                client,
                Rows.word(row, "kind", SuppressionKeyType.class),
                Rows.text(row, "value_key"),
                Rows.word(row, "reason", SuppressionReason.class),
                Rows.word(row, "source", SuppressionSource.class),
                Rows.id(row, "group_id", SuppressionId::new),
                row.getString("note"),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "expires_at"),
                row.getInt("row_version"));
    }
}

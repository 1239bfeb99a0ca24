package io.agencyos.adapters.out.memory.kernel;

import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table: immutable rows by key, with unique indexes, bound to the unit of work that is open. A tenant's table shows
 * and takes only rows of that tenant; a platform table refuses members. Rows come back in
 * no order that anybody could rely on, as those of a server do, except where somebody asks for that of their insertion.
 *
 * @param <K> key of a row, unique over all tenants
 * @param <V> immutable row
 */
public final class MemoryTable<K, V> {

    private final String name;
    private final MemoryUnitOfWork units;
    private final @Nullable Function<V, ClientId> tenantOf;
    private final Function<V, K> keyOf;
    private final Map<K, V> rows = new LinkedHashMap<>();
    private final List<Index<V>> indexes = new ArrayList<>();
    private Set<Role> writers = EnumSet.of(Role.OWNER, Role.ADMIN, Role.MEMBER, Role.WORKER);
    private Set<Role> readers = EnumSet.allOf(Role.class);
    private boolean platformMayWrite;
    private boolean everybodyReads;
    private @Nullable Stamping<V> stamping;

    /** What a write stamps. */
    private record Stamping<V>(String as, Function<V, UUID> id) {}

    private record Index<V>(String name, Function<V, @Nullable Object> keyOf, Map<Object, V> entries) {}

    private MemoryTable(
            String name, MemoryUnitOfWork units, @Nullable Function<V, ClientId> tenantOf, Function<V, K> keyOf) {
        this.name = name;
        this.units = units;
        this.tenantOf = tenantOf;
        this.keyOf = keyOf;
    }

    /** A table whose every row belongs to one tenant. */
    public static <K, V> MemoryTable<K, V> ofTenants(
            String name, MemoryUnitOfWork units, Function<V, ClientId> tenantOf, Function<V, K> keyOf) {
        MemoryTable<K, V> table = new MemoryTable<>(name, units, tenantOf, keyOf);
        units.holds(table);
        return table;
    }

    /** A table of the platform: for platform units and for the product's own work in a tenant. */
    public static <K, V> MemoryTable<K, V> ofPlatform(String name, MemoryUnitOfWork units, Function<V, K> keyOf) {
        return new MemoryTable<>(name, units, null, keyOf);
    }

    /** Adds a unique index; a null key is not indexed. Declare all of them before the first row. */
    public MemoryTable<K, V> unique(String indexName, Function<V, @Nullable Object> key) {
        indexes.add(new Index<>(indexName, key, new HashMap<>()));
        return this;
    }

    /** Every write says when it was, under the row's id. */
    public MemoryTable<K, V> stamped(Function<V, UUID> id) {
        return stamped(name, id);
    }

    /** Every write says when it was, of a thing that other tables are part of as well. */
    public MemoryTable<K, V> stamped(String as, Function<V, UUID> id) {
        stamping = new Stamping<>(as, id);
        return this;
    }

    /** Narrows who writes a tenant's table, as its class in {@code R__2_security.sql} does; every member but a viewer otherwise. */
    public MemoryTable<K, V> writtenBy(Role first, Role... others) {
        writers = EnumSet.of(first, others);
        return this;
    }

    /** Narrows who sees the rows of a tenant's table. */
    public MemoryTable<K, V> readBy(Role first, Role... others) {
        readers = EnumSet.of(first, others);
        return this;
    }

    /** For the few tenant tables that exist before a tenant can act, or that the platform keeps for itself. */
    public MemoryTable<K, V> alsoWrittenByThePlatform() {
        platformMayWrite = true;
        return this;
    }

    /** For a table of the platform that every member reads. */
    public MemoryTable<K, V> readByEverybody() {
        everybodyReads = true;
        return this;
    }

    public Optional<V> find(K key) {
        requireRead();
        return Optional.ofNullable(rows.get(key)).filter(this::visible);
    }

    /** The row that has this key in a unique index. */
    public Optional<V> findBy(String indexName, Object key) {
        requireRead();
        Index<V> index = indexes.stream()
                .filter(candidate -> candidate.name().equals(indexName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no index " + indexName + " on " + name));
        return Optional.ofNullable(index.entries().get(key)).filter(this::visible);
    }

    /** Every visible row, in an order that is neither that of their insertion nor of anything else, and always the same. */
    public Stream<V> rows() {
        return dealt(visible()).stream();
    }

    /** Every visible row, oldest insertion first: for what is numbered in a database. */
    public Stream<V> inOrder() {
        return visible().stream();
    }

    /** As they are now, whatever is written while they are looked at. */
    private List<V> visible() {
        requireRead();
        Function<V, ClientId> owner = tenantOf;
        if (owner == null) {
            return new ArrayList<>(rows.values());
        }
        Predicate<ClientId> seen = units.seenBy(readers);
        List<V> visible = new ArrayList<>();
        for (V row : rows.values()) {
            if (seen.test(owner.apply(row))) {
                visible.add(row);
            }
        }
        return visible;
    }

    /** From both ends in turn, the last row first. */
    private static <V> List<V> dealt(List<V> rows) {
        List<V> dealt = new ArrayList<>(rows.size());
        for (int first = 0, last = rows.size() - 1; first <= last; first++, last--) {
            dealt.add(rows.get(last));
            if (first < last) {
                dealt.add(rows.get(first));
            }
        }
        return dealt;
    }

    /** Every row, whatever unit is open: for what stands in the place of a function that runs with the platform's rights. */
    public Stream<V> asThePlatform() {
        units.requireOpen();
        return List.copyOf(rows.values()).stream();
    }

    /** Adds a row whose key is new. */
    public void insert(V row) {
        requireWrite(row);
        if (rows.containsKey(keyOf.apply(row))) {
            throw new UniqueViolation(name + "_pkey");
        }
        put(row);
    }

    /** Adds a row or replaces the one with its key. */
    public void put(V row) {
        requireWrite(row);
        K key = keyOf.apply(row);
        V before = rows.get(key);
        if (before != null) {
            requireWrite(before);
        }
        for (Index<V> index : indexes) {
            Object indexKey = index.keyOf().apply(row);
            V holder = indexKey == null ? null : index.entries().get(indexKey);
            if (holder != null && !keyOf.apply(holder).equals(key)) {
                throw new UniqueViolation(index.name());
            }
        }
        set(key, before, row);
        units.changed(name, () -> set(key, row, before));
        stamp(row);
    }

    /** Removes the row with this key, if there is one. */
    public void remove(K key) {
        V before = rows.get(key);
        if (before == null) {
            requireAccess();
            return;
        }
        requireWrite(before);
        set(key, before, null);
        units.changed(name, () -> set(key, null, before));
        stamp(before);
        if (tenantOf != null) {
            units.removed(name, tenantOf.apply(before), key);
        }
    }

    /** Takes some rows of a tenant away, whoever may write them; answers how many. */
    int removeSome(ClientId client, int most) {
        Function<V, ClientId> owner = tenantOf;
        List<K> keys = owner == null
                ? List.of()
                : rows.values().stream()
                        .filter(row -> owner.apply(row).equals(client))
                        .limit(most)
                        .map(keyOf)
                        .toList();
        keys.forEach(key -> {
            V before = rows.get(key);
            set(key, before, null);
            units.changed(name, () -> set(key, null, before));
        });
        return keys.size();
    }

    private void set(K key, @Nullable V before, @Nullable V after) {
        for (Index<V> index : indexes) {
            Object old = before == null ? null : index.keyOf().apply(before);
            if (old != null) {
                index.entries().remove(old);
            }
            Object fresh = after == null ? null : index.keyOf().apply(after);
            if (fresh != null && after != null) {
                index.entries().put(fresh, after);
            }
        }
        if (after == null) {
            rows.remove(key);
        } else {
            rows.put(key, after);
        }
    }

    private void stamp(V row) {
        if (stamping != null && tenantOf != null) {
            units.stamp(stamping.as(), tenantOf.apply(row), stamping.id().apply(row));
        }
    }

    private boolean visible(V row) {
        return tenantOf == null || units.seenBy(readers).test(tenantOf.apply(row));
    }

    private void requireRead() {
        if (everybodyReads) {
            units.requireOpen();
        } else {
            requireAccess();
        }
    }

    private void requireAccess() {
        units.requireOpen();
        if (tenantOf == null) {
            units.requirePlatform();
        }
    }

    private void requireWrite(V row) {
        requireAccess();
        if (tenantOf != null) {
            units.requireWrite(tenantOf.apply(row), writers, platformMayWrite);
        }
    }
}

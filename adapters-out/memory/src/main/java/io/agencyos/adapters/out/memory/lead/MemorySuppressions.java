package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.store.PlatformSuppressions;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Suppression entries of the clients and of the platform. */
public final class MemorySuppressions implements Suppressions, PlatformSuppressions {

    /** What makes an entry the same entry. */
    private record Key(@Nullable ClientId client, SuppressionKeyType type, String key) {}

    private final MemoryTable<Key, Suppression> ofClients;
    private final MemoryTable<Key, Suppression> ofPlatform;

    public MemorySuppressions(MemoryUnitOfWork units) {
        ofClients = MemoryTable.<Key, Suppression>ofTenants(
                        "suppression",
                        units,
                        entry -> Objects.requireNonNull(entry.clientId()),
                        MemorySuppressions::key)
                .stamped(entry -> entry.id().value());
        ofPlatform = MemoryTable.ofPlatform("platform_suppression", units, MemorySuppressions::key);
    }

    private static Key key(Suppression entry) {
        return new Key(entry.clientId(), entry.keyType(), entry.key());
    }

    @Override
    public Optional<Suppression> match(ClientId client, Subject subject, Instant now) {
        return match(client, subject, now, ofPlatform::find);
    }

    /** The same to whoever may look at a lead but not into the platform's list. */
    Optional<Suppression> shown(ClientId client, Subject subject, Instant now) {
        return match(
                client,
                subject,
                now,
                key -> ofPlatform
                        .asThePlatform()
                        .filter(entry -> key(entry).equals(key))
                        .findFirst());
    }

    private Optional<Suppression> match(
            ClientId client, Subject subject, Instant now, Function<Key, Optional<Suppression>> platform) {
        List<Suppressions.Key> keys = subject.keys();
        List<Suppression> hits = Stream.concat(
                        keys.stream().map(key -> platform.apply(new Key(null, key.type(), key.value()))),
                        keys.stream().map(key -> ofClients.find(new Key(client, key.type(), key.value()))))
                .flatMap(Optional::stream)
                .filter(entry -> holds(entry, now))
                .toList();
        return hits.stream()
                .filter(entry -> !entry.closesAddressOnly())
                .findFirst()
                .or(() -> hits.stream().findFirst());
    }

    @Override
    public <K> Map<K, Suppression> matchAll(ClientId client, Map<K, Subject> subjects, Instant now) {
        Map<K, Suppression> matches = new LinkedHashMap<>();
        subjects.forEach((key, subject) -> match(client, subject, now).ifPresent(entry -> matches.put(key, entry)));
        return matches;
    }

    @Override
    public void add(Collection<Suppression> entries) {
        for (Suppression entry : entries) {
            MemoryTable<Key, Suppression> table = entry.clientId() == null ? ofPlatform : ofClients;
            Suppression known = table.find(key(entry)).orElse(null);
            table.put(known == null ? entry : stronger(known, entry));
        }
    }

    @Override
    public List<Suppression> list(ClientId client) {
        return ofClients.rows().filter(entry -> client.equals(entry.clientId())).toList();
    }

    @Override
    public List<Suppression> list(
            ClientId client, Suppressions.Filter filter, Suppressions.@Nullable After after, int limit) {
        return list(client).stream()
                .filter(entry -> shows(filter, entry))
                .filter(entry -> after == null || isBehind(entry, after))
                .sorted(Comparator.comparing(Suppression::createdAt)
                        .thenComparing(ById.ascending(Suppression::id))
                        .reversed())
                .limit(limit)
                .toList();
    }

    private static boolean shows(Suppressions.Filter filter, Suppression entry) {
        return (filter.reasons() == null || filter.reasons().contains(entry.reason()))
                && (filter.keyTypes() == null || filter.keyTypes().contains(entry.keyType()))
                && (filter.sources() == null || filter.sources().contains(entry.source()))
                && (filter.q() == null
                        || entry.key()
                                .toLowerCase(Locale.ROOT)
                                .contains(filter.q().toLowerCase(Locale.ROOT)));
    }

    private static boolean isBehind(Suppression entry, Suppressions.After after) {
        int order = entry.createdAt().compareTo(after.createdAt());
        return order < 0 || order == 0 && entry.id().text().compareTo(after.id().text()) < 0;
    }

    @Override
    public Optional<Suppression> find(ClientId client, SuppressionId id) {
        return list(client).stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Suppression> findByKey(ClientId client, Suppressions.Key key) {
        return ofClients.find(new Key(client, key.type(), key.value()));
    }

    @Override
    public Map<Suppressions.Key, Suppression> findByKeys(ClientId client, Collection<Suppressions.Key> keys) {
        Map<Suppressions.Key, Suppression> found = new LinkedHashMap<>();
        keys.forEach(key -> findByKey(client, key).ifPresent(entry -> found.put(key, entry)));
        return found;
    }

    @Override
    public List<Suppression> group(ClientId client, SuppressionId groupId) {
        return list(client).stream()
                .filter(entry -> entry.groupId().equals(groupId))
                .sorted(ById.ascending(Suppression::id))
                .toList();
    }

    @Override
    public List<Suppression> findAll(ClientId client, Collection<SuppressionId> ids) {
        return list(client).stream().filter(entry -> ids.contains(entry.id())).toList();
    }

    @Override
    public void removeAll(ClientId client, Collection<Suppression> entries, Instant at) {
        entries.forEach(entry -> remove(entry, at));
    }

    @Override
    public void remove(Suppression entry, Instant at) {
        ofClients
                .find(key(entry))
                .filter(stored ->
                        stored.version() == entry.version() && stored.id().equals(entry.id()))
                .orElseThrow(() -> new ConcurrentUpdate("suppression " + entry.id()));
        ofClients.remove(key(entry));
    }

    private static Suppression stronger(Suppression known, Suppression added) {
        Suppression reason = added.reason().compareTo(known.reason()) < 0 ? added : known;
        Instant expires = known.expiresAt() == null || added.expiresAt() == null
                ? null
                : known.expiresAt().isAfter(added.expiresAt()) ? known.expiresAt() : added.expiresAt();
        return new Suppression(
                known.id(),
                known.clientId(),
                known.keyType(),
                known.key(),
                reason.reason(),
                reason.source(),
                known.groupId(),
                reason.note(),
                known.createdAt(),
                expires,
                known.version() + 1);
    }

    private static boolean holds(Suppression entry, Instant now) {
        return entry.expiresAt() == null || now.isBefore(entry.expiresAt());
    }

    private static Entry entry(Suppression row) {
        return new Entry(
                row.groupId(),
                row.keyType(),
                Digests.sha256Hex(row.keyType().wire() + "|" + row.key()),
                row.reason(),
                row.source(),
                row.note(),
                row.createdAt());
    }

    @Override
    public List<Entry> page(PlatformSuppressions.Filter filter, PlatformSuppressions.@Nullable After after, int limit) {
        Comparator<Entry> newest = Comparator.comparing(Entry::createdAt)
                .thenComparing(Entry::fingerprint)
                .reversed();
        return ofPlatform
                .rows()
                .map(MemorySuppressions::entry)
                .filter(one -> filter.keyTypes().isEmpty() || filter.keyTypes().contains(one.keyType()))
                .filter(one -> filter.reasons().isEmpty() || filter.reasons().contains(one.reason()))
                .filter(one -> filter.sources().isEmpty() || filter.sources().contains(one.source()))
                .filter(one -> after == null || isBehind(one, after))
                .sorted(newest)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Entry one, PlatformSuppressions.After after) {
        int time = one.createdAt().compareTo(after.createdAt());
        return time < 0 || time == 0 && one.fingerprint().compareTo(after.fingerprint()) < 0;
    }

    @Override
    public Optional<Entry> findByKey(Suppressions.Key key) {
        return ofPlatform.find(new Key(null, key.type(), key.value())).map(MemorySuppressions::entry);
    }

    @Override
    public List<Entry> find(SuppressionId id) {
        return ofPlatform
                .rows()
                .filter(row -> row.groupId().equals(id))
                .map(MemorySuppressions::entry)
                .toList();
    }

    @Override
    public void add(Suppression entry) {
        add(List.of(entry));
    }

    @Override
    public void remove(SuppressionId id) {
        ofPlatform.rows().filter(row -> row.groupId().equals(id)).forEach(row -> ofPlatform.remove(key(row)));
    }
}

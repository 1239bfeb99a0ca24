package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.Suppressions;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Suppression entries of the clients and of the platform. */
public final class MemorySuppressions implements Suppressions {

    /** What makes an entry the same entry. */
    private record Key(@Nullable ClientId client, SuppressionKeyType type, String key) {}

    private final MemoryTable<Key, Suppression> ofClients;
    private final MemoryTable<Key, Suppression> ofPlatform;

    public MemorySuppressions(MemoryUnitOfWork units) {
        ofClients = MemoryTable.ofTenants(
                "suppression",
                units,
                entry -> java.util.Objects.requireNonNull(entry.clientId()),
                MemorySuppressions::key);
        ofPlatform = MemoryTable.ofPlatform("platform_suppression", units, MemorySuppressions::key);
    }

    private static Key key(Suppression entry) {
        return new Key(entry.clientId(), entry.keyType(), entry.key());
    }

    @Override
    public Optional<Suppression> match(ClientId client, Subject subject, Instant now) {
        List<Suppressions.Key> keys = subject.keys();
        List<Suppression> hits = Stream.concat(
                        keys.stream().map(key -> ofPlatform.find(new Key(null, key.type(), key.value()))),
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
}

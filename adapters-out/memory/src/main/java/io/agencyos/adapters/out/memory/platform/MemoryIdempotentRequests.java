package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.IdempotentRequests;
import io.agencyos.domain.client.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Idempotency keys in memory. */
public final class MemoryIdempotentRequests implements IdempotentRequests {

    /** @param answer null while the order is being carried out */
    private record Entry(
            Key key, String fingerprint, @Nullable Stored answer, Instant lockedUntil, Instant expiresAt) {}

    private final MemoryUnitOfWork units;
    private final MemoryTable<Key, Entry> table;

    public MemoryIdempotentRequests(MemoryUnitOfWork units) {
        this.units = units;
        table = MemoryTable.<Key, Entry>ofTenants(
                        "idempotency_key", units, entry -> entry.key().client(), Entry::key)
                .writtenBy(Role.OWNER, Role.ADMIN, Role.MEMBER, Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public Standing begin(Attempt attempt) {
        Optional<Entry> known =
                table.find(attempt.key()).filter(entry -> entry.expiresAt().isAfter(attempt.now()));
        if (known.isPresent() && !isBrokenOff(known.get(), attempt)) {
            return standing(known.get(), attempt.fingerprint());
        }
        table.put(new Entry(attempt.key(), attempt.fingerprint(), null, attempt.lockedUntil(), attempt.expiresAt()));
        return new Standing.Begun();
    }

    private static boolean isBrokenOff(Entry entry, Attempt attempt) {
        return entry.answer() == null
                && entry.fingerprint().equals(attempt.fingerprint())
                && !entry.lockedUntil().isAfter(attempt.now());
    }

    private static Standing standing(Entry entry, String fingerprint) {
        if (!entry.fingerprint().equals(fingerprint)) {
            return new Standing.Reused();
        }
        Stored answer = entry.answer();
        return answer == null ? new Standing.InProgress() : new Standing.Done(answer);
    }

    @Override
    public void finish(Key key, String fingerprint, Stored answer) {
        running(key, fingerprint)
                .ifPresent(entry ->
                        table.put(new Entry(key, fingerprint, answer, entry.lockedUntil(), entry.expiresAt())));
    }

    @Override
    public int removeExpired(Instant now, int most) {
        List<Key> expired = table.rows()
                .filter(entry -> !entry.expiresAt().isAfter(now))
                .map(Entry::key)
                .limit(most)
                .toList();
        expired.forEach(table::remove);
        return expired.size();
    }

    @Override
    public void abandon(Key key, String fingerprint) {
        running(key, fingerprint).ifPresent(entry -> table.remove(key));
    }

    private Optional<Entry> running(Key key, String fingerprint) {
        return table.find(key)
                .filter(entry -> entry.answer() == null && entry.fingerprint().equals(fingerprint));
    }

    /** What is kept, as text; for tests that ask what can be read there. */
    public String everything() {
        return units.onPlatform(() -> table.rows().map(Object::toString).collect(Collectors.joining("\n")));
    }
}

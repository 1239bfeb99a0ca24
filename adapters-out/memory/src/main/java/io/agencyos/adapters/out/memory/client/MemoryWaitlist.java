package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.Waitlist;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who waits. */
public final class MemoryWaitlist implements Waitlist {

    private static final String KEY = "uq_waitlist_email_key";
    private static final Comparator<Entry> LAST = Comparator.comparing(Entry::createdAt)
            .thenComparing(entry -> entry.id().toString())
            .reversed();

    private final MemoryTable<UUID, Entry> entries;

    public MemoryWaitlist(MemoryUnitOfWork units) {
        entries = MemoryTable.<UUID, Entry>ofPlatform("waitlist", units, Entry::id)
                .unique(KEY, entry -> entry.email().key());
    }

    @Override
    public boolean add(Entry entry) {
        boolean fresh = entries.findBy(KEY, entry.email().key()).isEmpty();
        if (fresh) {
            entries.insert(entry);
        }
        return fresh;
    }

    @Override
    public Optional<Entry> findForUpdate(UUID id) {
        return entries.find(id);
    }

    @Override
    public void invited(UUID id, Instant at) {
        entries.find(id)
                .map(entry -> new Entry(id, entry.email(), entry.agencyName(), entry.source(), entry.createdAt(), at))
                .ifPresent(entries::put);
    }

    @Override
    public List<Entry> list(@Nullable After after, int limit) {
        return entries.rows()
                .filter(entry -> after == null || isBehind(entry, after))
                .sorted(LAST)
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Entry entry, After after) {
        int order = entry.createdAt().compareTo(after.createdAt());
        return order < 0
                || order == 0 && entry.id().toString().compareTo(after.id().toString()) < 0;
    }
}

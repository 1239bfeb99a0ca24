package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.SharedBuckets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Buckets that all who have this object share. */
public final class MemorySharedBuckets implements SharedBuckets {

    private record Key(String limit, String owner) {}

    private record Row(Key key, Instant fullAt) {}

    private final MemoryTable<Key, Row> rows;

    public MemorySharedBuckets(MemoryUnitOfWork units) {
        rows = MemoryTable.<Key, Row>ofPlatform("caller_bucket", units, Row::key);
    }

    @Override
    public Taken take(Bucket bucket, int wished, Instant now) {
        Key key = new Key(bucket.limit(), bucket.owner());
        Instant from = rows.find(key)
                .map(Row::fullAt)
                .filter(full -> full.isAfter(now))
                .orElse(now);
        Duration room = Duration.between(from, now.plus(bucket.interval().multipliedBy(bucket.burst())));
        int permits = room.isPositive() ? (int) Math.min(wished, room.dividedBy(bucket.interval())) : 0;
        Instant full = from.plus(bucket.interval().multipliedBy(permits));
        rows.put(new Row(key, full));
        return new Taken(permits, full);
    }

    @Override
    public int forget(Instant fullBefore) {
        List<Key> full = rows.rows()
                .filter(row -> row.fullAt().isBefore(fullBefore))
                .map(Row::key)
                .toList();
        full.forEach(rows::remove);
        return full.size();
    }
}

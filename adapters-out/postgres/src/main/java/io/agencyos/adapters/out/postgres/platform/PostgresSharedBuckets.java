package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.SharedBuckets;
import java.time.Instant;
import java.util.Optional;

/** Buckets in {@code caller_bucket}, which no crash need outlive: a bucket that is gone is a full one. */
public final class PostgresSharedBuckets implements SharedBuckets {

    private static final long MICROS = 1_000;

    @Override
    public Taken take(Bucket bucket, int wished, Instant now) {
        return known(bucket, wished, now).orElseGet(() -> {
            Db.update("""
                insert into caller_bucket (name, owner, full_at) values (:name, :owner, :now) on conflict do nothing
                """)
                    .bind("name", bucket.limit())
                    .bind("owner", bucket.owner())
                    .bind("now", now)
                    .execute();
            return known(bucket, wished, now).orElseThrow();
        });
    }

    /** Instants are counted in microseconds, so that an interval of a fraction of a second stays whole. */
    private static Optional<Taken> known(Bucket bucket, int wished, Instant now) {
        return Db.query("""
            with held as (
                select owner, greatest(full_at, :now) as full_at from caller_bucket
                 where name = :name and owner = :owner for update),
            given as (
                select owner, full_at, least(:wished, greatest(0, floor(
                           (:room - extract(epoch from full_at - :now) * 1000000) / :interval)))::int as permits
                  from held)
            update caller_bucket b
               set full_at = given.full_at + given.permits * (:interval * interval '1 microsecond'), updated_at = :now
              from given where b.name = :name and b.owner = given.owner
            returning given.permits, b.full_at
            """)
                .bind("name", bucket.limit())
                .bind("owner", bucket.owner())
                .bind("now", now)
                .bind("wished", wished)
                .bind("interval", bucket.interval().toNanos() / MICROS)
                .bind("room", bucket.interval().multipliedBy(bucket.burst()).toNanos() / MICROS)
                .map((row, context) -> new Taken(row.getInt("permits"), Rows.instant(row, "full_at")))
                .findOne();
    }

    @Override
    public int forget(Instant fullBefore) {
        return Db.update("delete from caller_bucket where full_at < :before")
                .bind("before", fullBefore)
                .execute();
    }
}

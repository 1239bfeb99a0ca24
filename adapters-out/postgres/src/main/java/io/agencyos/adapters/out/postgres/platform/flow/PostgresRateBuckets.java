package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.flow.store.RateBuckets;
import io.agencyos.domain.platform.flow.RateBucket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Buckets in {@code rate_bucket}; the row's lock puts those who ask at once in a row. */
public final class PostgresRateBuckets implements RateBuckets {

    @Override
    public Optional<RateBucket> lock(String vendor) {
        return Db.query("select * from rate_bucket where vendor = :vendor and account_ref = '' for update")
                .bind("vendor", vendor)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void save(RateBucket bucket) {
        Db.update("""
            insert into rate_bucket as b (vendor, tokens, capacity, refill_per_s, filled_at)
            values (:vendor, :tokens, :capacity, :refill, :filled)
            on conflict (vendor, account_ref) do update
               set tokens = excluded.tokens, capacity = excluded.capacity, refill_per_s = excluded.refill_per_s,
                   filled_at = excluded.filled_at, updated_at = now(), row_version = b.row_version + 1
            """)
                .bind("vendor", bucket.vendor())
                .bind("tokens", bucket.tokens())
                .bind("capacity", bucket.capacity())
                .bind("refill", bucket.refillPerSecond())
                .bind("filled", bucket.filledAt())
                .execute();
    }

    @Override
    public List<RateBucket> all() {
        return Db.query("select * from rate_bucket order by vendor, account_ref")
                .map((row, context) -> read(row))
                .list();
    }

    private static RateBucket read(ResultSet row) throws SQLException {
        return new RateBucket(
                Rows.text(row, "vendor"),
                row.getBigDecimal("tokens").stripTrailingZeros(),
                row.getInt("capacity"),
                row.getBigDecimal("refill_per_s").stripTrailingZeros(),
                Rows.instant(row, "filled_at"));
    }
}

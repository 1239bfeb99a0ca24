package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.platform.flow.store.Partitions;
import java.time.LocalDate;

/** Partitions made by the database's own function, which runs as their owner. */
public final class PostgresPartitions implements Partitions {

    @Override
    public int createAhead(LocalDate today) {
        return Db.query("select app.create_partitions_ahead(:today)")
                .bind("today", today)
                .mapTo(Integer.class)
                .one();
    }
}

package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.platform.flow.store.RunClock;
import java.time.Instant;

/** The database's own time, at the beginning of the statement. */
public final class PostgresRunClock implements RunClock {

    @Override
    public Instant now() {
        return Db.query("select statement_timestamp()").mapTo(Instant.class).one();
    }
}

package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.scoring.store.Backtests;
import io.agencyos.domain.shared.id.BacktestId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/** Changes that were tried, in {@code scoring_backtest}. */
public final class PostgresBacktests implements Backtests {

    @Override
    public void insert(Entry entry) {
        Db.update("""
            insert into scoring_backtest (client_id, id, from_digest, to_digest, created_at)
            values (:client, :id, :from, :to, :at)
            """)
                .bind("client", entry.clientId())
                .bind("id", entry.id())
                .bind("from", entry.from())
                .bind("to", entry.to())
                .bind("at", entry.at())
                .execute();
    }

    @Override
    public Optional<Entry> find(ClientId client, BacktestId id) {
        return Db.query("select * from scoring_backtest where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> new Entry(
                        id,
                        client,
                        Rows.text(row, "from_digest"),
                        Rows.text(row, "to_digest"),
                        Rows.instant(row, "created_at")))
                .findFirst();
    }
}

package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Circuit breakers in {@code circuit_breaker}. */
public final class PostgresBreakers implements Breakers {

    @Override
    public Optional<Breaker> find(ClientId client, BreakerScope scope, String key) {
        return Db.query("""
            select * from circuit_breaker where client_id = :client and scope = :scope and scope_key = :key
            """)
                .bind("client", client)
                .bind("scope", scope.wire())
                .bind("key", key)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<Breaker> of(ClientId client) {
        return Db.query("select * from circuit_breaker where client_id = :client order by scope, scope_key")
                .bind("client", client)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<Breaker> notClosed() {
        return Db.query("""
            select * from circuit_breaker where state <> 'closed' order by client_id, scope, scope_key
            """).map((row, context) -> read(row)).list();
    }

    @Override
    public void save(Breaker breaker) {
        Db.update("""
            insert into circuit_breaker as b (client_id, scope, scope_key, state, reason_code, message, failures,
                   failing_since, opened_at, retry_at, closed_at, opened_by)
            values (:client, :scope, :key, :state, :reason, :message, :failures, :since, :opened, :retry, :closed, :by)
            on conflict (client_id, scope, scope_key) do update
               set state = excluded.state, reason_code = excluded.reason_code, message = excluded.message,
                   failures = excluded.failures, failing_since = excluded.failing_since, opened_at = excluded.opened_at,
                   retry_at = excluded.retry_at, closed_at = excluded.closed_at, opened_by = excluded.opened_by,
                   updated_at = now(), row_version = b.row_version + 1
            """)
                .bind("client", breaker.client())
                .bind("scope", breaker.scope().wire())
                .bind("key", breaker.key())
                .bind("state", breaker.state().wire())
                .bind("reason", breaker.reason())
                .bind("message", breaker.message())
                .bind("failures", breaker.failures())
                .bindByType("since", breaker.failingSince(), Instant.class)
                .bindByType("opened", breaker.openedAt(), Instant.class)
                .bindByType("retry", breaker.retryAt(), Instant.class)
                .bindByType("closed", breaker.closedAt(), Instant.class)
                .bind("by", breaker.openedBy())
                .execute();
    }

    private static Breaker read(ResultSet row) throws SQLException {
        return new Breaker(
                Rows.id(row, "client_id", ClientId::new),
                Rows.word(row, "scope", BreakerScope.class),
                Rows.text(row, "scope_key"),
                Rows.word(row, "state", Breaker.State.class),
                Rows.text(row, "reason_code"),
                Rows.text(row, "message"),
                row.getInt("failures"),
                Rows.instantOrNull(row, "failing_since"),
                Rows.instantOrNull(row, "opened_at"),
                Rows.instantOrNull(row, "retry_at"),
                Rows.instantOrNull(row, "closed_at"),
                Rows.text(row, "opened_by"));
    }
}

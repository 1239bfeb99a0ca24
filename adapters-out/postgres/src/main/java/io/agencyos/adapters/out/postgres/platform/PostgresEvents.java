package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowShape;
import io.agencyos.application.platform.Events;
import io.agencyos.domain.platform.DomainEvent;
import java.util.Collection;
import java.util.UUID;

/** The outbox in {@code outbox_event}; an event of the platform stands under the nil client. */
public final class PostgresEvents implements Events {

    private static final UUID NIL = new UUID(0, 0);
    private static final RowShape ROWS = new RowShape("events", """
        client_id uuid, id uuid, created_at timestamptz, aggregate text, aggregate_id uuid, type text, payload jsonb\
        """);

    @Override
    public void append(Collection<DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        RowBatch rows = new RowBatch(ROWS);
        events.forEach(event -> rows.row()
                .set("client_id", event.clientId() == null ? NIL : event.clientId())
                .set("id", event.id())
                .set("created_at", event.occurredAt())
                .set(
                        "aggregate",
                        event.name().wire().substring(0, event.name().wire().indexOf('.')))
                .set("aggregate_id", event.aggregateId())
                .set("type", event.name().wire())
                .set("payload", Json.of(event.payload())));
        RowBatch.Ready all = rows.ready();
        Db.later(() -> all.update("""
            insert into outbox_event (client_id, id, created_at, aggregate, aggregate_id, type, payload)
            select client_id, id, created_at, aggregate, aggregate_id, type, payload
              from {rows}
            """).execute());
    }
}

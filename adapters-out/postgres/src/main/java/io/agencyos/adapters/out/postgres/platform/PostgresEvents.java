package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.application.platform.Events;
import io.agencyos.domain.platform.DomainEvent;
import java.util.Collection;
import java.util.UUID;

/** The outbox in {@code outbox_event}; an event of the platform stands under the nil client. */
public final class PostgresEvents implements Events {

    private static final UUID NIL = new UUID(0, 0);

    @Override
    public void append(Collection<DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        events.forEach(event -> rows.row()
                .set("client_id", event.clientId() == null ? NIL.toString() : event.clientId())
                .set("id", event.id().toString())
                .set("created_at", event.occurredAt())
                .set(
                        "aggregate",
                        event.name().wire().substring(0, event.name().wire().indexOf('.')))
                .set("aggregate_id", event.aggregateId().toString())
                .set("type", event.name().wire())
                .set("payload", event.payload()));
        RowSet.Text all = rows.text();
        Db.later(() -> Db.update("""
            insert into outbox_event (client_id, id, created_at, aggregate, aggregate_id, type, payload)
            select client_id, id, created_at, aggregate, aggregate_id, type, payload
              from json_to_recordset(:rows) as r(client_id uuid, id uuid, created_at timestamptz, aggregate text,
                   aggregate_id uuid, type text, payload jsonb)
            """).bind("rows", all).execute());
    }
}

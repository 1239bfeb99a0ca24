package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.EventFeed;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;

/** A client's events in {@code outbox_event}, along its key. */
public final class PostgresEventFeed implements EventFeed {

    @Override
    public Optional<DomainEvent> find(ClientId client, UUID event, Instant oldest) {
        return Db.query("select * from outbox_event where client_id = :client and created_at >= :oldest and id = :id")
                .bind("client", client)
                .bind("oldest", oldest)
                .bind("id", event)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public List<DomainEvent> since(ClientId client, Mark mark, int limit) {
        return Db.query("""
            select * from outbox_event where client_id = :client and created_at >= :moment and (created_at, id) > (:moment, :id)
             order by created_at, id limit :limit
            """)
                .bind("client", client)
                .bind("moment", mark.moment())
                .bind("id", mark.id())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<DomainEvent> find(UUID event, Instant oldest) {
        return Db.query("select * from outbox_event where created_at >= :oldest and id = :id")
                .bind("oldest", oldest)
                .bind("id", event)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public List<DomainEvent> since(Mark mark, int limit) {
        return Db.query("""
            select * from outbox_event
             where created_at >= :moment and (created_at, id) > (:moment, :id) order by created_at, id limit :limit
            """)
                .bind("moment", mark.moment())
                .bind("id", mark.id())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    private static DomainEvent read(ResultSet row) throws SQLException {
        return new DomainEvent(
                row.getObject("id", UUID.class),
                Rows.id(row, "client_id", ClientId::new),
                Rows.word(row, "type", EventName.class),
                row.getObject("aggregate_id", UUID.class),
                Rows.instant(row, "created_at"),
                new Json(Rows.text(row, "payload")).as(new TypeReference<Map<String, String>>() {}));
    }
}

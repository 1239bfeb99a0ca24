package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.Incidents;
import io.agencyos.domain.platform.Incident;
import io.agencyos.domain.shared.IncidentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code status_incident}. */
public final class PostgresIncidents implements Incidents {

    @Override
    public void insert(Incident incident) {
        Db.update("""
            insert into status_incident (id, component, state, text, started_at, ended_at)
            values (:id, :component, :state, :text, :started, :ended)
            """)
                .bind("id", incident.id())
                .bind("component", incident.component())
                .bind("state", incident.state())
                .bind("text", incident.text())
                .bind("started", incident.startedAt())
                .bindByType("ended", incident.endedAt(), Instant.class)
                .execute();
    }

    @Override
    public Optional<Incident> findForUpdate(IncidentId id) {
        return Db.query("select * from status_incident where id = :id for update")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void update(Incident incident) {
        Db.update("""
            update status_incident
               set state = :state, text = :text, ended_at = :ended, updated_at = now(), row_version = row_version + 1
             where id = :id
            """)
                .bind("id", incident.id())
                .bind("state", incident.state())
                .bind("text", incident.text())
                .bindByType("ended", incident.endedAt(), Instant.class)
                .execute();
    }

    @Override
    public List<Incident> page(@Nullable After after, int limit) {
        return Db.query("""
            select * from status_incident
             where (:at::timestamptz is null or (started_at, id) < (:at, :last))
             order by started_at desc, id desc limit :limit
            """)
                .bindByType("at", after == null ? null : after.startedAt(), Instant.class)
                .bindByType("last", after == null ? null : after.id().value(), UUID.class)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<Incident> since(Instant moment) {
        return Db.query("""
            select * from status_incident where ended_at is null or ended_at >= :moment
             order by started_at desc, id desc
            """).bind("moment", moment).map((row, context) -> read(row)).list();
    }

    private static Incident read(ResultSet row) throws SQLException {
        return new Incident(
                Rows.id(row, "id", IncidentId::new),
                Rows.text(row, "component"),
                Rows.word(row, "state", Incident.State.class),
                Rows.text(row, "text"),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "ended_at"));
    }
}

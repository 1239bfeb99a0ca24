package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.Incidents;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.platform.Incident;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff told, in {@code status_incident}. */
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
    public Optional<Incident> find(UUID id) {
        return Db.query("select * from status_incident where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Incident update(Incident incident) {
        int written = Db.update("""
            update status_incident
               set state = :state, text = :text, ended_at = :ended, updated_at = now(), row_version = row_version + 1
             where id = :id and row_version = :version
            """)
                .bind("id", incident.id())
                .bind("version", incident.version())
                .bind("state", incident.state())
                .bind("text", incident.text())
                .bindByType("ended", incident.endedAt(), Instant.class)
                .execute();
        if (written == 0) {
            throw new ConcurrentUpdate("incident " + incident.id());
        }
        return incident.atVersion(incident.version() + 1);
    }

    @Override
    public List<Incident> list(@Nullable After after, int limit) {
        Criteria rows = new Criteria("select * from status_incident where true");
        if (after != null) {
            rows.and("(started_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.startedAt())
                    .with("afterId", after.id());
        }
        return rows.first(limit, "started_at desc, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<Incident> since(Instant ended) {
        return Db.query("""
            select * from status_incident where ended_at is null or ended_at > :ended order by started_at desc, id desc
            """)
                .bind("ended", ended)
                .map((row, context) -> read(row))
                .list();
    }

    private static Incident read(ResultSet row) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                Rows.text(row, "component"),
                Rows.word(row, "state", Incident.State.class),
                Rows.text(row, "text"),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "ended_at"),
                row.getInt("row_version"));
    }
}

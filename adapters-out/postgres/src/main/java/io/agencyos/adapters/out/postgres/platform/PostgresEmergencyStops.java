package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.EmergencyStops;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.id.EmergencyStopId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The kill switches in {@code emergency_stop}; those that were released stay as history. */
public final class PostgresEmergencyStops implements EmergencyStops {

    @Override
    public List<EmergencyStop> on() {
        return Db.query("select * from emergency_stop where released_at is null order by scope, value")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<EmergencyStop> newest(int limit) {
        return Db.query("select * from emergency_stop order by set_at desc, id limit :limit")
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<EmergencyStop> findForUpdate(EmergencyStopId id) {
        return Db.query("select * from emergency_stop where id = :id for update")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public void insert(EmergencyStop stop) {
        Db.update("""
            insert into emergency_stop (id, scope, value, reason, set_by, set_at)
            values (:id, :scope, :value, :reason, :set_by, :set_at)
            """)
                .bind("id", stop.id())
                .bind("scope", stop.scope())
                .bindByType("value", stop.value(), String.class)
                .bind("reason", stop.reason())
                .bind("set_by", stop.setBy())
                .bind("set_at", stop.setAt())
                .execute();
    }

    @Override
    public void update(EmergencyStop stop) {
        Db.update("""
            update emergency_stop
               set release_requested_by = :requested_by, release_requested_at = :requested_at, released_by = :released_by,
                   released_at = :released_at, updated_at = now(), row_version = row_version + 1
             where id = :id
            """)
                .bind("id", stop.id())
                .bindByType("requested_by", stop.releaseRequestedBy(), UserId.class)
                .bindByType("requested_at", stop.releaseRequestedAt(), Instant.class)
                .bindByType("released_by", stop.releasedBy(), UserId.class)
                .bindByType("released_at", stop.releasedAt(), Instant.class)
                .execute();
    }

    private static EmergencyStop read(ResultSet row) throws SQLException {
        return new EmergencyStop(
                Rows.id(row, "id", EmergencyStopId::new),
                Rows.word(row, "scope", EmergencyStop.Scope.class),
                row.getString("value"),
                Rows.text(row, "reason"),
                Rows.id(row, "set_by", UserId::new),
                Rows.instant(row, "set_at"),
                Rows.idOrNull(row, "release_requested_by", UserId::new),
                Rows.instantOrNull(row, "release_requested_at"),
                Rows.idOrNull(row, "released_by", UserId::new),
                Rows.instantOrNull(row, "released_at"),
                row.getInt("row_version"));
    }
}

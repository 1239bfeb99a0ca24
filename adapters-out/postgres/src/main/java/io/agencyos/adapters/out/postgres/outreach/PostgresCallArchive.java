package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recordings in {@code voice_recording}; held ones are left out by the statement, so that they fill no page. */
public final class PostgresCallArchive implements CallArchive {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public void recorded(ClientId client, UUID call, Instant endedAt) {
        Db.update("""
            insert into voice_recording (client_id, call_id, recorded_at, delete_after) values (:client, :call, :at, :after)
            """)
                .bind("client", client)
                .bind("call", call)
                .bind("at", endedAt)
                .bind("after", endedAt.plus(KEPT))
                .execute();
    }

    @Override
    public void declined(ClientId client, UUID call, Instant now) {
        Db.update("""
            update voice_recording
               set delete_after = :now, hold_reason = null, hold_by = null, hold_at = null, updated_at = now(),
                   row_version = row_version + 1
             where client_id = :client and call_id = :call
            """)
                .bind("client", client)
                .bind("call", call)
                .bind("now", now)
                .execute();
    }

    @Override
    public Optional<Recording> find(ClientId client, UUID call) {
        return Db.query("select * from voice_recording where client_id = :client and call_id = :call")
                .bind("client", client)
                .bind("call", call)
                .map((row, context) -> read(row))
                .findOne();
    }

    static Recording read(ResultSet row) throws SQLException {
        return new Recording(
                row.getObject("call_id", UUID.class),
                Rows.instant(row, "recorded_at"),
                Rows.instant(row, "delete_after"),
                row.getString("hold_reason"),
                Rows.instantOrNull(row, "delete_requested_at"),
                row.getInt("delete_attempts"),
                Rows.instantOrNull(row, "deleted_at"));
    }

    @Override
    public boolean hold(ClientId client, UUID call, @Nullable String reason, UserId by, Instant at) {
        return Db.update("""
            update voice_recording
               set hold_reason = :reason, hold_by = case when :reason::text is null then null else :by::uuid end,
                   hold_at = case when :reason::text is null then null else :at::timestamptz end, updated_at = now(),
                   row_version = row_version + 1
             where client_id = :client and call_id = :call and deleted_at is null
            """)
                        .bind("client", client)
                        .bind("call", call)
                        .bind("reason", reason)
                        .bind("by", by)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    @Override
    public List<Due> due(ClientId client, Instant now, @Nullable UUID after, int limit) {
        return Db.query("""
            select r.call_id, c.provider, c.provider_call_id, r.delete_requested_at
              from voice_recording r join voice_call c on c.client_id = r.client_id and c.id = r.call_id
             where r.client_id = :client and r.deleted_at is null and r.hold_reason is null and r.delete_after <= :now
               and r.call_id > :after
             order by r.call_id limit :limit
            """)
                .bind("client", client)
                .bind("now", now)
                .bind("after", after == null ? FIRST : after)
                .bind("limit", limit)
                .map((row, context) -> new Due(
                        row.getObject("call_id", UUID.class),
                        Rows.text(row, "provider"),
                        Rows.text(row, "provider_call_id"),
                        Rows.instantOrNull(row, "delete_requested_at")))
                .list();
    }

    @Override
    public void deleted(ClientId client, UUID call, Instant at, String reason) {
        Db.update("""
            update voice_recording
               set deleted_at = :at, delete_requested_at = coalesce(delete_requested_at, :at), delete_reason = :reason,
                   updated_at = now(), row_version = row_version + 1
             where client_id = :client and call_id = :call and deleted_at is null
            """)
                .bind("client", client)
                .bind("call", call)
                .bind("at", at)
                .bind("reason", reason)
                .execute();
    }

    @Override
    public void refused(ClientId client, UUID call, Instant at, String error) {
        Db.update("""
            update voice_recording
               set delete_requested_at = coalesce(delete_requested_at, :at), delete_attempts = delete_attempts + 1,
                   last_error = :error, updated_at = now(), row_version = row_version + 1
             where client_id = :client and call_id = :call and deleted_at is null
            """)
                .bind("client", client)
                .bind("call", call)
                .bind("at", at)
                .bind("error", error)
                .execute();
    }

    @Override
    public List<ClientId> clientsWithDue(Instant now, @Nullable ClientId after, int limit) {
        return Db.query("""
            select distinct client_id from voice_recording
             where deleted_at is null and hold_reason is null and delete_after <= :now and client_id > :after
             order by client_id limit :limit
            """)
                .bind("now", now)
                .bind("after", after == null ? FIRST : after.value())
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "client_id", ClientId::new))
                .list();
    }
}

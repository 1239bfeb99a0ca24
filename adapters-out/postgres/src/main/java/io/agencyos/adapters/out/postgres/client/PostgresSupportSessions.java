package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.staff.SupportSessions;
import io.agencyos.domain.client.identity.SupportSession;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code support_session}; those that are over stay as history. */
public final class PostgresSupportSessions implements SupportSessions {

    @Override
    public void insert(SupportSession session, Instant ownersToldAt) {
        Db.update("""
            insert into support_session (id, client_id, staff_id, mode, reason, started_at, expires_at, owners_told_at)
            values (:id, :client, :staff, :mode, :reason, :started, :expires, :told)
            """)
                .bind("id", session.id())
                .bind("client", session.clientId())
                .bind("staff", session.staffId())
                .bind("mode", session.mode())
                .bind("reason", session.reason())
                .bind("started", session.startedAt())
                .bind("expires", session.expiresAt())
                .bind("told", ownersToldAt)
                .execute();
    }

    @Override
    public Optional<SupportSession> unended(UserId staff, ClientId client) {
        return Db.query("select * from support_session where client_id = :client and staff_id = :staff and ended_at is"
                        + " null")
                .bind("client", client)
                .bind("staff", staff)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<SupportSession> findForUpdate(SupportSessionId id) {
        return Db.query("select * from support_session where id = :id for update")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void end(SupportSession session) {
        Db.update("""
            update support_session
               set ended_at = :at, ended_by = :by, updated_at = now(), row_version = row_version + 1
             where id = :id and ended_at is null
            """)
                .bind("id", session.id())
                .bindByType("at", session.endedAt(), Instant.class)
                .bindByType("by", session.endedBy(), UserId.class)
                .execute();
    }

    @Override
    public List<SupportSession> page(List<ClientId> clients, @Nullable After after, int limit) {
        return Db.query("""
            select * from support_session
             where (cardinality(:clients::uuid[]) = 0 or client_id = any (:clients))
               and (:at::timestamptz is null or (started_at, id) < (:at, :last))
             order by started_at desc, id desc limit :limit
            """)
                .bind("clients", Db.uuids(clients))
                .bindByType("at", after == null ? null : after.startedAt(), Instant.class)
                .bindByType("last", after == null ? null : after.id().value(), UUID.class)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    private static SupportSession read(ResultSet row) throws SQLException {
        return new SupportSession(
                Rows.id(row, "id", SupportSessionId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "staff_id", UserId::new),
                Rows.word(row, "mode", SupportSession.Mode.class),
                Rows.text(row, "reason"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "ended_at"),
                Rows.idOrNull(row, "ended_by", UserId::new));
    }
}

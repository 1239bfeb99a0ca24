package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.identity.store.SignedInSessions;
import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Refresh tokens in {@code user_session}, by hash. */
public final class PostgresSignedInSessions implements SignedInSessions {

    @Override
    public void insert(SignedInSession session) {
        IpAddress ip = session.ip();
        Db.update("""
            insert into user_session (id, user_id, kind, token_hash, family_id, second_factor, replaced_by, last_seen_at, expires_at,
                   revoked_at, ip, user_agent)
            values (:id, :user, 'refresh', :hash, :family, :second, :replaced, :seen, :expires, :revoked, :ip::inet, :agent)
            """)
                .bind("id", session.id())
                .bind("user", session.userId())
                .bind("hash", HexFormat.of().parseHex(session.tokenHash()))
                .bind("family", session.family())
                .bind("second", session.secondFactor())
                .bindByType("replaced", session.replacedBy(), SessionId.class)
                .bind("seen", session.lastSeenAt())
                .bind("expires", session.expiresAt())
                .bindByType("revoked", session.revokedAt(), Instant.class)
                .bind("ip", ip == null ? null : ip.text())
                .bind("agent", session.userAgent())
                .execute();
    }

    @Override
    public Optional<SignedInSession> find(String tokenHash) {
        return Db.query("""
            select s.*, host(s.ip) as host from user_session s
             where s.token_hash = :hash and s.kind = 'refresh'
            """)
                .bind("hash", HexFormat.of().parseHex(tokenHash))
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void update(SignedInSession session) {
        Db.update("""
            update user_session
               set replaced_by = :replaced, last_seen_at = :seen, row_version = row_version + 1
             where id = :id
            """)
                .bind("id", session.id())
                .bindByType("replaced", session.replacedBy(), SessionId.class)
                .bind("seen", session.lastSeenAt())
                .execute();
    }

    @Override
    public Optional<SignedInSession> usable(SessionId family, Instant now) {
        return Db.query("""
            select s.*, host(s.ip) as host from user_session s
             where s.family_id = :family and s.revoked_at is null and s.replaced_by is null and s.expires_at > :now
             limit 1
            """)
                .bind("family", family)
                .bind("now", now)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<SignedInSession> usable(UserId user, Instant now) {
        return Db.query("""
            select s.*, host(s.ip) as host from user_session s
             where s.user_id = :user and s.kind = 'refresh' and s.revoked_at is null and s.replaced_by is null
               and s.expires_at > :now
             order by s.last_seen_at desc, s.id desc
            """)
                .bind("user", user)
                .bind("now", now)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<SignedInSession> first(SessionId family) {
        return Db.query("select s.*, host(s.ip) as host from user_session s where s.id = :family")
                .bind("family", family)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void prolong(SignedInSession session) {
        Db.update("""
            update user_session
               set expires_at = :expires, second_factor = :second, last_seen_at = :seen, row_version = row_version + 1
             where id = :id
            """)
                .bind("id", session.id())
                .bind("expires", session.expiresAt())
                .bind("second", session.secondFactor())
                .bind("seen", session.lastSeenAt())
                .execute();
    }

    @Override
    public void proved(SessionId family) {
        Db.update("update user_session set second_factor = true, row_version = row_version + 1 where family_id ="
                        + " :family")
                .bind("family", family)
                .execute();
    }

    @Override
    public int revokeOthers(UserId user, SessionId kept, Instant at) {
        return Db.update("""
            update user_session set revoked_at = :at, row_version = row_version + 1
             where user_id = :user and family_id <> :kept and revoked_at is null
            """)
                .bind("user", user)
                .bind("kept", kept)
                .bind("at", at)
                .execute();
    }

    @Override
    public int revokeFamily(SessionId family, Instant at) {
        return Db.update("""
            update user_session set revoked_at = :at, row_version = row_version + 1
             where family_id = :family and revoked_at is null
            """).bind("family", family).bind("at", at).execute();
    }

    @Override
    public int revokeAll(UserId user, Instant at) {
        return Db.update("""
            update user_session set revoked_at = :at, row_version = row_version + 1
             where user_id = :user and revoked_at is null
            """).bind("user", user).bind("at", at).execute();
    }

    private static SignedInSession read(ResultSet row) throws SQLException {
        String ip = row.getString("host");
        return new SignedInSession(
                Rows.id(row, "id", SessionId::new),
                Rows.id(row, "user_id", UserId::new),
                Rows.id(row, "family_id", SessionId::new),
                HexFormat.of().formatHex(row.getBytes("token_hash")),
                row.getBoolean("second_factor"),
                Rows.idOrNull(row, "replaced_by", SessionId::new),
                Rows.instant(row, "last_seen_at"),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "revoked_at"),
                ip == null ? null : IpAddress.parse(ip).orElseThrow(),
                row.getString("user_agent"));
    }

    @Override
    public int removeOld(Instant now, int most) {
        return Db.update("""
            delete from user_session t
             using (select id from user_session where expires_at < :before limit :most for update skip locked) old
             where t.id = old.id
            """).bind("before", now.minus(KEPT)).bind("most", most).execute();
    }
}

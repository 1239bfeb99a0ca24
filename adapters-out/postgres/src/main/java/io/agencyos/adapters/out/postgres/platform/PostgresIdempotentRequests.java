package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.IdempotentRequests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/** Idempotency keys in {@code idempotency_key}. */
public final class PostgresIdempotentRequests implements IdempotentRequests {

    /** The columns of {@code response}. */
    private record Written(String mediaType, Map<String, String> headers, String body) {}

    @Override
    public Standing begin(Attempt attempt) {
        boolean begun = Db.query("""
            insert into idempotency_key as known
                   (client_id, scope, key, request_hash, state, locked_until, expires_at)
            values (:client, :scope, :key, :hash, 'in_progress', :locked, :expires)
            on conflict (client_id, scope, key) do update
               set request_hash = excluded.request_hash, state = 'in_progress', http_status = null, response = null,
                   locked_until = excluded.locked_until, expires_at = excluded.expires_at,
                   row_version = known.row_version + 1
             where known.expires_at <= :now
                or known.state = 'in_progress' and known.locked_until <= :now
                   and known.request_hash = excluded.request_hash
            returning true
            """)
                .bind("client", attempt.key().client().value())
                .bind("scope", attempt.key().scope())
                .bind("key", attempt.key().key())
                .bind("hash", attempt.fingerprint())
                .bind("locked", attempt.lockedUntil())
                .bind("expires", attempt.expiresAt())
                .bind("now", attempt.now())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
        return begun ? new Standing.Begun() : standing(attempt);
    }

    private static Standing standing(Attempt attempt) {
        return Db.query("""
            select request_hash, state, http_status, response from idempotency_key
             where client_id = :client and scope = :scope and key = :key
            """)
                .bind("client", attempt.key().client().value())
                .bind("scope", attempt.key().scope())
                .bind("key", attempt.key().key())
                .map((row, context) -> standing(row, attempt.fingerprint()))
                .findOne()
                .orElseGet(Standing.InProgress::new);
    }

    private static Standing standing(ResultSet row, String fingerprint) throws SQLException {
        if (!Rows.text(row, "request_hash").equals(fingerprint)) {
            return new Standing.Reused();
        }
        Json response = Rows.jsonOrNull(row, "response");
        if (response == null) {
            return new Standing.InProgress();
        }
        Written written = response.as(Written.class);
        return new Standing.Done(
                new Stored(row.getInt("http_status"), written.mediaType(), written.headers(), written.body()));
    }

    @Override
    public void finish(Key key, String fingerprint, Stored answer) {
        Db.update("""
            update idempotency_key
               set state = 'done', http_status = :status, response = :response, row_version = row_version + 1
             where client_id = :client and scope = :scope and key = :key
               and request_hash = :hash and state = 'in_progress'
            """)
                .bind("status", answer.status())
                .bind("response", Json.of(new Written(answer.mediaType(), answer.headers(), answer.body())))
                .bind("client", key.client().value())
                .bind("scope", key.scope())
                .bind("key", key.key())
                .bind("hash", fingerprint)
                .execute();
    }

    @Override
    public int removeExpired(Instant now, int most) {
        return Db.update("""
            delete from idempotency_key k
             using (select client_id, scope, key from idempotency_key where expires_at <= :now
                     limit :most) old
             where k.client_id = old.client_id and k.scope = old.scope and k.key = old.key
            """).bind("now", now).bind("most", most).execute();
    }

    @Override
    public void abandon(Key key, String fingerprint) {
        Db.update("""
            delete from idempotency_key
             where client_id = :client and scope = :scope and key = :key
               and request_hash = :hash and state = 'in_progress'
            """)
                .bind("client", key.client().value())
                .bind("scope", key.scope())
                .bind("key", key.key())
                .bind("hash", fingerprint)
                .execute();
    }
}

package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.identity.store.OneTimeTokens;
import io.agencyos.domain.client.identity.OneTimeToken;
import io.agencyos.domain.client.identity.OneTimeToken.Purpose;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/** Tokens that are good once, in {@code one_time_token}, by hash. */
public final class PostgresOneTimeTokens implements OneTimeTokens {

    @Override
    public void insert(OneTimeToken token) {
        Db.update("""
            insert into one_time_token (token_hash, purpose, user_id, payload, expires_at, used_at)
            values (:hash, :purpose, :user, :payload, :expires, :used)
            """)
                .bind("hash", HexFormat.of().parseHex(token.tokenHash()))
                .bind("purpose", token.purpose())
                .bindByType("user", token.user(), UserId.class)
                .bind("payload", Json.of(token.payload()))
                .bind("expires", token.expiresAt())
                .bindByType("used", token.usedAt(), Instant.class)
                .execute();
    }

    @Override
    public Optional<OneTimeToken> findForUpdate(String tokenHash) {
        return Db.query("select * from one_time_token where token_hash = :hash for no key update")
                .bind("hash", HexFormat.of().parseHex(tokenHash))
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void update(OneTimeToken token) {
        Db.update("""
            update one_time_token set payload = :payload, used_at = :used, updated_at = now(), row_version = row_version + 1
             where token_hash = :hash
            """)
                .bind("hash", HexFormat.of().parseHex(token.tokenHash()))
                .bind("payload", Json.of(token.payload()))
                .bindByType("used", token.usedAt(), Instant.class)
                .execute();
    }

    @Override
    public Optional<OneTimeToken> openFor(Purpose purpose, EmailKey email, Instant now) {
        return Db.query("""
            select * from one_time_token
             where purpose = :purpose and payload ->> 'email_key' = :email and used_at is null and expires_at > :now
             order by expires_at desc limit 1
               for no key update
            """)
                .bind("purpose", purpose)
                .bind("email", email.value())
                .bind("now", now)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void close(UserId user, Purpose purpose, Instant at) {
        Db.update("""
            update one_time_token set used_at = :at, updated_at = now(), row_version = row_version + 1
             where user_id = :user and purpose = :purpose and used_at is null
            """)
                .bind("user", user)
                .bind("purpose", purpose)
                .bind("at", at)
                .execute();
    }

    private static OneTimeToken read(ResultSet row) throws SQLException {
        return new OneTimeToken(
                HexFormat.of().formatHex(row.getBytes("token_hash")),
                Rows.word(row, "purpose", Purpose.class),
                Rows.idOrNull(row, "user_id", UserId::new),
                new Json(Rows.text(row, "payload")).as(new TypeReference<Map<String, String>>() {}),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "used_at"));
    }

    @Override
    public int removeOld(Instant now, int most) {
        return Db.update("""
            delete from one_time_token t
             using (select token_hash from one_time_token where expires_at < :before limit :most for update skip locked) old
             where t.token_hash = old.token_hash
            """).bind("before", now.minus(KEPT)).bind("most", most).execute();
    }
}

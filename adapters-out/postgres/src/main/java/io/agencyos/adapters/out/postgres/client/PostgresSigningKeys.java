package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.identity.store.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Signing keys in {@code signing_key}. */
public final class PostgresSigningKeys implements SigningKeys {

    @Override
    public void hold() {
        Db.query("select pg_advisory_xact_lock(hashtextextended('signing-key', 0))")
                .map((row, context) -> true)
                .one();
    }

    @Override
    public List<StoredKey> all() {
        return Db.query("""
            select kid, public_jwk, private_ciphertext, activated_at, retired_at from signing_key
             order by activated_at desc, kid desc
            """)
                .map((row, context) -> new StoredKey(
                        Rows.text(row, "kid"),
                        Rows.text(row, "public_jwk"),
                        new String(row.getBytes("private_ciphertext"), StandardCharsets.US_ASCII),
                        Rows.instant(row, "activated_at"),
                        Rows.instantOrNull(row, "retired_at")))
                .list();
    }

    @Override
    public void insert(StoredKey key) {
        Db.update("""
            insert into signing_key (kid, public_jwk, private_ciphertext, activated_at, retired_at)
            values (:kid, :public, :private, :activated, :retired)
            """)
                .bind("kid", key.kid())
                .bind("public", new Json(key.publicJwk()))
                .bind("private", key.privateCiphertext().getBytes(StandardCharsets.US_ASCII))
                .bind("activated", key.activatedAt())
                .bindByType("retired", key.retiredAt(), Instant.class)
                .execute();
    }

    @Override
    public void retire(String kid, Instant at) {
        Db.update("update signing_key set retired_at = :at, row_version = row_version + 1 where kid = :kid")
                .bind("kid", kid)
                .bind("at", at)
                .execute();
    }
}

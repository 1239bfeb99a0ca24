package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.identity.store.SecondFactors;
import io.agencyos.domain.client.identity.SecondFactor;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** People's second factors in {@code user_second_factor}. */
public final class PostgresSecondFactors implements SecondFactors {

    @Override
    public Optional<SecondFactor> find(UserId user) {
        return Db.query("select * from user_second_factor where user_id = :user")
                .bind("user", user)
                .map((row, context) -> new SecondFactor(
                        user,
                        Rows.text(row, "seed_ciphertext"),
                        Rows.instantOrNull(row, "confirmed_at"),
                        row.getLong("last_step"),
                        List.of((String[]) row.getArray("recovery_hashes").getArray())))
                .findOne();
    }

    @Override
    public void put(SecondFactor factor) {
        Db.update("""
            insert into user_second_factor as f (user_id, seed_ciphertext, confirmed_at, last_step, recovery_hashes)
            values (:user, :seed, :confirmed, :step, :recovery)
            on conflict (user_id) do update
               set seed_ciphertext = excluded.seed_ciphertext, confirmed_at = excluded.confirmed_at,
                   last_step = excluded.last_step, recovery_hashes = excluded.recovery_hashes, updated_at = now(),
                   row_version = f.row_version + 1
            """)
                .bind("user", factor.user())
                .bind("seed", factor.sealedSeed())
                .bindByType("confirmed", factor.confirmedAt(), Instant.class)
                .bind("step", factor.lastStep())
                .bind("recovery", factor.recoveryHashes().toArray(String[]::new))
                .execute();
    }

    @Override
    public void remove(UserId user) {
        Db.update("delete from user_second_factor where user_id = :user")
                .bind("user", user)
                .execute();
    }
}

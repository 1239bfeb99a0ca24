package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.identity.store.OutsideIdentities;
import io.agencyos.domain.shared.id.UserId;
import java.util.Optional;

/** Subjects of identity providers in {@code user_identity}. */
public final class PostgresOutsideIdentities implements OutsideIdentities {

    @Override
    public Optional<UserId> find(String issuer, String subject) {
        return Db.query("select user_id from user_identity where iss = :issuer and sub = :subject")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .map((row, context) -> Rows.id(row, "user_id", UserId::new))
                .findOne();
    }

    @Override
    public void link(String issuer, String subject, UserId user) {
        Db.update("insert into user_identity (iss, sub, user_id) values (:issuer, :subject, :user)")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("user", user)
                .execute();
    }
}

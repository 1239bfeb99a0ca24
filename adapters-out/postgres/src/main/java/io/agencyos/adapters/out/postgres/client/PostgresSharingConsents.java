package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;

/** Two columns of {@code client}. */
public final class PostgresSharingConsents implements SharingConsents {

    @Override
    public boolean given(ClientId client) {
        return Db.query("select data_sharing_consent from client where client_id = :client and deleted_at is null")
                .bind("client", client)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    @Override
    public void say(ClientId client, boolean consent, Instant at) {
        Db.stamping("""
            update client set data_sharing_consent = :consent, data_sharing_consented_at = :at, updated_at = :moment
             where client_id = :client
            """)
                .bind("client", client)
                .bind("consent", consent)
                .bind("at", at)
                .execute();
    }
}

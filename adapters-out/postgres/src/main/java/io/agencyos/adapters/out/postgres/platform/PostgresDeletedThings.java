package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.platform.DeletedThings;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;

/** Asks the tables for {@code deleted_at}; one row by its key. */
public final class PostgresDeletedThings implements DeletedThings {

    @Override
    public boolean isDeleted(ClientId client, Kind kind, UUID id) {
        return Db.query("select exists (select from " + table(kind)
                        + " where client_id = :client and id = :id and deleted_at is not null)")
                .bind("client", client)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    private static String table(Kind kind) {
        return switch (kind) {
            case LEAD -> "lead";
            case CAMPAIGN -> "campaign";
            case PERSONA -> "client_persona";
            case CUSTOMER -> "client_customer";
            case WEBHOOK_ENDPOINT -> "webhook_endpoint";
            case LINKEDIN_SEAT -> "linkedin_seat";
        };
    }
}

package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.adapters.out.postgres.platform.PostgresDeletedThings;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.DeletedThings;
import io.agencyos.application.platform.DeletedThings.Kind;
import io.agencyos.application.platform.DeletedThingsContract;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Beside the seeder, which puts a row of each client into every table, by the client's own id. */
class PostgresDeletedThingsTest extends DeletedThingsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static int tenants;

    @Override
    protected DeletedThings things() {
        return new PostgresDeletedThings();
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected ClientId client() {
        UUID tenant = UUID.randomUUID();
        try (Connection superuser = database.superuser()) {
            new RowSeeder(superuser).seed(tenant, ++tenants);
            return new ClientId(tenant);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    protected UUID made(ClientId client, Kind kind) {
        return client.value();
    }

    @Override
    protected void delete(ClientId client, Kind kind, UUID id) {
        String table = switch (kind) {
            case LEAD, CAMPAIGN, WEBHOOK_ENDPOINT, LINKEDIN_SEAT -> kind.wire();
            case PERSONA, CUSTOMER -> "client_" + kind.wire();
        };
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update app." + table + " set deleted_at = now() where client_id = '" + client.text()
                    + "' and id = '" + id + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

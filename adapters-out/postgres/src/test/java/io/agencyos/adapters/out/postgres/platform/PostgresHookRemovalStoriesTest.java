package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.HookRemovalStories;
import io.agencyos.application.platform.vendor.VendorPorts;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestSealer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresHookRemovalStoriesTest extends HookRemovalStories {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected VendorPorts ports() {
        return new VendorPorts(
                new PostgresVendorAccounts(new TestSealer(), UUID::randomUUID),
                new PostgresVendorHooks(new TestSealer(), UUID::randomUUID),
                new PostgresHookRemovals(new TestSealer(), UUID::randomUUID),
                new PostgresVendorObjects(
                        database.unitOfWork(),
                        UUID::randomUUID,
                        database.database().pool(DatabaseRole.PLATFORM)),
                new PostgresTasks(),
                new PostgresAudit());
    }

    @Override
    protected List<String> tasks() {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select title from task where status = 'open' and client_id = '" + client.text() + "'")) {
            List<String> titles = new ArrayList<>();
            while (rows.next()) {
                titles.add(rows.getString(1));
            }
            return titles;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package io.agencyos.adapters.out.postgres.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.vendor.HookRemovals;
import io.agencyos.application.platform.vendor.HookRemovalsContract;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestSealer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresHookRemovalsTest extends HookRemovalsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected HookRemovals removals() {
        return new PostgresHookRemovals(new TestSealer(), UUID::randomUUID);
    }

    @Test // api 7: secrets are encrypted at rest, and gone when they are not needed
    void a_settled_removal_leaves_no_key_behind() throws SQLException {
        HookRemovals.Owed one = owed(client, "postbox", "ref-1", 0, NOW);
        owe(one);
        assertThat(longestSecret()).isPositive();

        units().inTenant(TenantScope.worker(client), () -> removals().settle(one.key()));

        assertThat(longestSecret()).isZero();
    }

    private long longestSecret() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row =
                        statement.executeQuery("select max(length(ciphertext)) from client_secret where client_id = '"
                                + client.text() + "'")) {
            row.next();
            return row.getLong(1);
        }
    }
}

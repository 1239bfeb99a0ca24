package io.agencyos.adapters.out.postgres.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.AssignPoolLeadsContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAssignPoolLeadsTest extends AssignPoolLeadsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected AllocationScenario.Stores stores(AtomicReference<Instant> now) throws SQLException {
        database.clear();
        return PostgresAllocation.stores(database.unitOfWork(), now);
    }

    @Test // data model 5.13: a run tells the product's time, not the server's, or a list of jobs is not in order
    void a_run_was_made_when_it_began() throws SQLException {
        AllocationScenario.Asking asking = scenario().asking();
        scenario().pool(2);
        done(assign(asking, 2, "monday"));

        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select created_at = started_at from app.flow_run where flow = 'pool_assignment'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }
}

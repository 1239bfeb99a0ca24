package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TableStatisticsTest {

    @RegisterExtension
    static final FreshDatabase database = FreshDatabase.neverUsed();

    @Test
    void the_server_knows_of_what_was_written_before_it_looked_by_itself() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("create table app.filled (id int); create table app.empty (id int)");
            statement.execute(
                    "alter table app.filled owner to aos_migrate; alter table app.empty owner to aos_migrate");
            statement.execute("insert into app.filled select generate_series(1, 1000)");
            assertThat(rowsKnownOf("filled", statement)).isNegative();

            new TableStatistics(database.address()).gather();

            assertThat(rowsKnownOf("filled", statement)).isEqualTo(1000);
            assertThat(rowsKnownOf("empty", statement)).as("nothing to look at").isNegative();
        }
    }

    private static int rowsKnownOf(String table, Statement statement) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select reltuples from pg_class where oid = 'app." + table + "'::regclass")) {
            found.next();
            return found.getInt(1);
        }
    }
}

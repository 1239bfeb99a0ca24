package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TableStatisticsTest {

    @RegisterExtension
    static final FreshDatabase database = FreshDatabase.neverUsed();

    private static final String ONE_TOUCH = "select * from app.touch where client_id = $1 and id = $2";

    private final TableStatistics statistics = new TableStatistics(database.address());

    @Test
    void the_server_knows_of_what_was_written_before_it_looked_by_itself() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            make("filled", "id int", statement);
            make("empty", "id int", statement);
            statement.execute("insert into app.filled select generate_series(1, 1000)");
            assertThat(rowsKnownOf("filled", statement)).isNegative();

            statistics.gather();

            assertThat(rowsKnownOf("filled", statement)).isEqualTo(1000);
            assertThat(rowsKnownOf("empty", statement)).as("nothing to look at").isNegative();
        }
    }

    @Test
    void a_few_rows_of_what_grows_are_not_taken_for_all_that_it_will_hold() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("create table app.months (id int) partition by range (id)");
            for (String month : List.of("first", "second")) {
                int from = "first".equals(month) ? 0 : 100_000;
                statement.execute("create table app.month_%s partition of app.months for values from (%d) to (%d)"
                        .formatted(month, from, from + 100_000));
                statement.execute("alter table app.month_%s owner to aos_migrate".formatted(month));
            }
            statement.execute("insert into app.months select generate_series(1, 20000) union all select 100000");

            statistics.gather();

            assertThat(rowsKnownOf("month_first", statement)).isEqualTo(20_000);
            assertThat(rowsKnownOf("month_second", statement)).isNegative();
        }
    }

    @Test // a plan that is kept is made before the first row
    void what_went_out_is_looked_for_by_its_id_and_not_among_all_of_its_tenant() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("select app.create_partitions_ahead(date '2031-03-02')");
            assertThat(planOf(ONE_TOUCH, statement)).as("untold").contains("Filter: (id = $2)");

            statistics.expect();

            String told = planOf(ONE_TOUCH, statement);
            assertThat(told)
                    .contains("Index Cond: ((client_id = $1) AND (id = $2))")
                    .doesNotContain("Filter:");
            statistics.expect();
            assertThat(planOf(ONE_TOUCH, statement)).isEqualTo(told);
        }
    }

    private static void make(String table, String columns, Statement statement) throws SQLException {
        statement.execute("create table app.%s (%s)".formatted(table, columns));
        statement.execute("alter table app.%s owner to aos_migrate".formatted(table));
    }

    /** As it is made for a connection that keeps it. */
    private static String planOf(String question, Statement statement) throws SQLException {
        statement.execute("set plan_cache_mode = force_generic_plan");
        statement.execute("prepare question (uuid, uuid) as " + question);
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain (costs off) execute question (null, null)")) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        statement.execute("deallocate question");
        return plan.toString();
    }

    private static int rowsKnownOf(String table, Statement statement) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select reltuples from pg_class where oid = 'app." + table + "'::regclass")) {
            found.next();
            return found.getInt(1);
        }
    }
}

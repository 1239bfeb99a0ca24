package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The schema as a fresh database has it. Source: data model 1, 2, 5.2, 7, 9. */
class MigrationTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Test
    void the_three_plans_are_those_of_the_table() throws SQLException {
        // data model 5.2
        assertThat(rows("select code || ' ' || leads_per_month || ' ' || new_leads_per_day || ' ' || max_campaigns ||"
                        + " ' ' || (ai_campaign_slots + custom_campaign_slots) from plan order by price_aud"))
                .containsExactly("ignition 1250 57 5 5", "velocity 2250 103 10 10", "dominance 4500 205 20 20");
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}

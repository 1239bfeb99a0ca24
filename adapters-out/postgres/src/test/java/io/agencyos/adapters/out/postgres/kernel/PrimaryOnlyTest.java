package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.testing.SchemaDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that takes no writes, as a replica does, is not talked to at all. Source: data model 8, primary only. */
class PrimaryOnlyTest {

    @RegisterExtension
    final SchemaDatabase database = SchemaDatabase.empty();

    private Connection connection() throws SQLException {
        Properties driver = DatabasePools.driver(DatabaseRole.APP);
        driver.setProperty("user", database.address().adminUser());
        driver.setProperty("password", database.address().adminPassword());
        return DriverManager.getConnection(database.address().jdbcUrl(), driver);
    }

    @Test // data model 8: no send, cap, quota or assignment decision may ever read from a replica
    void a_server_that_only_reads_is_refused() throws SQLException {
        try (Connection primary = connection();
                Statement statement = primary.createStatement()) {
            assertThat(primary.isValid(1)).isTrue();
            statement.execute("alter database " + primary.getCatalog() + " set default_transaction_read_only = on");
        }

        assertThatThrownBy(this::connection).isInstanceOf(SQLException.class).hasMessageContaining("primary");
    }
}

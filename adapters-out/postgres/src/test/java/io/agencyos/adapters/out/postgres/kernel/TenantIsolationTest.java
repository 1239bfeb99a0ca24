package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No row of another tenant is read, locked, changed, removed or planted: proved for every table that the catalogue lists
 * with a {@code client_id}, by trying. Source: issue 2 section 2, data model 2.
 */
@Order(1) // long: with the first
class TenantIsolationTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static final UUID A = new UUID(0xA, 0xA);
    private static final UUID B = new UUID(0xB, 0xB);

    /** Classes of tables whose rows are a tenant's own; the others are the platform's. */
    private static final Set<String> TENANT_CLASSES = Set.of("T", "TA", "TO", "TW", "TX", "TE", "N", "S");

    private static final Map<String, String> classes = new HashMap<>();
    private static final Map<String, Boolean> workerTables = new HashMap<>();

    private static @Nullable Connection eyes;

    @BeforeAll
    static void one_row_of_two_tenants_in_every_table() throws SQLException {
        Connection superuser = database.superuser();
        eyes = superuser;
        RowSeeder seeder = new RowSeeder(superuser);
        seeder.seed(A, 1);
        seeder.seed(B, 2);
        new Catalogue(superuser).securityList().forEach(row -> {
            classes.put(row.get(0), row.get(1));
            workerTables.put(row.get(0), row.get(2).equals("true"));
        });
    }

    @AfterAll
    static void close() throws SQLException {
        Objects.requireNonNull(eyes).close();
    }

    private static TenantProbe probe() {
        return new TenantProbe(database, Objects.requireNonNull(eyes), A, B);
    }

    private static List<String> tablesWithClient() throws SQLException {
        try (Connection superuser = database.superuser()) {
            return new Catalogue(superuser).tablesWithClient();
        }
    }

    @TestFactory
    Stream<DynamicTest> no_foreign_row_is_reachable() throws SQLException {
        return tablesWithClient().stream()
                .filter(table -> TENANT_CLASSES.contains(classes.get(table)))
                .flatMap(table -> Stream.of(
                                new Object[][] {{DatabaseRole.APP, "owner"}, {DatabaseRole.WORKER, "worker"}})
                        .map(who -> DynamicTest.dynamicTest(
                                table + " as " + who[0], () -> holds(table, (DatabaseRole) who[0], (String) who[1]))));
    }

    private static void holds(String table, DatabaseRole role, String memberRole) throws SQLException {
        TenantProbe probe = probe();

        assertThat(probe.findings(table, role, memberRole)).isEmpty();
        if (role == DatabaseRole.APP && "S".equals(classes.get(table))) {
            assertThatThrownBy(() -> probe.ownRows(table, role, memberRole)).hasMessageContaining("permission denied");
        } else {
            assertThat(probe.ownRows(table, role, memberRole)).isEqualTo(1);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_platform_table_with_a_client_is_closed_to_members_and_open_to_the_worker_where_listed()
            throws SQLException {
        return tablesWithClient().stream()
                .filter(table -> "P".equals(classes.get(table)))
                .map(table -> DynamicTest.dynamicTest(table, () -> {
                    TenantProbe probe = probe();
                    assertThatThrownBy(() -> probe.ownRows(table, DatabaseRole.APP, "owner"))
                            .hasMessageContaining("permission denied");
                    if (workerTables.getOrDefault(table, false)) {
                        assertThat(probe.ownRows(table, DatabaseRole.WORKER, "worker"))
                                .isEqualTo(1);
                    } else {
                        assertThatThrownBy(() -> probe.ownRows(table, DatabaseRole.WORKER, "worker"))
                                .hasMessageContaining("permission denied");
                    }
                }));
    }

    @Test
    void every_table_with_a_client_belongs_to_a_class_that_is_probed() throws SQLException {
        // founding_spot names its holder and is read by everyone: data model 5.2
        assertThat(tablesWithClient())
                .hasSizeGreaterThan(60)
                .allMatch(table -> TENANT_CLASSES.contains(classes.get(table))
                        || "P".equals(classes.get(table))
                        || table.equals("app.founding_spot"));
    }

    @Test
    void every_table_is_listed_and_has_forced_row_level_security_and_a_policy() throws SQLException {
        try (Connection superuser = database.superuser()) {
            Catalogue catalogue = new Catalogue(superuser);
            assertThat(catalogue.tables())
                    .containsExactlyInAnyOrderElementsOf(catalogue.securityList().stream()
                            .map(List::getFirst)
                            .toList());
            assertThat(catalogue.strings("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('app', 'pool') and c.relkind in ('r', 'p') and not c.relispartition
                    and (not c.relrowsecurity or not c.relforcerowsecurity
                        or not exists (select from pg_policy p where p.polrelid = c.oid))
                """)).isEmpty();
        }
    }

    @Test
    void no_partition_may_be_entered_directly() throws SQLException {
        try (Connection superuser = database.superuser()) {
            Catalogue catalogue = new Catalogue(superuser);
            assertThat(catalogue.strings("select relname from pg_class where relispartition and relkind = 'r'"))
                    .hasSizeGreaterThan(100);
            assertThat(catalogue.strings("""
                select c.relname || ' ' || r.rolname from pg_class c, pg_roles r
                where c.relispartition and c.relkind = 'r'
                    and r.rolname in ('aos_app', 'aos_worker', 'aos_platform', 'aos_maint', 'aos_bi')
                    and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate')
                """)).isEmpty();
        }
    }

    @Test
    void no_role_that_connects_may_bypass_security_or_become_another() throws SQLException {
        try (Connection superuser = database.superuser()) {
            assertThat(new Catalogue(superuser).strings("""
                select rolname from pg_roles where rolname like 'aos\\_%' and (rolsuper
                    or rolbypassrls or rolcreaterole or rolcreatedb)
                union all
                select m.member::regrole::text from pg_auth_members m
                where m.member::regrole::text in ('aos_app', 'aos_worker', 'aos_platform')
                """)).isEmpty();
        }
    }

    @Test
    void the_probe_sees_a_table_without_row_level_security() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("create table app.leaky (client_id uuid, name text)");
            statement.execute("grant select, insert, update, delete on app.leaky to aos_app");
            statement.execute("insert into app.leaky values ('" + A + "', 'a'), ('" + B + "', 'b')");
            try {
                List<String> findings = probe().findings("app.leaky", DatabaseRole.APP, "owner");
                for (String way :
                        List.of("reads", "locks", "updates", "deletes", "inserts", "gives its own row away")) {
                    assertThat(findings).anyMatch(finding -> finding.contains("in its tenant " + way));
                }
            } finally {
                statement.execute("drop table app.leaky");
            }
        }
    }
}

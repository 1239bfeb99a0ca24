package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.shared.UnitOfWorkContract;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUnitOfWorkTest extends UnitOfWorkContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static final String NOTES = """
        create table app.note (client_id uuid, id uuid, title text, seen_at timestamptz, status text, detail jsonb,
            tags text[], primary key (client_id, id), constraint uq_note_title unique (client_id, title));
        create table app.platform_note (title text primary key);
        alter table app.note enable row level security;
        alter table app.note force row level security;
        create policy tenant on app.note to aos_app, aos_worker
            using (client_id = app.current_client()) with check (client_id = app.current_client());
        create policy writers on app.note as restrictive for insert to aos_app, aos_worker
            with check (app.current_member_role() in ('owner', 'admin', 'member', 'worker'));
        grant select, insert, update on app.note to aos_app, aos_worker;
        grant select, insert, update on app.platform_note to aos_worker, aos_platform;
        """;

    @BeforeAll
    static void tables() throws SQLException {
        execute(NOTES);
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate app.note, app.platform_note");
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Notes notes() {
        return new SqlNotes();
    }

    @Test // api 1.4: no transaction that writes leads lives longer than 60 s
    void a_unit_that_lasted_too_long_is_taken_back_where_it_wrote_leads() throws SQLException {
        UUID tenant = UUID.randomUUID();
        try (Connection superuser = database.superuser()) {
            new RowSeeder(superuser).seed(tenant, 1);
        }
        UnitOfWork impatient = new PostgresUnitOfWork(database.database()::pool, Duration.ZERO, Instant::now);
        TenantScope worker = TenantScope.worker(new ClientId(tenant));

        impatient.inTenant(worker, () -> notes().add(worker.clientId(), "no lead"));
        assertThatThrownBy(() -> impatient.inTenant(
                        worker,
                        () -> Db.update("update lead set row_version = 7").execute()))
                .isInstanceOf(StorageUnavailable.class);

        assertThat(units().<Integer>inTenant(
                                worker,
                                () -> Db.query("select row_version from lead")
                                        .mapTo(Integer.class)
                                        .one()))
                .isNotEqualTo(7);
        assertThat(units().<List<String>>inTenant(worker, () -> notes().titles()))
                .contains("no lead");
        assertThat(units().<Integer>inTenant(
                                worker,
                                () -> Db.update("update lead set row_version = 7")
                                        .execute()))
                .as("within the minute")
                .isOne();
    }

    @Test // what a connection did for others before is counted by the server until it finds time to report it
    void a_long_unit_answers_for_what_it_wrote_itself_and_not_for_the_one_before_on_its_connection()
            throws SQLException {
        UUID tenant = UUID.randomUUID();
        try (Connection superuser = database.superuser()) {
            new RowSeeder(superuser).seed(tenant, 2);
        }
        UnitOfWork patient = new PostgresUnitOfWork(database.database()::pool, Duration.ofMinutes(1), Instant::now);
        UnitOfWork impatient = new PostgresUnitOfWork(database.database()::pool, Duration.ZERO, Instant::now);
        TenantScope worker = TenantScope.worker(new ClientId(tenant));

        int wrote = patient.inTenant(worker, () -> {
            Db.update("update lead set row_version = 8").execute();
            return backend();
        });
        int asked = impatient.inTenant(worker, () -> {
            notes().add(worker.clientId(), "after a lead");
            return backend();
        });

        assertThat(asked).as("the same connection").isEqualTo(wrote);
        assertThat(units().<List<String>>inTenant(worker, () -> notes().titles()))
                .contains("after a lead");
    }

    private static int backend() {
        return Db.query("select pg_backend_pid()").mapTo(Integer.class).one();
    }

    @Test // CIS 19.1: a snapshot, so that counts that are put beside each other are of one moment
    void a_snapshot_stays_as_it_was_and_nothing_is_written_in_it() {
        ClientId client = new ClientId(UUID.randomUUID());
        TenantScope worker = TenantScope.worker(client);
        units().inTenant(worker, () -> notes().add(client, "before"));
        units().inSnapshot(worker, () -> {
            assertThat(notes().titles()).containsExactly("before");
            try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
                other.submit(() -> units().inTenant(worker, () -> notes().add(client, "meanwhile")));
            }
            assertThat(notes().titles()).containsExactly("before");
            return null;
        });
        assertThat(units().<List<String>>inTenant(worker, () -> notes().titles()))
                .containsExactly("before", "meanwhile");
        assertThatThrownBy(() -> units().inSnapshot(worker, () -> {
                    notes().add(client, "never");
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(units().<List<String>>inTenant(worker, () -> notes().titles()))
                .doesNotContain("never");
    }

    private static final class SqlNotes implements Notes {
        @Override
        public void add(ClientId owner, String title) {
            Db.update("insert into note (client_id, id, title) values (:owner, gen_random_uuid(), :title)")
                    .bind("owner", owner)
                    .bind("title", title)
                    .execute();
        }

        @Override
        public List<String> titles() {
            return Db.query("select title from note order by title")
                    .mapTo(String.class)
                    .list();
        }

        @Override
        public int rename(ClientId owner, String title, String newTitle) {
            return Db.update("update note set title = :newTitle where client_id = :owner and title = :title")
                    .bind("owner", owner)
                    .bind("title", title)
                    .bind("newTitle", newTitle)
                    .execute();
        }

        @Override
        public void addPlatform(String title) {
            Db.update("insert into platform_note values (:title)")
                    .bind("title", title)
                    .execute();
        }

        @Override
        public List<String> platformTitles() {
            return Db.query("select title from platform_note order by title")
                    .mapTo(String.class)
                    .list();
        }
    }

    private final TenantScope worker = TenantScope.worker(new ClientId(UUID.randomUUID()));

    @Test
    void each_scope_is_logged_in_as_its_own_role_which_no_setting_changes() {
        // data model 2: the scope is the role of the connection
        TenantScope member = new TenantScope(worker.clientId(), null, Role.OWNER);

        assertThat(units().<String>inTenant(member, this::sessionUser)).isEqualTo("aos_app");
        assertThat(units().<String>inTenant(worker, this::sessionUser)).isEqualTo("aos_worker");
        assertThat(units().<String>onPlatform(this::sessionUser)).isEqualTo("aos_platform");
    }

    private String sessionUser() {
        return Db.query("select session_user || '' where session_user = current_user")
                .mapTo(String.class)
                .one();
    }

    @Test
    void the_tenant_of_a_unit_is_gone_from_the_connection_afterwards() {
        units().inTenant(worker, () -> Db.handle().execute("select 1"));

        assertThatThrownBy(() -> units().onPlatform(Db::client)).isInstanceOf(IllegalStateException.class);
        assertThat(units().<Boolean>onPlatform(() -> Db.query("select app.current_client() is null")
                        .mapTo(Boolean.class)
                        .one()))
                .isTrue();
    }

    @Test // data model 2: a worker's tenant travels with what is asked first, whatever that is
    void whatever_a_unit_does_first_is_done_for_its_tenant() {
        ClientId client = worker.clientId();

        units().inTenant(worker, () -> notes().add(client, "written first"));
        units().inTenant(worker, () -> Db.later(() -> notes().add(client, "handed over first")));
        units().inTenant(worker, () -> {
            Db.query("select title from note");
            notes().add(client, "written after a question that nobody asked");
        });

        assertThat(units().<List<String>>inTenant(worker, () -> notes().titles()))
                .as("and asked first")
                .containsExactly("handed over first", "written after a question that nobody asked", "written first");
        assertThat(units().<List<String>>inTenant(
                                TenantScope.worker(new ClientId(UUID.randomUUID())), () -> notes().titles()))
                .as("the next one on the same connection")
                .isEmpty();
    }

    @Test
    void platform_staff_have_no_tenant_unit() {
        TenantScope staff = new TenantScope(worker.clientId(), null, Role.PLATFORM_ADMIN);

        assertThatThrownBy(() -> units().inTenant(staff, () -> notes().titles()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_deadlock_is_run_again_and_both_units_succeed() throws InterruptedException, ExecutionException {
        units().inTenant(worker, () -> {
            notes().add(worker.clientId(), "1");
            notes().add(worker.clientId(), "2");
        });
        CyclicBarrier firstLockHeld = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> both = List.of(List.of("1", "2"), List.of("2", "1")).stream()
                    .map(order -> threads.submit(() -> units().<Integer>inTenant(worker, () -> {
                        int run = runs.incrementAndGet();
                        touch(order.get(0));
                        if (run <= 2) {
                            await(firstLockHeld);
                        }
                        return touch(order.get(1));
                    })))
                    .toList();
            for (Future<Integer> unit : both) {
                assertThat(unit.get()).isEqualTo(1);
            }
        }
        assertThat(runs)
                .as("a victim may be chosen twice, never more often than it is tried")
                .hasValueBetween(3, 6);
    }

    private int touch(String title) {
        return Db.update("update note set seen_at = now() where title = :title")
                .bind("title", title)
                .execute();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void a_serialisation_failure_is_given_up_after_three_runs() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> units().inTenant(worker, () -> {
                    runs.incrementAndGet();
                    raise("40001");
                }))
                .hasMessageContaining("raised 40001");

        assertThat(runs)
                .as("a victim may be chosen twice, never more often than it is tried")
                .hasValueBetween(3, 6);
    }

    @Test
    void a_full_disk_lost_connections_and_a_stopped_server_are_storage_unavailable() {
        // disk_full, too_many_connections, admin_shutdown, crash_shutdown, connection_failure, io_error, query_canceled
        for (String state : List.of("53100", "53300", "57P01", "57P02", "08006", "58030", "57014")) {
            assertThatThrownBy(() -> units().inTenant(worker, () -> raise(state)))
                    .as(state)
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining("raised " + state);
        }
        assertThat(units().<List<String>>inTenant(worker, () -> notes().titles()))
                .isEmpty();
    }

    private static void raise(String state) {
        Db.handle()
                .execute("do $$ begin raise exception 'raised " + state + "' using errcode = '" + state + "'; end $$");
    }

    @Test
    void a_connection_cut_in_the_middle_is_storage_unavailable_and_the_next_unit_works() {
        assertThatThrownBy(() -> units().inTenant(worker, () -> {
                    notes().add(worker.clientId(), "lost");
                    cut(Db.query("select pg_backend_pid()").mapTo(Integer.class).one());
                    notes().titles();
                }))
                .isInstanceOf(StorageUnavailable.class);

        assertThat(units().<List<String>>inTenant(worker, () -> notes().titles()))
                .isEmpty();
    }

    private static void cut(int backend) {
        try {
            execute("select pg_terminate_backend(" + backend + ", 5000)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_unique_violation_in_a_partition_carries_the_name_of_the_tables_constraint() {
        assertThatThrownBy(() -> units().onPlatform(() -> {
                    for (int n = 0; n < 2; n++) {
                        Db.handle()
                                .execute("insert into pool_identity (kind, value_key, owner_id, owner_kind, source,"
                                        + " first_seen_at) values ('email', 'a@example.com', gen_random_uuid(),"
                                        + " 'person', 'test', now())");
                    }
                }))
                .isInstanceOfSatisfying(
                        UniqueViolation.class,
                        violation -> assertThat(violation.constraint()).isEqualTo("pool_identity_pkey"));
    }

    @Test
    void the_houses_types_go_in_and_come_out_unchanged() {
        Instant at = Instant.parse("2026-03-02T01:02:03.123456Z");
        LeadId id = new LeadId(UUID.randomUUID());

        units().inTenant(worker, () -> {
            Db.update("insert into note (client_id, id, title, seen_at, status, detail, tags)"
                            + " values (:client, :id, 'typed', :at, :status, :detail, :tags)")
                    .bind("client", Db.client())
                    .bind("id", id)
                    .bind("at", at)
                    .bind("status", LeadStatus.MEETING_BOOKED)
                    .bind("detail", Json.of(List.of("x", 1)))
                    .bindArray("tags", String.class, List.of("p", "q"))
                    .execute();
            assertThat(Db.query("select id from note").mapTo(LeadId.class).one())
                    .isEqualTo(id);
            assertThat(Db.query("select status from note")
                            .mapTo(LeadStatus.class)
                            .one())
                    .isEqualTo(LeadStatus.MEETING_BOOKED);
            assertThat(Db.query("select seen_at from note").mapTo(Instant.class).one())
                    .isEqualTo(at);
            assertThat(Db.query("select detail from note")
                            .mapTo(Json.class)
                            .one()
                            .tree()
                            .get(1)
                            .asInt())
                    .isEqualTo(1);
            assertThat(Db.query("select * from note where id = any (:ids)")
                            .bind("ids", Db.uuids(List.of(id)))
                            .map((row, context) -> Rows.id(row, "id", LeadId::new) + " "
                                    + Rows.word(row, "status", LeadStatus.class) + " " + Rows.instant(row, "seen_at")
                                    + " " + Rows.texts(row, "tags"))
                            .one())
                    .isEqualTo(id + " MEETING_BOOKED " + at + " [p, q]");
        });
    }

    @Test
    void absent_values_of_the_houses_types_are_stored_as_null() {
        units().inTenant(worker, () -> {
            Db.update("insert into note (client_id, id, seen_at, status, detail) values (:client, :id, :at,"
                            + " :status, :j)")
                    .bind("client", Db.client())
                    .bind("id", new LeadId(UUID.randomUUID()))
                    .bindByType("at", null, Instant.class)
                    .bindByType("status", null, LeadStatus.class)
                    .bindByType("j", null, Json.class)
                    .execute();
            assertThat(Db.query("select * from note")
                            .map((row, context) -> Rows.instantOrNull(row, "seen_at") == null
                                    && Rows.wordOrNull(row, "status", LeadStatus.class) == null
                                    && Rows.jsonOrNull(row, "detail") == null)
                            .one())
                    .isTrue();
        });
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.agencyos.adapters.out.postgres.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.Quotas.Bound;
import io.agencyos.application.outreach.store.Quotas.Claim;
import io.agencyos.application.outreach.store.Quotas.Count;
import io.agencyos.application.outreach.store.Quotas.Counter;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.EnrolmentMaker;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.application.testing.StoresUnderTest;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What locks do between processes, which no fake can show. Source: outreach 4.3, I4, data model 8. */
class PlannersSideBySideTest extends StoresUnderTest {

    private static final Instant MONDAY = Leadbook.MONDAY;
    private static final int WATCHED = 4711;

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Clients clients() {
        return new PostgresClients(UUID::randomUUID);
    }

    @Override
    protected Credits credits() {
        return new PostgresCredits(UUID::randomUUID);
    }

    @Override
    protected Campaigns campaigns() {
        return new PostgresCampaigns(UUID::randomUUID);
    }

    @Override
    protected Leads leads() {
        return new PostgresLeads();
    }

    @Override
    protected OutreachStores stores() {
        return OutreachOnPostgres.stores();
    }

    @Test // outreach 3.1: any number of planners, none waits for another
    void two_planners_take_different_enrolments_and_neither_waits() throws Exception {
        for (int i = 0; i < 6; i++) {
            enrolled(EnrolmentState.PENDING, MONDAY, 60);
        }
        List<Enrolment> firsts = new ArrayList<>();
        List<Enrolment> seconds = sideBySide(
                firsts,
                () -> enrolments().lockDue(a(), MONDAY, MONDAY, 4),
                () -> enrolments().lockDue(a(), MONDAY, MONDAY, 4));

        assertThat(firsts).hasSize(4);
        assertThat(seconds).hasSize(2).doesNotContainAnyElementsOf(firsts);
    }

    @Test
    void what_wakes_and_what_is_held_is_taken_by_one_process_alone() throws Exception {
        Enrolment held = stored(EnrolmentMaker.of(Outreachbook.enrolment(lead(60).id(), campaign()))
                .held("stale_enrolment", MONDAY)
                .make());
        List<Enrolment> firsts = new ArrayList<>();

        assertThat(sideBySide(
                        firsts,
                        () -> enrolments().lockWaking(a(), MONDAY, 4),
                        () -> enrolments().lockHeld(a(), "stale_enrolment", 4)))
                .isEmpty();
        assertThat(firsts).containsExactly(held);
    }

    /** What {@code second} finds while the unit in which {@code first} ran is still open. */
    private List<Enrolment> sideBySide(
            List<Enrolment> found, Callable<List<Enrolment>> first, Callable<List<Enrolment>> second) throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> open = threads.submit(() -> run(() -> {
                found.addAll(called(first));
                locked.countDown();
                await(done);
            }));
            await(locked);
            List<Enrolment> others = read(() -> called(second));
            done.countDown();
            open.get();
            return others;
        } finally {
            done.countDown();
        }
    }

    @Test // I1: a planner that looked before another had planned, and locked after
    void an_enrolment_whose_touch_was_planned_while_the_planner_was_looking_is_not_due() throws Exception {
        Enrolment taken = enrolled(EnrolmentState.PENDING, MONDAY, 60);
        Enrolment free = enrolled(EnrolmentState.PENDING, MONDAY, 50);
        try (Connection watcher = database.superuser();
                ExecutorService threads = Executors.newFixedThreadPool(1)) {
            execute(watcher, """
                create function app.look() returns boolean language plpgsql volatile as $$
                begin perform pg_advisory_xact_lock_shared(4711); return true; end $$\
                """);
            execute(watcher, "create policy look on app.campaign as restrictive for select using (app.look())");
            try {
                execute(watcher, "select pg_advisory_lock(4711)");
                Future<List<Enrolment>> planner =
                        threads.submit(() -> read(() -> enrolments().lockDue(a(), MONDAY, MONDAY, 10)));
                while (waiting(watcher) == 0) {
                    Thread.onSpinWait();
                }
                stored(Outreachbook.touch(taken));
                execute(watcher, "select pg_advisory_unlock(4711)");

                assertThat(planner.get()).containsExactly(free);
            } finally {
                execute(watcher, "select pg_advisory_unlock_all()");
                execute(watcher, "drop policy look on app.campaign");
            }
        }
    }

    private static int waiting(Connection watcher) throws SQLException {
        try (Statement statement = watcher.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_locks where locktype = 'advisory'"
                        + " and not granted and objid = " + WATCHED)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test // I4
    void eight_reservers_at_one_limit_reserve_exactly_the_limit() throws Exception {
        Counter counter = new Counter(UUID.randomUUID(), QuotaMetric.MAILBOX_TOTAL, MONDAY);
        int refused = together(
                8,
                thread -> read(() -> stores().quotas()
                                .reserve(a(), List.of(claim(List.of(counter), 20), claim(List.of(counter), 20))))
                        .size(),
                4);

        assertThat(refused).isEqualTo(8 * 4 * 2 - 20);
        assertThat(read(() -> stores().quotas().counts(a(), List.of(counter))))
                .containsEntry(counter, new Count(20, 0));
    }

    @Test // outreach 4.3: counters are locked in one order, however they are named
    void reservers_that_name_the_same_counters_in_any_order_never_wait_in_a_circle() throws Exception {
        List<Counter> counters = new ArrayList<>();
        for (QuotaMetric metric : QuotaMetric.values()) {
            counters.add(new Counter(UUID.randomUUID(), metric, MONDAY));
        }
        int refused = together(
                6,
                thread -> {
                    List<Counter> order = new ArrayList<>(counters);
                    Collections.shuffle(order, new Random(thread));
                    List<Claim> claims =
                            List.of(claim(order.subList(0, 6), 1000), claim(order.subList(6, order.size()), 1000));
                    return read(() -> {
                        int none = stores().quotas().reserve(a(), claims).size();
                        stores().quotas().use(a(), List.of(claims.getFirst().touch()));
                        return none;
                    });
                },
                10);

        assertThat(refused).isZero();
        assertThat(read(() -> stores().quotas().counts(a(), counters)).values())
                .hasSize(counters.size())
                .allMatch(count -> count.taken() == 60);
    }

    private static Claim claim(List<Counter> counters, int limit) {
        return new Claim(
                new TouchId(UUID.randomUUID()),
                counters.stream().map(counter -> new Bound(counter, limit)).toList());
    }

    /** The sum over all threads and rounds. */
    private static int together(int threads, Function<Integer, Integer> work, int rounds) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> running = new ArrayList<>();
        int sum = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                running.add(pool.submit(() -> {
                    await(start);
                    int mine = 0;
                    for (int round = 0; round < rounds; round++) {
                        mine += work.apply(number * rounds + round);
                    }
                    return mine;
                }));
            }
            start.countDown();
            for (Future<Integer> one : running) {
                sum += one.get();
            }
        }
        return sum;
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

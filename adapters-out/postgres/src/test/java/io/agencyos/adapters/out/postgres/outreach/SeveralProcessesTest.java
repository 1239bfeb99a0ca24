package io.agencyos.adapters.out.postgres.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.OutreachUseCases;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The send protocol run by several processes at once on one database, some of which die. Source: outreach 4.4, 4.6. */
@Order(1) // long: with the first
class SeveralProcessesTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final int PROCESSES = 4;
    private static final int LEADS = 60;

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);
    private final FakeEmailSender vendor = new FakeEmailSender(clock::get);
    private final DecoratedSender sender = new DecoratedSender(vendor);

    private OutreachScenario scenario() {
        return new OutreachScenario(
                OutreachOnPostgres.world(database, clock::get, sender), clock, PermissionMode.AUTOPILOT);
    }

    /** The same protocol in a process of its own. */
    private OutreachUseCases process(OutreachScenario scenario, int number) {
        return new OutreachUseCases(
                scenario.on().stores(),
                scenario.on().world(),
                mailbox -> sender,
                scenario.on().links(),
                database.unitOfWork(),
                clock::get,
                new TimeOrderedIds(clock::get, new TestChance(1000 + number)),
                System::nanoTime);
    }

    @Test // I1, I2, I4, I6, I8, I9; outreach 4.6 row 12
    void four_processes_take_sixty_leads_through_their_sequence_and_contact_everyone_once_per_step() throws Exception {
        OutreachScenario scenario = scenario();
        List<Lead> leads = scenario.leads(LEADS);
        Random chance = new Random(5);
        List<OutreachUseCases> processes = new ArrayList<>();
        for (int number = 0; number < PROCESSES; number++) {
            processes.add(process(scenario, number));
        }
        int overLimit = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(PROCESSES)) {
            for (int hour = 0; hour < 24 * 21; hour++) {
                if (atWork()) {
                    disturb(chance);
                    List<Callable<Integer>> passes = new ArrayList<>();
                    processes.forEach(process -> passes.add(pass(scenario, process, chance.nextLong())));
                    for (Future<Integer> done : threads.invokeAll(passes)) {
                        done.get();
                    }
                    overLimit += overLimit(scenario);
                }
                scenario.advance(Duration.ofHours(1));
            }
        }

        List<EmailCommand> delivered = vendor.deliveries().stream()
                .map(FakeEmailSender.Delivery::email)
                .toList();
        assertThat(delivered).extracting(EmailCommand::idempotencyKey).doesNotHaveDuplicates();
        assertThat(leads)
                .allSatisfy(
                        lead -> assertThat(vendor.deliveriesTo(lead.contact().email()))
                                .hasSize((int) sentSteps(scenario, lead))
                                .hasSizeBetween(2, 3));
        assertThat(overLimit).as("counters above their limit").isZero();
        assertThat(number("select count(*) from app.quota_reservation where client_id = '%s'", scenario))
                .as("reservations left behind")
                .isZero();
        assertThat(number("select coalesce(sum(reserved), 0) from app.quota_counter where client_id = '%s'", scenario))
                .isZero();
        assertThat(number("select count(*) from app.touch where client_id = '%s'", scenario))
                .as("every delivery is on record once")
                .isEqualTo(delivered.size());
        assertThat(scenario.conservation().closes()).isTrue();
        assertThat(scenario.conservation().sent()).isEqualTo(delivered.size());
    }

    private boolean atWork() {
        ZonedDateTime now = clock.get().atZone(SYDNEY);
        return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(now.getDayOfWeek())
                && now.getHour() >= 8
                && now.getHour() <= 17;
    }

    /** Now and then a call goes wrong in a way of which the caller hears nothing certain. */
    private void disturb(Random chance) {
        if (chance.nextInt(3) == 0) {
            vendor.failNext(
                    chance.nextBoolean()
                            ? FakeEmailSender.Fault.DROP_AFTER_ACCEPT
                            : FakeEmailSender.Fault.RATE_LIMITED);
        }
    }

    /** Every stage, in an order of its own, in batches that overlap with everybody else's. */
    private static Callable<Integer> pass(OutreachScenario scenario, OutreachUseCases process, long seed) {
        return () -> {
            Random order = new Random(seed);
            List<OutreachStage> stages = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                List<OutreachStage> shuffled = new ArrayList<>(process.loop());
                Collections.shuffle(shuffled, order);
                stages.addAll(shuffled);
            }
            int done = 0;
            for (OutreachStage stage : stages) {
                done += stage.run(scenario.client(), 1 + order.nextInt(20));
            }
            return done;
        };
    }

    private static long sentSteps(OutreachScenario scenario, Lead lead) {
        return scenario.steps(lead).stream()
                .filter(step -> step.outcome() == EnrolmentStep.Outcome.SENT)
                .count();
    }

    private int overLimit(OutreachScenario scenario) throws SQLException {
        return number(
                "select count(*) from app.quota_counter where client_id = '%s' and reserved + used > limit_value",
                scenario);
    }

    private static int number(String sql, OutreachScenario scenario) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(sql.formatted(scenario.client().value()))) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test // outreach 4.6 row 7: the process dies between the vendor's yes and T5
    void a_dispatcher_that_dies_after_the_vendor_accepted_is_reconciled_and_nothing_is_sent_again() {
        OutreachScenario scenario = scenario();
        Lead lead = scenario.lead();
        readyToDispatch(scenario, lead);
        sender.onceAccepted(() -> {
            throw new ProcessDied();
        });

        scenario.useCases().dispatch().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.DISPATCHING);

        OutreachUseCases another = process(scenario, 9);
        another.dispatch().run(scenario.client(), 10);
        assertThat(scenario.touches(lead))
                .as("nobody else takes it while its lease runs")
                .extracting(Touch::state)
                .containsExactly(TouchState.DISPATCHING);
        reconciled(scenario, another);

        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
        assertThat(vendor.deliveries()).hasSize(1);
        assertThat(vendor.calls()).hasSize(1);
        assertThat(scenario.conservation().sent()).isEqualTo(1);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 4.6 rows 7 and 11: late, but not dead
    void a_dispatcher_that_wakes_up_after_its_touch_was_looked_up_changes_nothing() throws Exception {
        OutreachScenario scenario = scenario();
        Lead lead = scenario.lead();
        readyToDispatch(scenario, lead);
        CountDownLatch accepted = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);
        sender.onceAccepted(() -> {
            accepted.countDown();
            await(awake);
        });
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> late = threads.submit(() -> scenario.useCases().dispatch().run(scenario.client(), 10));
            accepted.await();
            reconciled(scenario, process(scenario, 9));
            List<Touch> found = scenario.touches(lead);
            assertThat(found).extracting(Touch::state).containsExactly(TouchState.SENT);

            awake.countDown();
            late.get();

            assertThat(scenario.touches(lead)).isEqualTo(found);
        } finally {
            awake.countDown();
        }
        assertThat(vendor.deliveries()).hasSize(1);
        assertThat(number("select count(*) from app.touch where client_id = '%s'", scenario))
                .isEqualTo(1);
        assertThat(number(
                        "select sum(used) from app.quota_counter where client_id = '%s' and metric = 'mailbox_total'",
                        scenario))
                .isEqualTo(1);
    }

    private static void readyToDispatch(OutreachScenario scenario, Lead lead) {
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        scenario.advance(Duration.between(
                scenario.now(), scenario.touches(lead).getFirst().scheduledAt()));
        scenario.useCases().commit().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.QUEUED);
    }

    /** The lease runs out, the vendor's log settles, and the look-up is made; meanwhile everybody tries to send. */
    private static void reconciled(OutreachScenario scenario, OutreachUseCases process) {
        for (int minutes = 0; minutes < 20; minutes += 2) {
            scenario.advance(Duration.ofMinutes(2));
            process.loop().forEach(stage -> stage.run(scenario.client(), 10));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What no code of ours catches: the end of a process. */
    private static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1;

        ProcessDied() {
            super("the process ends here", null, false, false);
        }
    }
}

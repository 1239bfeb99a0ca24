package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.pacing.CheckPacing;
import io.agencyos.application.allocation.pacing.DailyPacing;
import io.agencyos.application.allocation.pacing.PacingBook;
import io.agencyos.application.allocation.pacing.PacingDay;
import io.agencyos.application.allocation.pacing.PacingPorts;
import io.agencyos.application.allocation.pacing.StartPorts;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.allocation.CapacityCheck.Shortfall;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A trial of 1,250 leads that begins on Monday 2 March 2026 has 23 working days. Source: scoring PACE. */
public abstract class PacingStories {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);
    private final List<DomainEvent> told = new ArrayList<>();
    private final List<Alert> raised = new ArrayList<>();
    private boolean broken;

    protected abstract OutreachScenario.World world(AtomicReference<Instant> time);

    /** The book on the stores of this world. */
    protected abstract PacingBook book(OutreachScenario.World world);

    private OutreachScenario scenario() {
        return new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
    }

    private CheckPacing pacing(OutreachScenario scenario) {
        OutreachScenario.World on = scenario.on();
        Alerts alerts = new Alerts() {
            @Override
            public void raise(Alert alert) {
                raised.add(alert);
            }

            @Override
            public void resolveOthers(String source, Collection<String> stillOpen, Instant at) {
                throw new AssertionError("an alert of a period is never taken back");
            }

            @Override
            public void resolveOthersOf(ClientId client, String source, Collection<String> stillOpen, Instant at) {
                resolveOthers(source, stillOpen, at);
            }

            @Override
            public List<Alert> open(int limit) {
                return raised.stream().limit(limit).toList();
            }
        };
        return new PacingPorts(starts(on), on.stores().touches(), told::addAll, alerts, (client, now) -> broken)
                .checkPacing(on.units(), clock::get, new TimeOrderedIds(clock::get, new TestChance(3)));
    }

    private StartPorts starts(OutreachScenario.World on) {
        return new StartPorts(
                book(on),
                on.world().clients(),
                on.stores().enrolments(),
                on.world().mailboxes(),
                on.stores().quotas(),
                on.world().holidays());
    }

    private static List<PacingDay> days(OutreachScenario scenario, PacingBook book) {
        ClientId client = scenario.client();
        return scenario.in(() -> book.days(client, FIRST, FIRST.plusMonths(1)));
    }

    @Test // PACE-1, PACE-3: the unit is lead starts, and no more are begun than there are leads
    void starts_are_counted_and_the_budget_ends_at_the_leads_that_are_ready() {
        OutreachScenario scenario = scenario();
        scenario.leads(3);
        scenario.runFor(Duration.ofDays(2));
        scenario.leads(5);

        PacingDay day = pacing(scenario).check(scenario.client()).orElseThrow();

        assertThat(day.day()).isEqualTo(FIRST.plusDays(2));
        assertThat(day.pacing()).isEqualTo(new Pacing(1_250, 3, 23, 2, 21));
        assertThat(day.startBudget()).isEqualTo(5);
        assertThat(day.flag()).isNull();
        assertThat(days(scenario, book(scenario.on()))).containsExactly(day);
        assertThat(told).isEmpty();
    }

    @Test // PACE-3: the budget is the day's; what was begun today is part of it, and a stopped client begins no more
    void the_budget_is_the_same_before_and_after_the_days_starts() {
        OutreachScenario scenario = scenario();
        scenario.leads(80);
        CheckPacing pacing = pacing(scenario);
        PacingDay morning = pacing.check(scenario.client()).orElseThrow();

        scenario.runFor(Duration.ofHours(6));
        PacingDay afternoon = pacing.check(scenario.client()).orElseThrow();

        assertThat(afternoon.day()).isEqualTo(morning.day()).isEqualTo(FIRST);
        assertThat(afternoon.pacing().started()).isPositive();
        assertThat(afternoon.startBudget()).isEqualTo(morning.startBudget()).isPositive();

        scenario.in(() -> {
            var clients = scenario.on().world().clients();
            clients.update(clients.find(scenario.client())
                    .orElseThrow()
                    .pausedBy(new Client.Pause(clock.get(), "a complaint", null)));
        });
        assertThat(pacing.check(scenario.client()).orElseThrow().startBudget())
                .isEqualTo(afternoon.pacing().started());
    }

    @Test // PACE-2: from the middle of the period on; one open alert per type and period
    void a_slow_client_is_told_once_in_its_period() {
        OutreachScenario scenario = scenario();
        scenario.leads(3);
        scenario.runFor(Duration.ofDays(1));
        CheckPacing pacing = pacing(scenario);
        scenario.advance(Duration.ofDays(14));
        assertThat(pacing.check(scenario.client()).orElseThrow().flag()).isNull();

        scenario.advance(Duration.ofDays(1));
        PacingDay slow = pacing.check(scenario.client()).orElseThrow();
        assertThat(slow.pacing().completed()).isEqualTo(12);
        assertThat(slow.flag()).isEqualTo(Pacing.Alert.BURNING_SLOW);
        pacing.check(scenario.client());
        scenario.advance(Duration.ofDays(1));
        assertThat(pacing.check(scenario.client()).orElseThrow().flag()).isEqualTo(Pacing.Alert.BURNING_SLOW);

        assertThat(told)
                .singleElement()
                .satisfies(event -> assertThat(event.payload())
                        .containsEntry("type", "burning_slow")
                        .containsEntry("cause", "no_leads")
                        .containsEntry("started", "3"));
        assertThat(raised).hasSize(3);
        assertThat(raised)
                .extracting(Alert::fingerprint)
                .containsOnly(raised.getFirst().fingerprint());
        assertThat(days(scenario, book(scenario.on()))).hasSize(3);
    }

    @Test // PACE-2: above 120 %
    void a_client_that_burns_its_quota_is_told() {
        OutreachScenario scenario = scenario();
        scenario.leads(80);
        scenario.runFor(Duration.ofDays(1).plusHours(6));

        PacingDay fast = pacing(scenario).check(scenario.client()).orElseThrow();

        assertThat(fast.pacing().completed()).isEqualTo(1);
        assertThat(fast.pacing().started()).isGreaterThan(65);
        assertThat(fast.flag()).isEqualTo(Pacing.Alert.BURNING_FAST);
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo(EventName.PACING_ALERT);
            assertThat(event.payload()).containsEntry("type", "burning_fast").doesNotContainKey("cause");
        });
    }

    @Test // flows 2.17: a slow flag names the tightest cause: no leads, approvals waiting, quota, breaker, window
    void a_slow_client_whose_vendor_is_away_is_told_so() {
        OutreachScenario scenario = scenario();
        scenario.leads(3);
        scenario.runFor(Duration.ofDays(1));
        scenario.advance(Duration.ofDays(15));
        scenario.leads(3);
        broken = true;
        pacing(scenario).check(scenario.client());

        assertThat(told)
                .singleElement()
                .satisfies(event -> assertThat(event.payload()).containsEntry("cause", "breaker"));
    }

    @Test // flows 2: common guards
    void a_client_without_a_running_subscription_is_not_paced() {
        OutreachScenario scenario = scenario();
        scenario.in(() -> {
            var clients = scenario.on().world().clients();
            clients.updateSubscription(
                    clients.subscription(scenario.client()).orElseThrow().as(SubscriptionStatus.PAST_DUE));
        });
        assertThat(pacing(scenario).check(scenario.client())).isEmpty();
        assertThat(days(scenario, book(scenario.on()))).isEmpty();
    }

    @Test // flows 2.17: checked, fast, slow; by schedule for all clients, by an admin for one
    void the_mornings_run_checks_every_client_and_counts_who_is_slow() {
        OutreachScenario scenario = scenario();
        scenario.leads(3);
        scenario.runFor(Duration.ofDays(1));
        scenario.advance(Duration.ofDays(15));
        StepsByHand flow = new StepsByHand(DailyPacing.flow(
                pacing(scenario),
                client -> List.of(new Shortfall(Channel.VOICE, new BigDecimal("19.8"))),
                (now, after, limit) -> after == null ? List.of(scenario.client()) : List.of(),
                scenario.on().units()));

        assertThat(flow.onPlatform(clock.get()).outcome().counts())
                .containsEntry("checked", 1L)
                .containsEntry("burning_slow", 1L)
                .containsEntry("capacity_shortfalls", 1L);
        assertThat(flow.of(scenario.client(), Map.of(), clock.get()))
                .containsExactly(new StepResult.Done(
                        Counts.done(1, 1),
                        Outcome.count("checked", 1).with("burning_slow", 1).with("capacity_shortfalls", 1)));
        assertThat(days(scenario, book(scenario.on()))).hasSize(1);
    }
}

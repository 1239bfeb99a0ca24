package io.agencyos.application.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.content.SpendOnModels.Limit;
import io.agencyos.application.content.SpendOnModels.Outcome;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money for model calls on every store; each test has a platform day of its own. Source: scoring TIER-4, content 3.10. */
public abstract class SpendLedgerContract {

    private static final Instant BEGIN = Instant.parse("2026-03-01T23:00:00Z");
    private static final String SMALL = "small-1";
    private static final SpendLedger.Note NOTE =
            new SpendLedger.Note("prompt/1", new TokenUse(900, 300, 50, 7), Duration.ofMillis(1_200), null);
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final Duration apart = Duration.ofDays(10L * TESTS.incrementAndGet());
    private Instant now = BEGIN.plus(apart);

    protected abstract UnitOfWork units();

    protected abstract Clients clients();

    protected abstract Credits credits();

    protected abstract SpendLedger ledger();

    protected abstract Breakers breakers();

    protected abstract Alerts alerts();

    /** Changes the platform's setting. */
    protected abstract void platformCap(AiCost cap);

    @AfterEach
    void the_platforms_cap_is_as_it_was() {
        platformCap(AiCost.dollars("500"));
    }

    private SpendOnModels spending() {
        return new SpendOnModelsService(
                new SpendingPorts(ledger(), clients(), breakers(), alerts()), units(), () -> now, UUID::randomUUID);
    }

    @Test // content E-34: client cap 50, settled 49.9995: 0.000806 refused, 0.000419 granted → 49.999919
    void a_budget_is_used_to_the_last_millionth() {
        ClientId client = client();
        settle(granted(client, AiTask.REPLY_CLASSIFICATION, "a", "49.9995"), "49.9995");

        assertThat(reserve(client, AiTask.REPLY_CLASSIFICATION, "b", "0.000806"))
                .isEqualTo(new Outcome.Refused(Limit.CLIENT, cost("49.9995"), cost("50")));
        UUID call = granted(client, AiTask.REPLY_CLASSIFICATION, "b", "0.000419");

        assertThat(day(client)).isEqualTo(new AiBudget(cost("50"), cost("0.000419"), cost("49.9995")));
        settle(call, "0.000419");
        assertThat(day(client)).isEqualTo(new AiBudget(cost("50"), AiCost.ZERO, cost("49.999919")));
    }

    @Test // api 9.2: ai_daily_budget_cents (≤ plan)
    void a_client_that_wants_less_than_its_plan_allows_is_held_to_it() {
        ClientId client = client();
        units().onPlatform(() ->
                clients().updateSettings(clients().settings(client).spendingOnModels(Money.dollars(20))));

        UUID call = granted(client, AiTask.REPLY_CLASSIFICATION, "a", "20");
        assertThat(reserve(client, AiTask.REPLY_CLASSIFICATION, "b", "0.01"))
                .isEqualTo(new Outcome.Refused(Limit.CLIENT, cost("20"), cost("20")));
        settle(call, "20");
        assertThat(day(client)).isEqualTo(new AiBudget(cost("20"), AiCost.ZERO, cost("20")));
    }

    @Test // content E-34: 100 concurrent reserves of 1.00 against cap 50 → exactly 50 granted
    void of_a_hundred_calls_at_once_exactly_fifty_are_granted() throws InterruptedException, ExecutionException {
        ClientId client = client();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String item = "reply " + i;
            calls.add(() -> reserve(client, AiTask.REPLY_RESPONSE, item, "1.00") instanceof Outcome.Granted);
        }

        assertThat(atOnce(calls)).filteredOn(granted -> granted).hasSize(50);
        assertThat(day(client)).isEqualTo(new AiBudget(cost("50"), cost("50"), AiCost.ZERO));
    }

    @Test // content 3.10: the last 10 % of both caps serve reply classification and answers only
    void the_last_tenth_of_a_day_is_for_those_who_have_written() {
        ClientId client = client();
        settle(granted(client, AiTask.SMS, "first", "45"), "45");
        assertThat(reserve(client, AiTask.SMS, "second", "0.01")).isInstanceOf(Outcome.Refused.class);
        assertThat(reserve(client, AiTask.REPLY_RESPONSE, "answer", "5")).isInstanceOf(Outcome.Granted.class);
    }

    @Test // TIER-4: per item cap: e-mail 0.50
    void an_item_costs_no_more_than_its_cap_however_many_calls_it_takes() {
        ClientId client = client();
        settle(granted(client, AiTask.EMAIL, "one", "0.40"), "0.35");
        assertThat(reserve(client, AiTask.EMAIL, "one", "0.16"))
                .isEqualTo(new Outcome.Refused(Limit.ITEM, cost("0.35"), cost("0.50")));
        assertThat(reserve(client, AiTask.EMAIL, "one", "0.15")).isInstanceOf(Outcome.Granted.class);
        assertThat(reserve(client, AiTask.EMAIL, "two", "0.50")).isInstanceOf(Outcome.Granted.class);
        assertThat(reserve(client, AiTask.VOICE_KB, "one", "2.00")).isInstanceOf(Outcome.Granted.class);
        assertThat(reserve(client, AiTask.ICP_EXTRACTION, "site", "1.500001"))
                .isEqualTo(new Outcome.Refused(Limit.ITEM, AiCost.ZERO, cost("1.50")));
        assertThat(reserve(client(), AiTask.EMAIL, "one", "0.50")).isInstanceOf(Outcome.Granted.class);
    }

    @Test // TIER-4: a platform cap stops all model calls
    void the_platforms_day_binds_every_client() {
        platformCap(AiCost.dollars("200"));
        ClientId first = client();
        settle(granted(first, AiTask.REPLY_RESPONSE, "a", "50"), "160");

        assertThat(reserve(client(), AiTask.REPLY_RESPONSE, "b", "40.01"))
                .isEqualTo(new Outcome.Refused(Limit.PLATFORM, cost("160"), cost("200")));
        assertThat(reserve(client(), AiTask.REPLY_RESPONSE, "c", "40")).isInstanceOf(Outcome.Granted.class);
    }

    @Test // content 3.10: settle or release; actual above estimate is still recorded
    void a_call_ends_once_at_what_it_cost_or_as_if_it_had_never_been() {
        ClientId client = client();
        UUID made = granted(client, AiTask.SMS, "made", "1");
        UUID never = granted(client, AiTask.SMS, "never", "2");
        spending().release(never, NOTE);
        spending().release(never, NOTE);
        spending().settle(never, cost("2"), NOTE);
        settle(made, "1.25");
        spending().release(made, NOTE);
        settle(made, "9");

        assertThat(day(client)).isEqualTo(new AiBudget(cost("50"), AiCost.ZERO, cost("1.25")));
        assertThat(units().onPlatform(() -> ledger().platformDay(sydney())))
                .contains(new AiBudget(cost("500"), AiCost.ZERO, cost("1.25")));
    }

    @Test // content 3.10: reservations older than 15 min are settled at the estimate
    void a_call_that_nobody_tells_the_end_of_is_settled_at_its_estimate() {
        ClientId client = client();
        UUID lost = granted(client, AiTask.SMS, "lost", "1");
        now = now.plus(Duration.ofMinutes(10));
        granted(client, AiTask.SMS, "young", "2");
        now = now.plus(Duration.ofMinutes(5)).plusMillis(1);

        assertThat(spending().settleStale()).isEqualTo(1);
        assertThat(spending().settleStale()).isZero();
        assertThat(day(client)).isEqualTo(new AiBudget(cost("50"), cost("2"), cost("1")));
        settle(lost, "0.10");
        assertThat(day(client)).isEqualTo(new AiBudget(cost("50"), cost("2"), cost("1")));
        now = now.plus(Duration.ofDays(1));
        spending().settleStale();
    }

    @Test // TIER-4: day = client zone, cap by plan
    void a_client_has_its_own_day_and_the_cap_of_its_plan() {
        now = Instant.parse("2026-03-10T12:30:00Z").plus(apart);
        ClientId client = client();
        in(client, () -> {
            clients()
                    .updateSubscription(
                            clients().subscription(client).orElseThrow().on(Plan.VELOCITY));
            return true;
        });
        granted(client, AiTask.REPLY_RESPONSE, "evening", "100");
        assertThat(reserve(client, AiTask.REPLY_RESPONSE, "later", "0.01")).isInstanceOf(Outcome.Refused.class);

        now = now.plus(Duration.ofHours(2));
        assertThat(reserve(client, AiTask.REPLY_RESPONSE, "after midnight", "100"))
                .isInstanceOf(Outcome.Granted.class);
        assertThat(spending().reserve(new ClientId(UUID.randomUUID()), AiTask.SMS, "x", SMALL, AiCost.ZERO))
                .isInstanceOf(Outcome.NotFound.class);
    }

    @Test // flows 1.7: ai_budget opens when the client's day budget is reached, until 00:00 of the client; warning at
    // 80 %
    void a_day_that_is_used_up_opens_the_breaker_until_the_clients_midnight() {
        ClientId client = client();
        settle(granted(client, AiTask.SMS, "a", "39.99"), "39.99");
        assertThat(alert(client)).isEmpty();
        settle(granted(client, AiTask.SMS, "b", "0.01"), "0.01");
        assertThat(alert(client)).hasValueSatisfying(warned -> {
            assertThat(warned.title()).isEqualTo("Four fifths of the day's AI budget are used");
            assertThat(warned.detail()).containsEntry("cap_aud", "50").containsEntry("used_aud", "40");
        });
        assertThat(breaker(client)).isEmpty();

        granted(client, AiTask.SMS, "c", "5");
        assertThat(breaker(client)).hasValueSatisfying(open -> {
            assertThat(open.state()).isEqualTo(Breaker.State.OPEN);
            assertThat(open.message()).isEqualTo("AI budget of AUD 50 used; templates until 00:00.");
            assertThat(open.retryAt())
                    .isEqualTo(sydney().plusDays(1)
                            .atStartOfDay(BillingPeriod.ZONE)
                            .toInstant());
            assertThat(open.stops(now)).isTrue();
        });
        assertThat(alert(client).orElseThrow().title()).startsWith("The day's AI budget is used");
        assertThat(breaker(new ClientId(new UUID(0, 0))).filter(open -> open.stops(now)))
                .isEmpty();
        assertThat(reserve(client, AiTask.REPLY_RESPONSE, "d", "1")).isInstanceOf(Outcome.Granted.class);
    }

    @Test // flows 1.7: closes next day 00:00 or raised limit
    void the_breaker_closes_with_the_day_or_when_the_limit_is_raised() {
        ClientId upgraded = client();
        ClientId patient = client();
        granted(upgraded, AiTask.SMS, "a", "45");
        granted(patient, AiTask.SMS, "a", "44.5");
        assertThat(breaker(patient)).isEmpty();
        assertThat(reserve(patient, AiTask.SMS, "b", "0.51")).isInstanceOf(Outcome.Refused.class);
        spending().settleStale();
        assertThat(breaker(upgraded).orElseThrow().stops(now)).isTrue();
        assertThat(breaker(patient).orElseThrow().stops(now)).isTrue();

        in(upgraded, () -> {
            clients()
                    .updateSubscription(
                            clients().subscription(upgraded).orElseThrow().on(Plan.VELOCITY));
            return true;
        });
        spending().settleStale();
        assertThat(breaker(upgraded).orElseThrow().state()).isEqualTo(Breaker.State.CLOSED);
        assertThat(alert(upgraded)).isEmpty();
        assertThat(breaker(patient).orElseThrow().state()).isEqualTo(Breaker.State.OPEN);
        assertThat(alert(patient)).isPresent();

        now = now.plus(Duration.ofDays(1));
        spending().settleStale();
        assertThat(breaker(patient).orElseThrow().state()).isEqualTo(Breaker.State.CLOSED);
        assertThat(alert(patient)).isEmpty();
    }

    @Test // TIER-4, flows 1.7: the platform's day budget opens one breaker for everybody
    void the_platforms_day_opens_one_breaker_for_everybody() {
        platformCap(AiCost.dollars("200"));
        ClientId everybody = new ClientId(new UUID(0, 0));
        ClientId client = client();
        settle(granted(client, AiTask.REPLY_RESPONSE, "a", "50"), "180");

        assertThat(reserve(client(), AiTask.SMS, "b", "1")).isInstanceOf(Outcome.Refused.class);
        assertThat(breaker(everybody).orElseThrow().message())
                .isEqualTo("AI budget of AUD 200 used; templates until 00:00.");
        assertThat(units().onPlatform(() -> alerts().open(100)))
                .filteredOn(alert -> alert.fingerprint().equals("ai_budget:platform:" + sydney()))
                .singleElement()
                .satisfies(alert -> assertThat(alert.severity()).isEqualTo(Alert.Severity.CRITICAL));

        platformCap(AiCost.dollars("300"));
        spending().settleStale();
        assertThat(breaker(everybody).orElseThrow().state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test // api 9.17: costs/ai by agent, model, client, day, measured; 4.1: a twin counts in no platform figure
    void what_models_cost_is_told_by_task_model_client_and_day() {
        ClientId client = client();
        ClientId twin =
                units().onPlatform(() -> clients().twin(client)).orElseThrow().id();
        settle(granted(client, AiTask.EMAIL, "a", "0.40"), "0.35");
        granted(client, AiTask.EMAIL, "b", "0.10");
        settle(granted(twin, AiTask.EMAIL, "c", "0.40"), "0.40");
        spending().release(granted(client, AiTask.SMS, "never made", "0.20"), NOTE);
        if (spending().reserve(client, AiTask.EMAIL, "d", "large-1", cost("0.30"))
                instanceof Outcome.Granted(UUID call)) {
            settle(call, "0.31");
        }

        assertThat(units().readingPlatform(() -> ledger().lines(sydney(), sydney())))
                .containsExactly(
                        new SpendLedger.Line(
                                client, sydney(), AiTask.EMAIL, "large-1", 1, cost("0.31"), AiCost.ZERO, NOTE.use()),
                        new SpendLedger.Line(
                                client, sydney(), AiTask.EMAIL, SMALL, 2, cost("0.45"), cost("0.10"), NOTE.use()));
        assertThat(units().readingPlatform(() -> ledger().lines(sydney().minusDays(2), sydney().minusDays(1))))
                .isEmpty();
    }

    private Optional<Breaker> breaker(ClientId client) {
        return units().onPlatform(() -> breakers().find(client, BreakerScope.AI_BUDGET, ""));
    }

    private Optional<Alert> alert(ClientId client) {
        return units().onPlatform(() -> alerts().open(100)).stream()
                .filter(alert -> client.equals(alert.clientId()))
                .findFirst();
    }

    private ClientId client() {
        OpenClient.Outcome outcome = new ClientUseCases(clients(), credits(), units(), () -> BEGIN, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        if (outcome instanceof OpenClient.Outcome.Opened(Client client)) {
            return client.id();
        }
        throw new AssertionError(outcome);
    }

    private Outcome reserve(ClientId client, AiTask task, String item, String estimate) {
        return spending().reserve(client, task, item, SMALL, cost(estimate));
    }

    private UUID granted(ClientId client, AiTask task, String item, String estimate) {
        if (reserve(client, task, item, estimate) instanceof Outcome.Granted(UUID call)) {
            return call;
        }
        throw new AssertionError("refused: " + task + " " + estimate);
    }

    private void settle(UUID call, String actual) {
        spending().settle(call, cost(actual), NOTE);
    }

    private AiBudget day(ClientId client) {
        return units().onPlatform(() -> ledger().clientDay(client, sydney())).orElseThrow();
    }

    private LocalDate sydney() {
        return LocalDate.ofInstant(now, BillingPeriod.ZONE);
    }

    private static AiCost cost(String dollars) {
        return AiCost.dollars(dollars);
    }

    private <T> T in(ClientId client, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> calls)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}

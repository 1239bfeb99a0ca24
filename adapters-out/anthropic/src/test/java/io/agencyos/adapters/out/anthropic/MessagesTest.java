package io.agencyos.adapters.out.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.content.MemorySpendLedger;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.flow.MemoryBreakers;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.content.AskModel;
import io.agencyos.application.content.AskModel.Answer;
import io.agencyos.application.content.AskModel.NoAnswer;
import io.agencyos.application.content.ContentModel.Exchange;
import io.agencyos.application.content.ContentModel.Said;
import io.agencyos.application.content.ContentModel.Turn;
import io.agencyos.application.content.HeardAlarm;
import io.agencyos.application.content.ModelQuestion;
import io.agencyos.application.content.ModelQuestion.Limits;
import io.agencyos.application.content.ModelQuestion.Review;
import io.agencyos.application.content.SpendOnModels;
import io.agencyos.application.content.SpendOnModelsService;
import io.agencyos.application.content.SpendingPorts;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.model.AnswerShape;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.content.model.ModelPrices;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 3 of the vendor's contract tests belongs to tools, which no question of ours has. Source: anthropic 5. */
class MessagesTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String GOOD = "{\"intent\":\"interested\"}";

    private final Stubs stubs = new Stubs();
    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final MemorySpendLedger ledger = new MemorySpendLedger(units, clients::isLive);
    private final HeardAlarm alarm = new HeardAlarm();
    private final List<Duration> waits = new ArrayList<>();
    private final SpendOnModels money = new SpendOnModelsService(
            new SpendingPorts(ledger, clients, new MemoryBreakers(units), new MemoryAlerts(units)),
            units,
            stubs.clock,
            UUID::randomUUID);
    private final AskModel ask =
            new AskModel(stubs.model, money, alarm, stubs.clock, new SteadyRandom(), stubs.time::nanos, wait -> {
                waits.add(wait);
                stubs.time.sleep(wait);
            });
    private final ClientId client = client();

    private ClientId client() {
        return switch (new ClientUseCases(
                        clients, new MemoryCredits(units, UUID::randomUUID), units, stubs.clock, UUID::randomUUID)
                .openClient()
                .open("Northlight")) {
            case OpenClient.Outcome.Opened(Client opened) -> opened.id();
            case OpenClient.Outcome other -> throw new AssertionError(other.toString());
        };
    }

    @AfterEach
    void close() {
        stubs.close();
    }

    private static AnswerShape shape() {
        return new AnswerShape.Fields(Map.of("intent", new AnswerShape.Text(20)));
    }

    private static Turn turn() {
        return new Turn(
                "Say what they want.", Map.of("C1", "Northlight"), Map.of("F1", "hello"), List.of(), shape(), 200);
    }

    private ModelQuestion question(String item) {
        return new ModelQuestion(
                client,
                AiTask.VOICE_KB,
                item,
                ModelClass.LARGE,
                "test/1",
                "Say what they want.",
                Map.of("C1", "Northlight"),
                Map.of("F1", "hello"),
                shape(),
                200,
                new Limits(15, AiCost.dollars("2.00"), Duration.ofSeconds(180)),
                answer -> new Review(
                        "interested".equals(answer.get("intent")) ? List.of() : List.of("intent: no such word"),
                        false));
    }

    private Result<Exchange, VendorFailure> once() {
        return stubs.model.completeStructured(client, ModelClass.LARGE, turn(), LONG);
    }

    private VendorFailure failure() {
        return once().fold(
                        exchange -> {
                            throw new AssertionError(exchange.toString());
                        },
                        failure -> failure);
    }

    private List<LoggedRequest> requests() {
        return stubs.asked("POST", Stubs.MESSAGES);
    }

    private static Answer answer(Result<Answer, NoAnswer> result) {
        return result.fold(answer -> answer, none -> {
            throw new AssertionError(none.toString());
        });
    }

    private static String code(Result<Answer, NoAnswer> result) {
        return result.fold(
                answer -> {
                    throw new AssertionError(answer.toString());
                },
                NoAnswer::code);
    }

    @Test // anthropic test 1
    void the_four_counts_of_tokens_make_the_price() {
        stubs.answers(
                Stubs.says(
                        GOOD,
                        "end_turn",
                        "\"input_tokens\":4000,\"output_tokens\":800,\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":6000"));
        assertThat(once())
                .isEqualTo(Result.ok(new Exchange(
                        "claude-sonnet-5-5",
                        new TokenUse(4_000, 800, 0, 6_000),
                        new AiCost(25_730),
                        new Said.Answer(Map.of("intent", "interested"), GOOD))));
    }

    @Test // anthropic test 2
    void an_answer_that_was_cut_gets_twice_the_room_and_once_only() {
        stubs.answers(
                Stubs.says("{\"inte", "max_tokens", "\"input_tokens\":10,\"output_tokens\":200"),
                Stubs.says("{\"inte", "max_tokens", "\"input_tokens\":10,\"output_tokens\":400"));
        assertThat(code(ask.ask(question("a")))).isEqualTo("truncated");
        assertThat(requests()).hasSize(2);
        assertThat(requests().getFirst().getBodyAsString()).contains("\"max_tokens\":200");
        assertThat(requests().getLast().getBodyAsString()).contains("\"max_tokens\":400");
    }

    @Test // anthropic test 4
    void asked_too_often_tells_for_how_long_and_a_spent_account_is_asked_once() {
        stubs.answers(Stubs.refuses(429, "rate_limit_error", "slow down").withHeader("retry-after", "3"));
        assertThat(failure())
                .isInstanceOfSatisfying(
                        VendorFailure.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(3)));

        stubs.server.resetRequests();
        stubs.answers(WireMock.aResponse()
                .withStatus(429)
                .withBody("{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"limit\","
                        + "\"details\":{\"error_code\":\"enforced_spend_limit_reached\"}}}"));
        assertThat(code(ask.ask(question("a")))).isEqualTo("out_of_credits");
        assertThat(requests()).hasSize(1);
        assertThat(units.onPlatform(() -> ledger.clientDay(client, LocalDate.parse("2026-11-20")))
                        .orElseThrow()
                        .committed())
                .isEqualTo(AiCost.ZERO);
    }

    @Test // anthropic test 5
    void an_overloaded_service_is_asked_again() {
        stubs.answers(
                Stubs.refuses(529, "overloaded_error", "busy"),
                Stubs.refuses(529, "overloaded_error", "busy"),
                Stubs.says(GOOD));
        assertThat(answer(ask.ask(question("a"))).turns()).isEqualTo(1);
        assertThat(requests()).hasSize(3);
        assertThat(waits).containsExactly(Duration.ofMillis(800), Duration.ofMillis(3_200));
    }

    @Test // anthropic test 6, and 1: no prefill; the account's key and the version travel as headers
    void a_request_says_neither_temperature_nor_the_beginning_of_an_answer() {
        stubs.answers(Stubs.says("{\"intent\":\"odd\"}"), Stubs.says(GOOD));
        answer(ask.ask(question("a")));
        assertThat(requests()).hasSize(2).allSatisfy(request -> {
            String body = request.getBodyAsString();
            assertThat(body).doesNotContain("temperature", "top_p", "top_k");
            assertThat(body.lastIndexOf("\"role\":\"user\"")).isGreaterThan(body.lastIndexOf("\"role\":\"assistant\""));
            assertThat(body).contains("\"cache_control\":{\"type\":\"ephemeral\"}", "\"additionalProperties\":false");
            assertThat(request.getHeader("x-api-key")).isEqualTo(Stubs.KEY);
            assertThat(request.getHeader("anthropic-version")).isEqualTo("2023-06-01");
        });
    }

    @Test // anthropic test 7
    void an_unknown_word_is_mended_once() {
        stubs.answers(Stubs.says("{\"intent\":\"odd\"}"));
        assertThat(code(ask.ask(question("a")))).isEqualTo("invalid");
        assertThat(requests()).hasSize(2);
        assertThat(requests().getLast().getBodyAsString()).contains("mend_and_answer_again", "intent: no such word");
    }

    @Test // anthropic test 8
    void of_twenty_at_once_ten_are_paid_for() throws Exception {
        long input = ModelPrices.tokens(Wire.letters(Wire.body("claude-sonnet-5-5", turn())));
        AiCost each = stubs.model
                .quote(client, ModelClass.LARGE, turn())
                .orElseThrow()
                .most();
        // nine tenths are free for this task, and each call costs exactly what was reserved for it
        ledger.platformCap(new AiCost((each.micros() * 10 + 8) / 9 * 10));
        stubs.answers(Stubs.says(GOOD, "end_turn", "\"input_tokens\":" + input + ",\"output_tokens\":200"));

        List<Future<Result<Answer, NoAnswer>>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(i -> asked.add(threads.submit(() -> ask.ask(question("lead " + i)))));
        }
        int answered = 0;
        for (Future<Result<Answer, NoAnswer>> one : asked) {
            answered += one.get().isOk() ? 1 : 0;
        }
        assertThat(answered).isEqualTo(10);
        assertThat(requests()).hasSize(10);
    }

    @Test // anthropic test 9
    void a_model_that_is_gone_is_stood_in_for() {
        stubs.server.stubFor(WireMock.post(Stubs.MESSAGES)
                .withRequestBody(WireMock.containing("claude-sonnet-5-5"))
                .willReturn(Stubs.refuses(404, "not_found_error", "model: claude-sonnet-5-5")));
        stubs.server.stubFor(WireMock.post(Stubs.MESSAGES)
                .withRequestBody(WireMock.containing("claude-haiku-4-5"))
                .willReturn(Stubs.says(GOOD)));
        assertThat(answer(ask.ask(question("a"))).model()).isEqualTo("claude-haiku-4-5");
        assertThat(answer(ask.ask(question("b"))).model()).isEqualTo("claude-haiku-4-5");
        assertThat(alarm.raised()).extracting(Alert::fingerprint).containsExactly("model_retired:large");
    }

    @Test // anthropic test 9: unknown class model at start
    void a_model_without_a_price_is_named_with_its_class() {
        assertThat(AnthropicSettings.live().problems(LocalDate.parse("2026-11-20")))
                .isEmpty();
        assertThat(AnthropicSettings.live()
                        .with(ModelClass.SMALL, "claude-unknown")
                        .problems(LocalDate.parse("2026-11-20")))
                .singleElement()
                .asString()
                .contains("small", "claude-unknown");
    }

    @ParameterizedTest // anthropic 4, the table
    @CsvSource({
        "400, invalid_request_error, wrong field, invalid",
        "400, invalid_request_error, Your credit balance is too low, out_of_credits",
        "400, invalid_request_error, the spend limit is reached, out_of_credits",
        "401, authentication_error, no, unauthorized",
        "403, permission_error, no, unauthorized",
        "402, billing_error, no, out_of_credits",
        "404, not_found_error, no model, invalid",
        "409, conflict_error, no, conflict",
        "413, request_too_large, no, invalid",
        "429, rate_limit_error, no, rate_limited",
        "500, api_error, no, unavailable",
        "529, overloaded_error, no, unavailable",
        "504, timeout_error, no, timeout"
    })
    void every_refusal_has_its_kind(int status, String type, String message, String kind) {
        stubs.answers(Stubs.refuses(status, type, message));
        VendorFailure failure = failure();
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.details().httpStatus()).isEqualTo(status);
        assertThat(failure.details().vendor()).isEqualTo("anthropic");
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest // anthropic 1, the table of stop reasons
    @CsvSource({"refusal, refused", "model_context_window_exceeded, too_long"})
    void an_answer_that_is_none_says_why(String stopReason, String code) {
        stubs.answers(Stubs.says("", stopReason, "\"input_tokens\":10,\"output_tokens\":1"));
        assertThat(once().fold(Exchange::said, failure -> failure)).isEqualTo(new Said.Declined(code));
    }

    @Test // index 3: missing required fields are no answer
    void an_answer_without_usage_or_with_a_tool_nobody_gave_it_is_unreadable() {
        stubs.answers(Stubs.says(GOOD, "tool_use", "\"input_tokens\":10,\"output_tokens\":1"));
        assertThat(failure()).isInstanceOf(VendorFailure.Unavailable.class);
        stubs.answers(Stubs.says(GOOD, "end_turn", ""));
        assertThat(failure())
                .isInstanceOfSatisfying(
                        VendorFailure.Unavailable.class,
                        unreadable -> assertThat(unreadable.ambiguous())
                                .as("it was answered, and is billed")
                                .isTrue());
    }

    @Test // anthropic 4: below a tenth of a window the rest is shared out over its time
    void a_window_that_is_nearly_used_up_slows_us_down() {
        stubs.answers(Stubs.says(GOOD)
                .withHeader("anthropic-ratelimit-requests-limit", "100")
                .withHeader("anthropic-ratelimit-requests-remaining", "4")
                .withHeader("anthropic-ratelimit-requests-reset", "2026-11-20T10:00:50Z"));
        assertThat(once().isOk()).isTrue();
        assertThat(failure())
                .isInstanceOfSatisfying(
                        VendorFailure.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(10)));
        assertThat(requests()).hasSize(1);
    }

    @Test // anthropic 2: the deadline bounds the answer, whatever the usual time-out is
    void an_answer_that_takes_longer_than_is_left_is_not_waited_for() {
        stubs.answers(Stubs.says(GOOD).withFixedDelay(1_000));
        Result<Exchange, VendorFailure> late =
                stubs.model.completeStructured(client, ModelClass.LARGE, turn(), Duration.ofMillis(100));
        assertThat(late.fold(exchange -> "", VendorFailure::kind)).isEqualTo("timeout");
    }

    @Test // anthropic 1: the check of each class costs nothing
    void the_model_of_each_class_is_looked_for_by_its_name() {
        stubs.on("GET", "/v1/models/claude-haiku-5-5", "{\"id\":\"claude-haiku-5-5\",\"display_name\":\"Haiku 5.5\"}");
        stubs.on(
                "GET",
                "/v1/models/claude-sonnet-5-5",
                404,
                "{\"error\":{\"type\":\"not_found_error\",\"message\":\"no\"}}");
        stubs.on("GET", "/v1/models/claude-haiku-4-5", "{\"id\":\"claude-haiku-4-5\"}");
        Map<ModelClass, Result<String, VendorFailure>> seen = stubs.model.look(Stubs.ACCOUNT);
        assertThat(seen.get(ModelClass.SMALL)).isEqualTo(Result.ok("Haiku 5.5"));
        assertThat(seen.get(ModelClass.FALLBACK)).isEqualTo(Result.ok("claude-haiku-4-5"));
        assertThat(seen.get(ModelClass.LARGE).isOk()).isFalse();
        assertThat(requests()).isEmpty();
    }
}

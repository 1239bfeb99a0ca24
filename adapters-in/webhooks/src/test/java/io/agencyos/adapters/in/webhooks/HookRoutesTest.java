package io.agencyos.adapters.in.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.ConversationInMemory;
import io.agencyos.application.conversation.AnswerLive;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.InboundHooks;
import io.agencyos.application.conversation.inbox.LiveAnswer;
import io.agencyos.application.conversation.inbox.LiveQuestion;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pushes over real HTTP, down to the inbox. Source: api 10.1. */
class HookRoutesTest {

    private static final String HOOK = "/api/v1/hooks/fake-mail/0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String DELIVERED = "delivered";
    private static final String RINGS = "somebody rings";

    private final ConversationInMemory conversation = new ConversationInMemory(this::hook);
    private final ApiUnderTest api = conversation.start(on ->
            List.of(new HookRoutes(on.useCases().receiveWebhook(), on.useCases().answerLive())));
    private volatile List<String> secrets = List.of("old", "new");
    private volatile boolean active = true;
    private volatile @Nullable ClientId slowClient;

    @AfterEach
    void stop() {
        api.close();
    }

    private Optional<InboundHooks.Hook> hook(String id) {
        if (id.startsWith("down")) {
            throw new StorageUnavailable("down", new IllegalStateException("no connection"));
        }
        return HOOK.endsWith(id)
                ? Optional.of(new InboundHooks.Hook(api.client(), new Reader(), secrets))
                        .filter(standing -> active)
                : Optional.empty();
    }

    /** Signed by naming a secret; the event is what the body says. */
    private static final class Reader implements HookReader {

        @Override
        public String vendor() {
            return "fake-mail";
        }

        @Override
        public Result<String, Forgery> verify(Delivery delivery, List<String> secrets, Instant now) {
            List<String> signature = delivery.headers().getOrDefault("x-signature", List.of());
            if (signature.isEmpty()) {
                return Result.err(Forgery.SIGNATURE_MISSING);
            }
            return secrets.contains(signature.getFirst())
                    ? Result.ok(delivery.headers()
                            .getOrDefault("x-event", List.of("e1"))
                            .getFirst())
                    : Result.err(Forgery.SIGNATURE_WRONG);
        }

        @Override
        public Optional<LiveQuestion> question(byte[] body) {
            return new String(body, StandardCharsets.UTF_8).equals(RINGS)
                    ? Optional.of(new LiveQuestion.WhoTalks())
                    : Optional.empty();
        }

        @Override
        public Map<String, Object> answer(ClientId client, LiveAnswer answer) {
            return Map.of("assistant", Map.of("firstMessage", answer.getClass().getSimpleName()));
        }

        @Override
        public List<MailEvent> read(ClientId client, String eventKey, byte[] body) {
            String said = new String(body, StandardCharsets.UTF_8);
            if (said.startsWith("{")) {
                throw new IllegalArgumentException("not what we know");
            }
            return said.equals(DELIVERED)
                    ? List.of(new MailEvent.Delivered(
                            eventKey, Instant.EPOCH, new MailEvent.About("<m@x.example>", null, null, null, null)))
                    : List.of();
        }
    }

    private Answer push(String path, String secret, String event, String body) {
        return api.anonymous()
                .with("X-Signature", secret)
                .with("X-Event", event)
                .send("POST", path, "application/json", body);
    }

    @Test // api 10.1 step 5; salesforge 11 row 26
    void a_push_is_stored_before_it_is_answered_and_once() {
        Answer first = push(HOOK, "new", "e1", DELIVERED);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/status")).isEqualTo("accepted");
        assertThat(first.at("/event_id")).isEqualTo("e1");
        assertThat(conversation.events(State.RECEIVED)).hasSize(1);

        assertThat(push(HOOK, "old", "e1", DELIVERED).at("/status")).isEqualTo("duplicate");
        assertThat(push(HOOK, "new", "e1", DELIVERED).status()).isEqualTo(200);
        assertThat(conversation.events(State.RECEIVED)).hasSize(1);
    }

    @Test // api 10.1 step 5: whatever comes at one moment
    void pushes_of_one_moment_are_each_answered_for_themselves() throws Exception {
        push(HOOK, "new", "first", DELIVERED);
        List<Callable<String>> pushes = IntStream.range(0, 40)
                .<Callable<String>>mapToObj(number -> () -> {
                    Answer answer = push(HOOK, number % 4 == 3 ? "wrong" : "new", "e" + number / 4, DELIVERED);
                    return answer.status() + " " + (answer.status() == 200 ? answer.at("/status") : "refused");
                })
                .toList();
        List<String> told = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> push : threads.invokeAll(pushes)) {
                told.add(push.get());
            }
        }

        // of three deliveries of the same event one is the first, and the fourth is not believed
        assertThat(told).filteredOn("200 accepted"::equals).hasSize(10);
        assertThat(told).filteredOn("200 duplicate"::equals).hasSize(20);
        assertThat(told).filteredOn("401 refused"::equals).hasSize(10);
        assertThat(conversation.events(State.RECEIVED)).hasSize(11);
    }

    @Test // api 10.1 step 3
    void a_push_that_nobody_or_somebody_else_signed_is_not_kept() {
        assertThat(push(HOOK, "wrong", "e1", DELIVERED).status()).isEqualTo(401);
        assertThat(api.anonymous()
                        .send("POST", HOOK, "application/json", DELIVERED)
                        .status())
                .isEqualTo(401);
        for (State state : State.values()) {
            assertThat(conversation.events(state)).isEmpty();
        }
    }

    @Test // api 10.1: the old secret works until it is taken away, a new one from the first moment on
    void a_secret_that_is_changed_counts_at_once() {
        secrets = List.of("old");
        assertThat(push(HOOK, "old", "e1", DELIVERED).status()).isEqualTo(200);
        assertThat(push(HOOK, "new", "e2", DELIVERED).status()).isEqualTo(401);
        secrets = List.of("old", "new");
        assertThat(push(HOOK, "new", "e2", DELIVERED).status()).isEqualTo(200);
        secrets = List.of("new");
        assertThat(push(HOOK, "old", "e3", DELIVERED).status()).isEqualTo(401);
        assertThat(conversation.events(State.RECEIVED)).hasSize(2);
    }

    @Test // api 9.13: disconnecting deactivates the hook at once
    void a_hook_that_is_switched_off_believes_nothing_more() {
        assertThat(push(HOOK, "new", "e1", DELIVERED).status()).isEqualTo(200);
        active = false;
        assertThat(push(HOOK, "new", "e2", DELIVERED).status()).isEqualTo(404);
        assertThat(conversation.events(State.RECEIVED)).hasSize(1);
    }

    @Test // api 10.1 steps 1, 2, first paragraph
    void unknown_hooks_other_vendors_other_methods_and_large_bodies_are_refused()
            throws IOException, InterruptedException {
        assertThat(push("/api/v1/hooks/fake-mail/unknown", "new", "e1", DELIVERED)
                        .status())
                .isEqualTo(404);
        assertThat(push(HOOK.replace("fake-mail", "other"), "new", "e1", DELIVERED)
                        .status())
                .isEqualTo(404);
        assertThat(api.anonymous().get(HOOK).status()).isEqualTo(405);
        assertThat(statusOfLargeBody()).isEqualTo(413);
        assertThat(conversation.events(State.RECEIVED)).isEmpty();
    }

    /** Waits for leave to send its body, so that a refusal is read before anything is sent in vain. */
    private int statusOfLargeBody() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(api.uri(HOOK))
                    .expectContinue(true)
                    .POST(HttpRequest.BodyPublishers.ofString("x".repeat((1 << 20) + 1)))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test // api 10.1: 503 + Retry-After, so that the vendor comes again
    void without_storage_nothing_is_promised() {
        Answer answer = push("/api/v1/hooks/fake-mail/down", "new", "e1", DELIVERED);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).contains("30");
    }

    @Test // api 10.1: unknown types are ignored, unreadable bodies dead; both answered 200
    void what_nobody_understands_is_kept_and_answered_200() {
        assertThat(push(HOOK, "new", "e1", "{").at("/status")).isEqualTo("accepted");
        assertThat(push(HOOK, "new", "e2", "something new").at("/status")).isEqualTo("accepted");
        assertThat(conversation.events(State.DEAD)).hasSize(1);
        assertThat(conversation.events(State.IGNORED)).hasSize(1);
        assertThat(push(HOOK, "new", "e1", "{").at("/status")).isEqualTo("duplicate");
    }

    @Test // api 10.3: answered synchronously; vapi 12 row 32
    void who_waits_on_the_line_is_told_in_the_vendors_words() {
        Answer answer = push(HOOK, "new", "e1", RINGS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/assistant/firstMessage")).isEqualTo("Talks");
        assertThat(answer.json().path("error").isNull()).isTrue();
        assertThat(push(HOOK, "new", "e2", DELIVERED).json().path("assistant").isNull())
                .as("nobody waits for anything else")
                .isTrue();
    }

    @Test // vapi 12 row 22
    void a_slow_answer_is_given_up_in_time_and_its_work_goes_on_once() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        AtomicInteger works = new AtomicInteger();
        CompletableFuture<Integer> done = new CompletableFuture<>();
        AnswerLive slow = new AnswerLive() {
            @Override
            public Map<String, Object> answer(Asked asked) {
                try {
                    told.await();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
                done.complete(works.incrementAndGet());
                return Map.of("assistant", Map.of());
            }

            @Override
            public Map<String, Object> later(Asked asked) {
                return Map.of("error", "one moment");
            }
        };
        ConversationInMemory other = new ConversationInMemory(this::slowHook);
        try (ApiUnderTest waiting = other.start(
                on -> List.of(new HookRoutes(on.useCases().receiveWebhook(), slow, Duration.ofMillis(50))))) {
            slowClient = waiting.client();
            Answer answer = waiting.anonymous()
                    .with("X-Signature", "new")
                    .with("X-Event", "e1")
                    .send("POST", HOOK, "application/json", RINGS);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("/error")).isEqualTo("one moment");
            assertThat(works).hasValue(0);
            told.countDown();
            assertThat(done.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    private Optional<InboundHooks.Hook> slowHook(String id) {
        return Optional.of(new InboundHooks.Hook(Objects.requireNonNull(slowClient), new Reader(), secrets));
    }
}

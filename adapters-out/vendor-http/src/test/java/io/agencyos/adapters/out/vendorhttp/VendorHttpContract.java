package io.agencyos.adapters.out.vendorhttp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cases that every HTTP adapter has in common. Source: vendors/index 7 (a)–(g). */
public abstract class VendorHttpContract {

    /**
     * The adapter under test: one call that reads and one that writes, each a single request when all goes well.
     *
     * @param goodAnswer a body that satisfies the reading call
     * @param secrets what must never be logged
     */
    public record Subject(
            Supplier<Result<?, VendorFailure>> read,
            Supplier<Result<?, VendorFailure>> write,
            String goodAnswer,
            List<String> secrets) {}

    /** The read time-out that the subject must use. */
    protected static final Duration READ_TIMEOUT = Duration.ofMillis(1_500);

    private static final String TRUNCATED = "{\"data\":[{\"id\":\"x";

    protected final ManualTime time = new ManualTime();
    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

    protected abstract Subject subject(URI baseUrl, MonotonicTime time);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Subject subject() {
        return subject(URI.create(server.baseUrl()), time);
    }

    private void answers(ResponseDefinitionBuilder... answers) {
        String state = Scenario.STARTED;
        for (int i = 0; i < answers.length; i++) {
            String next = i == answers.length - 1 ? state : "after " + (i + 1);
            server.stubFor(any(anyUrl())
                    .inScenario("row")
                    .whenScenarioStateIs(state)
                    .willReturn(answers[i])
                    .willSetStateTo(next));
            state = next;
        }
    }

    private int requests() {
        return server.countRequestsMatching(anyRequestedFor(anyUrl()).build()).getCount();
    }

    private static VendorFailure failure(Result<?, VendorFailure> result) {
        return switch (result) {
            case Result.Ok<?, VendorFailure> ok -> throw new AssertionError("a failure was expected");
            case Result.Err<?, VendorFailure>(VendorFailure failure) -> failure;
        };
    }

    @Test // vendors/index 7 (a)
    void a_wrong_credential_is_unauthorized_after_one_request() {
        answers(aResponse().withStatus(401));
        assertThat(failure(subject().read().get())).isInstanceOf(VendorFailure.Unauthorized.class);
        assertThat(requests()).isEqualTo(1);
    }

    @Test // vendors/index 7 (b)
    void a_short_rate_limit_is_waited_for() {
        Subject subject = subject();
        answers(
                aResponse().withStatus(429).withHeader("Retry-After", "2"),
                aResponse().withBody(subject.goodAnswer()));
        assertThat(subject.read().get().isOk()).isTrue();
        assertThat(requests()).isEqualTo(2);
        assertThat(time.slept()).contains(Duration.ofSeconds(2));
    }

    @Test // vendors/index 2: above 10 s the caller reschedules
    void a_long_rate_limit_is_left_to_the_caller() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "11"));
        VendorFailure limited = failure(subject().read().get());
        assertThat(limited)
                .isInstanceOfSatisfying(
                        VendorFailure.RateLimited.class,
                        failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(11)));
        assertThat(requests()).isEqualTo(1);
    }

    @Test // vendors/index 7 (c)
    void a_read_of_a_service_that_is_down_is_tried_three_times() {
        answers(aResponse().withStatus(503));
        VendorFailure down = failure(subject().read().get());
        assertThat(down).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(down.ambiguous()).isFalse();
        assertThat(requests()).isEqualTo(3);
    }

    @Test // vendors/index 7 (d)
    void a_write_without_an_answer_is_an_ambiguous_timeout_after_one_request() {
        answers(aResponse().withFixedDelay(3_000).withBody("{}"));
        VendorFailure late = failure(subject().write().get());
        assertThat(late).isInstanceOf(VendorFailure.Timeout.class);
        assertThat(late.ambiguous()).isTrue();
        assertThat(requests()).isEqualTo(1);
    }

    @Test // vendors/index 7 (d): the body counts too
    void a_write_whose_answer_trickles_is_an_ambiguous_timeout() {
        answers(aResponse().withBody(subject().goodAnswer()).withChunkedDribbleDelay(5, 2_500));
        VendorFailure late = failure(subject().write().get());
        assertThat(late).isInstanceOf(VendorFailure.Timeout.class);
        assertThat(late.ambiguous()).isTrue();
    }

    @Test // vendors/index 7 (e)
    void a_reset_connection_is_unavailable_and_ambiguous_for_a_write_only() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        VendorFailure read = failure(subject().read().get());
        assertThat(read).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(read.ambiguous()).isFalse();
        server.resetRequests();
        VendorFailure write = failure(subject().write().get());
        assertThat(write).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(write.ambiguous()).isTrue();
        assertThat(requests()).isEqualTo(1);
    }

    @Test // vendors/index 7 (f)
    void a_truncated_answer_is_unavailable_never_empty() {
        answers(aResponse().withBody(TRUNCATED));
        assertThat(failure(subject().read().get())).isInstanceOf(VendorFailure.Unavailable.class);
    }

    @Test // vendors/index 2: connect failures are never ambiguous
    void a_write_to_nobody_is_unavailable_and_certain() {
        Subject subject = subject();
        server.stop();
        VendorFailure refused = failure(subject.write().get());
        assertThat(refused).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(refused.ambiguous()).isFalse();
    }

    @Test // vendors/index 2: 5xx on a write
    void a_write_that_fails_inside_the_vendor_is_ambiguous_and_not_repeated() {
        answers(aResponse().withStatus(500));
        VendorFailure down = failure(subject().write().get());
        assertThat(down).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(down.ambiguous()).isTrue();
        assertThat(requests()).isEqualTo(1);
    }

    @Test // vendors/index 7 (g)
    void secrets_are_absent_from_logs_and_failures() {
        Subject subject = subject();
        String gossip = "{\"message\":\"no right for " + String.join(" and ", subject.secrets())
                + ", ask priya@harbourlane.example\",\"code\":\"x\"}";
        answers(aResponse().withStatus(400).withBody(gossip), aResponse().withStatus(503));
        try (CapturedLog log = new CapturedLog()) {
            subject.read().get();
            subject.write().get();
            String told = log.text();
            assertThat(told).isNotEmpty().doesNotContain("harbourlane");
            subject.secrets().forEach(secret -> assertThat(told).doesNotContain(secret));
        }
    }
}

package io.agencyos.application.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.platform.webhook.WebhookUrl;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever calls programs of clients must do. Source: api 11.3, 9.18. */
public abstract class WebhookPostContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> HEADERS = Map.of("webhook-id", "evt_1");

    /** What a program was sent. */
    public record Came(@Nullable String id, String body) {}

    /** The way out and the program at its end. */
    public interface World {

        WebhookPost post();

        /** Where the program is. */
        WebhookUrl url();

        /** From now on it answers like this. */
        void answers(int status, @Nullable Duration retryAfter, String body);

        /** From now on nobody is there. */
        void breakDown();

        /** The last request that came, null before the first. */
        @Nullable
        Came last();
    }

    protected abstract World world();

    private static WebhookPost.Answer send(World world, String body) {
        return world.post().send(world.url(), HEADERS, body, PATIENCE);
    }

    @Test
    void the_exact_text_and_its_headers_arrive_and_the_answer_is_told() {
        World world = world();
        world.answers(200, null, "taken");

        assertThat(send(world, "{\"ü\":1}")).isEqualTo(new WebhookPost.Answer(200, null, "taken", null));
        assertThat(world.last()).isEqualTo(new Came("evt_1", "{\"ü\":1}"));
    }

    @ParameterizedTest // api 11.3: redirects are not followed
    @ValueSource(ints = {204, 302, 410, 500})
    void whatever_the_status_is_it_is_told_as_it_came(int status) {
        World world = world();
        world.answers(status, null, "");

        assertThat(send(world, "{}").status()).isEqualTo(status);
        assertThat(send(world, "{}").error()).isNull();
    }

    @Test // api 9.18: first 10 000 chars of the response
    void of_an_answer_the_beginning_is_kept_and_when_to_come_again() {
        World world = world();
        world.answers(503, Duration.ofMinutes(2), "x".repeat(200_000));

        WebhookPost.Answer answer = send(world, "{}");

        assertThat(answer.body()).isEqualTo("x".repeat(WebhookPost.KEPT));
        assertThat(answer.retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void where_nobody_is_there_the_reason_is_told_and_no_status() {
        World world = world();
        world.breakDown();

        WebhookPost.Answer answer = send(world, "{}");

        assertThat(answer.status()).isNull();
        assertThat(answer.error()).isNotBlank();
        assertThat(world.last()).isNull();
    }
}

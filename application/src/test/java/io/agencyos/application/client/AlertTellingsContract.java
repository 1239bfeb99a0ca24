package io.agencyos.application.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.staff.TellAlerts;
import io.agencyos.application.platform.AlertBook;
import io.agencyos.application.platform.AlertRecipients;
import io.agencyos.application.platform.AlertTellings;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.webhook.WebhookPost;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.Alert.Severity;
import io.agencyos.domain.platform.AlertNews;
import io.agencyos.domain.platform.AlertNews.Way;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever asked for it hears of alerts, of each change once and by each way. Source: api 9.17 {@code P/settings}. */
public abstract class AlertTellingsContract {

    private static final EmailAddress ON_CALL = new EmailAddress("oncall@agency.example");
    private static final WebhookUrl CHAT = WebhookUrl.parse("https://chat.agency.example/services/T0/B0/secret")
            .orElseThrow();
    private static final AlertRecipients BOTH = new AlertRecipients(ON_CALL, CHAT);
    private static final WebhookPost.Answer TAKEN = new WebhookPost.Answer(200, null, "ok", null);

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final List<AccountMail> letters = new ArrayList<>();
    private final List<String> posts = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private AlertRecipients recipients = BOTH;
    private WebhookPost.Answer answer = TAKEN;
    private @Nullable TellAlerts running;

    protected abstract UnitOfWork units();

    /** Without any alert; the same ones each time. */
    protected abstract Alerts alerts();

    /** The same alerts, as staff reads them. */
    protected abstract AlertBook book();

    /** What was told of these alerts: nothing yet. */
    protected abstract AlertTellings tellings();

    private TellAlerts inAnotherProcess() {
        WebhookPost post = (url, headers, body, timeout) -> {
            assertThat(url).isEqualTo(CHAT);
            posts.add(body);
            return answer;
        };
        return new TellAlerts(
                new TellAlerts.Ports(() -> recipients, tellings(), alerts(), letters::add, post),
                units(),
                () -> now,
                UUID::randomUUID);
    }

    private void raise(String cause, Severity severity) {
        units().onPlatform(() -> alerts().raise(Alert.of(
                cause, severity, "ledger", client, "Title of " + cause, Map.of("remedy", "count anew"), now)));
    }

    private void over() {
        units().onPlatform(() -> alerts().resolveOthers("ledger", List.of(), now));
    }

    private void tellAfter(Duration wait) {
        now = now.plus(wait);
        if (running == null) {
            running = inAnotherProcess();
        }
        running.tell();
    }

    private void tell() {
        tellAfter(Duration.ofMinutes(6));
    }

    @Test // api 9.17: alert_email, slack_webhook_url
    void an_alert_is_told_by_letter_and_in_the_chat_once() {
        raise("ledger:1", Severity.WARNING);
        tell();
        raise("ledger:1", Severity.WARNING);
        tell();

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo(ON_CALL);
            assertThat(letter.subject()).isEqualTo("[warning] Title of ledger:1");
            assertThat(letter.text()).isEqualTo("""
                [warning] Title of ledger:1
                remedy: count anew
                client: %s
                source: ledger
                first at 2026-03-02T08:00:00Z, last at 2026-03-02T08:00:00Z, 1×
                """.formatted(client.text()));
        });
        assertThat(posts)
                .singleElement()
                .satisfies(body -> assertThat(body)
                        .startsWith("{\"text\":\"[warning] Title of ledger:1\\u000aremedy: count anew"));
    }

    @Test
    void one_that_became_critical_is_told_again_and_its_end_too() {
        raise("ledger:1", Severity.WARNING);
        tell();
        raise("ledger:1", Severity.CRITICAL);
        tell();
        raise("ledger:1", Severity.WARNING);
        tell();
        over();
        tell();
        tell();

        assertThat(letters)
                .extracting(AccountMail::subject)
                .containsExactly(
                        "[warning] Title of ledger:1", "[critical] Title of ledger:1", "[over] Title of ledger:1");
        assertThat(posts).hasSize(3);
    }

    @Test
    void what_is_only_for_information_what_somebody_has_seen_and_what_was_over_before_is_not_told() {
        raise("info:1", Severity.INFO);
        raise("seen:1", Severity.CRITICAL);
        units().onPlatform(() ->
                book().page(new AlertBook.Filter(Set.of(), Set.of(), Set.of(), List.of()), null, 10).stream()
                        .filter(row -> row.alert().fingerprint().equals("seen:1"))
                        .findFirst()
                        .flatMap(row -> book().acknowledge(row.id(), new UserId(UUID.randomUUID()), now)));
        tell();
        over();
        tell();

        assertThat(letters).isEmpty();
        assertThat(posts).isEmpty();
    }

    @Test // throttled: what comes within some minutes goes together; what is critical waits less
    void many_go_in_one_letter() {
        raise("ledger:1", Severity.WARNING);
        tell();
        raise("ledger:2", Severity.WARNING);
        raise("ledger:3", Severity.WARNING);
        tellAfter(Duration.ofMinutes(2));
        assertThat(letters).as("the last letter is young").hasSize(1);
        raise("ledger:4", Severity.CRITICAL);
        tellAfter(Duration.ZERO);

        assertThat(letters).hasSize(2);
        assertThat(letters.getLast().subject()).isEqualTo("Agency OS alerts: 1 critical, 2 warning");
        assertThat(letters.getLast().text()).contains("ledger:2", "ledger:3", "ledger:4");
        assertThat(posts).hasSize(2);
    }

    @Test
    void whoever_is_named_later_hears_of_what_is_open_then() {
        recipients = AlertRecipients.NONE;
        raise("ledger:1", Severity.WARNING);
        tell();
        assertThat(letters).isEmpty();
        recipients = new AlertRecipients(ON_CALL, null);
        tell();
        assertThat(letters).hasSize(1);
        assertThat(posts).isEmpty();
    }

    @Test
    void a_chat_that_does_not_answer_is_tried_again_and_its_silence_told_by_letter() {
        answer = WebhookPost.Answer.failed("no route");
        raise("ledger:1", Severity.WARNING);
        tell();
        assertThat(posts).hasSize(1);
        tellAfter(Duration.ofMinutes(1));
        assertThat(posts).as("not at each look").hasSize(1);
        answer = TAKEN;
        tell();
        assertThat(letters.getLast().text()).contains("Alerts do not reach the chat.", "why: no route");
        assertThat(posts).hasSize(2);
        assertThat(posts.getLast()).contains("Title of ledger:1");
        tell();
        assertThat(letters.getLast().subject()).isEqualTo("[over] Alerts do not reach the chat.");
    }

    @Test // a crash between the post and its note: twice rather than never
    void another_process_goes_on_where_one_ended() {
        raise("ledger:1", Severity.WARNING);
        tell();
        running = null;
        tell();
        assertThat(letters).hasSize(1);
        assertThat(posts).hasSize(1);
    }

    @Test
    void what_was_told_one_way_is_still_to_be_told_the_other() {
        raise("ledger:1", Severity.WARNING);
        List<AlertNews> mail = units().onPlatform(() -> tellings().due(Way.MAIL, 10));
        units().onPlatform(() -> tellings().told(Way.MAIL, mail, now));
        assertThat(mail).hasSize(1);
        assertThat(units().onPlatform(() -> tellings().due(Way.MAIL, 10))).isEmpty();
        assertThat(units().onPlatform(() -> tellings().due(Way.CHAT, 10))).hasSize(1);
        assertThat(units().onPlatform(() -> tellings().last(Way.MAIL))).contains(now);
        assertThat(units().onPlatform(() -> tellings().last(Way.CHAT))).isEmpty();
    }
}

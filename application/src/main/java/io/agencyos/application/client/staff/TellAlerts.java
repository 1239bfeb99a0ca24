package io.agencyos.application.client.staff;

import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.platform.AlertRecipients;
import io.agencyos.application.platform.AlertTellings;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.webhook.WebhookPost;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AlertNews;
import io.agencyos.domain.platform.AlertNews.Said;
import io.agencyos.domain.platform.AlertNews.Way;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Tells staff of alerts where staff asked for it: that one is open, that it became critical, that it is over. What comes within some
 * minutes goes together. A letter is queued in the unit that notes it, so it is neither lost nor doubled here; a post to a chat is
 * noted after it, and may come twice after a crash. For one caller at a time. Source: api 9.17 {@code P/settings}.
 */
@PrimaryPort
public final class TellAlerts {

    private static final int MOST = 50;
    private static final Duration BETWEEN = Duration.ofMinutes(5);
    private static final Duration BETWEEN_CRITICAL = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String SOURCE = "tell_alerts";
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final Ports ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    /** After a post that failed; another process that takes over tries at once. */
    private volatile Instant chatAgainAt = Instant.MIN;

    /**
     * What it needs.
     *
     * @param recipients who is to hear; asked in a platform unit
     * @param letters takes letters with the unit
     */
    public record Ports(
            Supplier<AlertRecipients> recipients,
            AlertTellings tellings,
            Alerts alerts,
            Consumer<AccountMail> letters,
            WebhookPost post) {}

    /** @param ports what it needs */
    public TellAlerts(Ports ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    public void tell() {
        units.onPlatform(this::write);
        post();
    }

    private void write() {
        EmailAddress to = ports.recipients().get().mail();
        if (to == null) {
            return;
        }
        List<AlertNews> news = due(Way.MAIL);
        if (!news.isEmpty()) {
            Instant now = clock.now();
            ports.letters()
                    .accept(new AccountMail(ids.next(), to, AlertNews.subject(news), AlertNews.text(news) + "\n", now));
            ports.tellings().told(Way.MAIL, news, now);
        }
    }

    private record Post(WebhookUrl to, List<AlertNews> news) {}

    private void post() {
        if (clock.now().isBefore(chatAgainAt)) {
            return;
        }
        Post post = units.onPlatform(this::posting);
        if (post == null) {
            return;
        }
        WebhookPost.Answer answer = ports.post()
                .send(
                        post.to(),
                        Map.of("Content-Type", "application/json", "User-Agent", "Agency-OS-Alerts/1"),
                        AlertNews.chat(post.news()),
                        TIMEOUT);
        Instant now = clock.now();
        if (answer.status() != null && answer.status() / HUNDRED == SUCCESS) {
            units.onPlatform(() -> {
                ports.tellings().told(Way.CHAT, post.news(), now);
                ports.alerts().resolveOthers(SOURCE, List.of(), now);
            });
            return;
        }
        Duration wait = answer.retryAfter();
        chatAgainAt = now.plus(wait == null || wait.compareTo(BETWEEN) < 0 ? BETWEEN : wait);
        units.onPlatform(() -> ports.alerts().raise(unheard(answer, now)));
    }

    private @Nullable Post posting() {
        WebhookUrl to = ports.recipients().get().chat();
        List<AlertNews> news = to == null ? List.of() : due(Way.CHAT);
        return to == null || news.isEmpty() ? null : new Post(to, news);
    }

    private static Alert unheard(WebhookPost.Answer answer, Instant now) {
        String why = answer.status() == null ? String.valueOf(answer.error()) : "answered " + answer.status();
        return Alert.of(
                SOURCE + ":" + Way.CHAT.wire(),
                Alert.Severity.WARNING,
                SOURCE,
                null,
                "Alerts do not reach the chat.",
                Map.of("why", why, "remedy", "look at slack_webhook_url in the platform's settings"),
                now);
    }

    /** Nothing while what was told last is young: what comes meanwhile goes together. What is critical waits less. */
    private List<AlertNews> due(Way way) {
        List<AlertNews> news = ports.tellings().due(way, MOST);
        boolean critical = news.stream().anyMatch(one -> one.said() == Said.CRITICAL);
        Duration between = critical ? BETWEEN_CRITICAL : BETWEEN;
        boolean young = !news.isEmpty()
                && ports.tellings()
                        .last(way)
                        .filter(last -> clock.now().isBefore(last.plus(between)))
                        .isPresent();
        return young ? List.of() : news;
    }
}

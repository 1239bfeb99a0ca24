package io.agencyos.adapters.out.memory.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.conversation.WatchOptOuts;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchOptOutsTest {

    private static final ClientId CLIENT = new ClientId(new UUID(1, 1));
    private static final ClientId OTHER = new ClientId(new UUID(1, 2));
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final MailEvent.About MAIL = new MailEvent.About("<a@b.example>", null, null, null, null);
    private static final ChannelEvent.About TEXT =
            new ChannelEvent.About(Channel.SMS, "ref-3", null, "+61491570110", null);

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryAlerts alerts = new MemoryAlerts(units);
    private final MemoryWebhookInbox inbox = new MemoryWebhookInbox(units);
    private final MovableClock clock = new MovableClock(NOW);
    private final WatchOptOuts watch = new WatchOptOuts(inbox, alerts, units, clock);

    private void arrives(ClientId client, InboundEvent event) {
        WebhookInbox.Key key = new WebhookInbox.Key(new WebhookInbox.Feed("fake", client), event.key());
        units.onPlatform(() -> inbox.store(
                List.of(new WebhookInbox.Arrival(key, clock.now(), new WebhookInbox.Content.Event(event)))));
    }

    private void read() {
        units.onPlatform(() ->
                inbox.settle(inbox.claim(null, clock.now(), clock.now().plusSeconds(60), 10).stream()
                        .map(one -> new WebhookInbox.Verdict(one, WebhookInbox.State.DONE, null, null, clock.now()))
                        .toList()));
    }

    private List<Alert> open() {
        return units.onPlatform(() -> alerts.open(10));
    }

    @Test // outreach 6.6: effective at once; alert if it takes more than 5 minutes
    void an_opt_out_that_is_not_read_for_five_minutes_is_told_until_it_is() {
        arrives(CLIENT, new MailEvent.OptedOut("k1", NOW, MAIL));
        arrives(CLIENT, new ChannelEvent.OptedOut("k2", NOW, TEXT, "STOP"));
        arrives(OTHER, new MailEvent.Delivered("k3", NOW, MAIL));
        clock.advance(Duration.ofMinutes(5));
        assertThat(watch.look()).isZero();
        assertThat(open()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(watch.look()).isEqualTo(1);
        assertThat(open()).singleElement().satisfies(alert -> {
            assertThat(alert.source()).isEqualTo("opt_out_late");
            assertThat(alert.severity()).isEqualTo(Alert.Severity.CRITICAL);
            assertThat(alert.clientId()).isEqualTo(CLIENT);
            assertThat(alert.detail()).containsEntry("events", "2").containsEntry("since", NOW.toString());
        });

        read();
        assertThat(watch.look()).isZero();
        assertThat(open()).isEmpty();
    }
}

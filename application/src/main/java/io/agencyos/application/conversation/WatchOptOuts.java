package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Tells staff where somebody may have said stop more than five minutes ago and may be contacted still: what came in and was not
 * read is looked at, of every type that can say so, since only reading tells. What is said on the page of an e-mail's link takes
 * effect in the request itself. Source: outreach 6.6.
 */
@PrimaryPort
public final class WatchOptOuts {

    static final String LATE = "opt_out_late";

    /** How long an opt-out may take. */
    public static final Duration AT_MOST = Duration.ofMinutes(5);

    private static final Set<String> MAY_SAY_STOP = Set.of(
            "complained",
            "unsubscribed",
            "received",
            "reply_notice",
            "sms_received",
            "sms_unsubscribed",
            "voice_received",
            "voice_unsubscribed",
            "voice_call_reported",
            "linkedin_received",
            "linkedin_unsubscribed");

    private final WebhookInbox inbox;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    public WatchOptOuts(WebhookInbox inbox, Alerts alerts, UnitOfWork units, ClockPort clock) {
        this.inbox = inbox;
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    /** Of how many clients something waits now. */
    public int look() {
        Instant now = clock.now();
        return units.onPlatform(() -> {
            Map<ClientId, WebhookInbox.Waiting> late = inbox.waiting(MAY_SAY_STOP, now.minus(AT_MOST));
            late.forEach((client, waiting) -> alerts.raise(alert(client, waiting, now)));
            alerts.resolveOthers(
                    LATE, late.keySet().stream().map(WatchOptOuts::fingerprint).toList(), now);
            return late.size();
        });
    }

    private static String fingerprint(ClientId client) {
        return LATE + ":" + client.text();
    }

    private static Alert alert(ClientId client, WebhookInbox.Waiting waiting, Instant now) {
        return Alert.of(
                fingerprint(client),
                Alert.Severity.CRITICAL,
                LATE,
                client,
                "Messages that may be opt-outs have not been read for more than five minutes.",
                Map.of(
                        "events", String.valueOf(waiting.events()),
                        "since", waiting.since().toString()),
                now);
    }
}

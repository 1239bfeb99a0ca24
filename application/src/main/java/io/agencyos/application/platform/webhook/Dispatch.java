package io.agencyos.application.platform.webhook;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.webhook.WebhookBody;
import io.agencyos.domain.platform.webhook.WebhookDelivery;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Attempt;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.platform.webhook.WebhookEndpoint.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One attempt: signed, sent outside of any unit of work, written down. Source: api 11.2, 11.3. */
final class Dispatch {

    private static final String SOURCE = "webhooks";

    private final WebhookPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    private final RandomSource random;

    Dispatch(WebhookPorts ports, UnitOfWork units, ClockPort clock, IdSource ids, RandomSource random) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** Sends it now; empty where its endpoint is gone meanwhile. */
    Optional<Attempt> attempt(WebhookDelivery delivery) {
        Optional<WebhookEndpoint> endpoint =
                units.onPlatform(() -> ports.endpoints().find(delivery.clientId(), delivery.endpointId()));
        return endpoint.map(known -> {
            Attempt attempt = sent(delivery, known);
            units.onPlatform(() -> written(delivery, attempt));
            return attempt;
        });
    }

    private Attempt sent(WebhookDelivery delivery, WebhookEndpoint endpoint) {
        Instant at = clock.now();
        String id = WebhookBody.id(delivery.event());
        String body = WebhookBody.of(delivery.event());
        Map<String, String> headers = new LinkedHashMap<>();
        endpoint.wish().headers().forEach(header -> headers.put(header.name(), header.value()));
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Agency-OS-Webhooks/1");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put(
                "webhook-signature",
                endpoint.signers(at).stream()
                        .map(secret -> secret.sign(id, at.getEpochSecond(), body))
                        .collect(Collectors.joining(" ")));
        WebhookPost.Answer answer = ports.post()
                .send(endpoint.wish().url(), headers, body, endpoint.wish().timeout());
        return new Attempt(
                delivery.attempts() + 1,
                at,
                Duration.between(at, clock.now()),
                answer.status(),
                answer.error(),
                answer.body(),
                answer.retryAfter());
    }

    /** The endpoint is read again: it may have been changed while the request was on its way. */
    private void written(WebhookDelivery delivery, Attempt attempt) {
        ports.endpoints().find(delivery.clientId(), delivery.endpointId()).ifPresent(endpoint -> {
            boolean trial = delivery.event().name() == EventName.WEBHOOK_TEST;
            int attempts = trial ? 1 : endpoint.wish().maxAttempts();
            ports.deliveries().record(delivery.after(attempt, attempts, random.nextLong()), attempt);
            Standing before = endpoint.standing();
            Standing after = attempt.succeeded() ? before.succeeded(attempt.at()) : before.failed(attempt.at());
            ports.endpoints().updateStanding(endpoint.with(judged(endpoint, attempt, after)));
        });
    }

    private Standing judged(WebhookEndpoint endpoint, Attempt attempt, Standing after) {
        Instant now = clock.now();
        if (!after.active()) {
            return after;
        }
        if (attempt.gone() || after.isHopeless(now)) {
            String reason = attempt.gone() ? "gone" : "failing";
            tell(endpoint, Alert.Severity.CRITICAL, "A webhook endpoint was switched off: " + reason, now);
            ports.audit()
                    .append(new AuditEntry(
                            ids.next(),
                            now,
                            endpoint.clientId(),
                            AuditEntry.Actor.system(),
                            AuditAction.WEBHOOK_ENDPOINT_DISABLED,
                            AuditEntry.Outcome.OK,
                            "webhook_endpoint",
                            endpoint.id().value(),
                            Map.of(),
                            Map.of("reason", reason),
                            AuditEntry.Origin.NONE));
            return after.disabled(reason, now);
        }
        if (after.deservesWarning(now)) {
            tell(endpoint, Alert.Severity.WARNING, "A webhook endpoint has failed for a day", now);
        }
        return after;
    }

    private void tell(WebhookEndpoint endpoint, Alert.Severity severity, String what, Instant now) {
        ports.alerts()
                .raise(Alert.of(
                        "webhook_endpoint:" + endpoint.id().text(),
                        severity,
                        SOURCE,
                        endpoint.clientId(),
                        what,
                        Map.of(
                                "endpoint_id",
                                endpoint.id().text(),
                                "name",
                                endpoint.wish().name()),
                        now));
    }
}

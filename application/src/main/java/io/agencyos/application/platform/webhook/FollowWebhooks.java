package io.agencyos.application.platform.webhook;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.webhook.WebhookDelivery;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Attempt;
import io.agencyos.domain.shared.id.WebhookDeliveryId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** What was sent to an endpoint, and sending it again or trying it out. Source: api 9.18. */
@PrimaryPort
public interface FollowWebhooks {

    /** Nothing older than this is sent again. */
    Duration REDELIVERED = Duration.ofDays(30);

    /** A delivery with everything that was tried. */
    record Followed(WebhookDelivery delivery, List<Attempt> attempts) {}

    /** The deliveries of an endpoint, newest first; empty where there is no such endpoint. */
    Optional<List<WebhookDelivery>> list(
            TenantScope scope,
            WebhookEndpointId endpoint,
            WebhookDeliveries.Filter filter,
            Optional<WebhookDeliveries.Place> after,
            int limit);

    Optional<Followed> find(TenantScope scope, WebhookEndpointId endpoint, WebhookDeliveryId id);

    /** The same event once more, as a new delivery; empty where there is none. */
    Optional<WebhookDelivery> redeliver(TenantScope scope, WebhookEndpointId endpoint, WebhookDeliveryId id);

    /** Everything that failed since then; how many, or empty where there is no such endpoint. */
    Optional<Integer> redeliverFailed(TenantScope scope, WebhookEndpointId endpoint, Instant since);

    /** Sends {@code webhook.test} now, outside of the order of other events. */
    Optional<Followed> test(TenantScope scope, WebhookEndpointId endpoint);
}

package io.agencyos.application.platform.webhook;

import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.webhook.WebhookDelivery;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Attempt;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.WebhookDeliveryId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Events on their way to endpoints, made from the outbox. Source: api 11.3. */
@SecondaryPort
public interface WebhookDeliveries {

    /**
     * Makes a delivery of each of the oldest unpublished events to each active endpoint that wants it and was there
     * before it, and notes the events as published. Events nobody may subscribe to are only noted. Platform unit.
     *
     * @param outbound the events that may be subscribed to
     * @return how many events were looked at
     */
    int fanOut(Set<EventName> outbound, Instant now, int limit);

    /** One that is made by hand; in the tenant's unit as worker, or the platform's. */
    void insert(WebhookDelivery delivery);

    /**
     * Takes deliveries that are due for active endpoints, none of them while an earlier event about the same thing is
     * still on its way to the same endpoint. What is taken is nobody else's until its lease ends. Platform unit.
     */
    List<WebhookDelivery> claim(Instant now, int limit);

    /** Writes where it stands and what came of the attempt, and lets it go. Platform unit. */
    void record(WebhookDelivery delivery, Attempt attempt);

    /** Gives up what waits for endpoints that were switched off before then. Platform unit. */
    int cancelForDisabled(Instant before, Instant now);

    /** Sends again what failed at this endpoint since then, as new deliveries of the same events. Worker unit. */
    int redeliverFailed(ClientId client, WebhookEndpointId endpoint, Instant since, Instant now);

    Optional<WebhookDelivery> find(ClientId client, WebhookEndpointId endpoint, WebhookDeliveryId id);

    /** What was tried, in order. */
    List<Attempt> attempts(ClientId client, WebhookDeliveryId id);

    /** The deliveries of an endpoint, newest first. */
    List<WebhookDelivery> page(
            ClientId client, WebhookEndpointId endpoint, Filter filter, Optional<Place> after, int limit);

    /** Which ones; an empty set or null does not narrow. */
    record Filter(
            Set<WebhookDelivery.Status> statuses,
            Set<EventName> events,
            @Nullable Instant from,
            @Nullable Instant to) {

        public Filter {
            statuses = Set.copyOf(statuses);
            events = Set.copyOf(events);
        }

        public boolean lets(WebhookDelivery delivery) {
            return (statuses.isEmpty() || statuses.contains(delivery.status()))
                    && (events.isEmpty() || events.contains(delivery.event().name()))
                    && (from == null || !delivery.createdAt().isBefore(from))
                    && (to == null || delivery.createdAt().isBefore(to));
        }
    }

    /** Where a reader of the list stands. */
    record Place(Instant at, WebhookDeliveryId id) {}
}

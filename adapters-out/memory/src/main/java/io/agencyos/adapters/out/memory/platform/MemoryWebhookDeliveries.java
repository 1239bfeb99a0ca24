package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.webhook.WebhookDeliveries;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.webhook.WebhookDelivery;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Attempt;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Status;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.WebhookDeliveryId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deliveries in the order in which they were made, and what was tried. */
public final class MemoryWebhookDeliveries implements WebhookDeliveries {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private record Tried(ClientId client, WebhookDeliveryId delivery, Attempt attempt) {}

    private record TriedKey(WebhookDeliveryId delivery, int number) {}

    private record Sent(WebhookEndpointId endpoint, UUID event) {}

    private final MemoryTable<WebhookDeliveryId, WebhookDelivery> deliveries;
    private final MemoryTable<TriedKey, Tried> attempts;
    private final MemoryEvents events;
    private final MemoryWebhookEndpoints endpoints;

    public MemoryWebhookDeliveries(MemoryUnitOfWork units, MemoryEvents events, MemoryWebhookEndpoints endpoints) {
        this.events = events;
        this.endpoints = endpoints;
        deliveries = MemoryTable.<WebhookDeliveryId, WebhookDelivery>ofTenants(
                        "webhook_delivery", units, WebhookDelivery::clientId, WebhookDelivery::id)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform()
                .unique(
                        "uq_webhook_delivery_event",
                        delivery -> delivery.redelivery()
                                ? null
                                : new Sent(
                                        delivery.endpointId(), delivery.event().id()));
        attempts = MemoryTable.<TriedKey, Tried>ofTenants(
                        "webhook_attempt",
                        units,
                        Tried::client,
                        tried -> new TriedKey(tried.delivery(), tried.attempt().number()))
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public int fanOut(Set<EventName> outbound, Instant now, int limit) {
        List<DomainEvent> due = events.unpublished().limit(limit).toList();
        for (DomainEvent event : due) {
            ClientId client = event.clientId();
            if (client != null && outbound.contains(event.name())) {
                endpoints.of(client).stream()
                        .filter(endpoint -> endpoint.standing().active()
                                && !endpoint.createdAt().isAfter(event.occurredAt())
                                && endpoint.wish().wants(event.name()))
                        .forEach(endpoint -> insert(made(client, endpoint.id(), event, false, now)));
            }
            events.published(event);
        }
        return due.size();
    }

    private static WebhookDelivery made(
            ClientId client, WebhookEndpointId endpoint, DomainEvent event, boolean again, Instant now) {
        return new WebhookDelivery(
                new WebhookDeliveryId(UUID.randomUUID()), client, endpoint, event, again, Status.PENDING, 0, now, now);
    }

    @Override
    public void insert(WebhookDelivery delivery) {
        deliveries.insert(delivery);
    }

    @Override
    public List<WebhookDelivery> claim(Instant now, int limit) {
        List<WebhookDelivery> open =
                deliveries.inOrder().filter(row -> row.status().isOpen()).toList();
        List<WebhookDelivery> due = open.stream()
                .filter(delivery -> isDue(delivery, now) && isFirst(delivery, open))
                .sorted(Comparator.comparing(MemoryWebhookDeliveries::next))
                .limit(limit)
                .toList();
        return due.stream()
                .map(delivery -> {
                    Duration timeout = endpoints
                            .find(delivery.clientId(), delivery.endpointId())
                            .orElseThrow()
                            .wish()
                            .timeout();
                    WebhookDelivery claimed =
                            as(delivery, delivery.status(), now.plus(timeout).plus(LEASE));
                    deliveries.put(claimed);
                    return claimed;
                })
                .toList();
    }

    private boolean isDue(WebhookDelivery delivery, Instant now) {
        Optional<WebhookEndpoint> endpoint = endpoints.find(delivery.clientId(), delivery.endpointId());
        return endpoint.filter(known -> known.standing().active()).isPresent()
                && !next(delivery).isAfter(now);
    }

    private static Instant next(WebhookDelivery delivery) {
        Instant next = delivery.nextAttemptAt();
        return next == null ? Instant.MAX : next;
    }

    private static boolean isFirst(WebhookDelivery delivery, List<WebhookDelivery> open) {
        return open.stream()
                .filter(other -> other.endpointId().equals(delivery.endpointId())
                        && other.event().aggregateId().equals(delivery.event().aggregateId()))
                .findFirst()
                .filter(delivery::equals)
                .isPresent();
    }

    @Override
    public void record(WebhookDelivery delivery, Attempt attempt) {
        attempts.put(new Tried(delivery.clientId(), delivery.id(), attempt));
        deliveries
                .find(delivery.id())
                .filter(known -> known.status().isOpen())
                .ifPresent(known -> deliveries.put(delivery));
    }

    @Override
    public int cancelForDisabled(Instant before, Instant now) {
        List<WebhookDelivery> waiting = deliveries
                .rows()
                .filter(delivery -> delivery.status().isOpen())
                .filter(delivery -> endpoints
                        .find(delivery.clientId(), delivery.endpointId())
                        .map(endpoint -> wasDisabledBefore(endpoint, before))
                        .orElse(true))
                .toList();
        waiting.forEach(delivery -> deliveries.put(as(delivery, Status.CANCELLED, null)));
        return waiting.size();
    }

    private static boolean wasDisabledBefore(WebhookEndpoint endpoint, Instant before) {
        Instant at = endpoint.standing().disabledAt();
        return !endpoint.standing().active() && at != null && at.isBefore(before);
    }

    @Override
    public int redeliverFailed(ClientId client, WebhookEndpointId endpoint, Instant since, Instant now) {
        List<WebhookDelivery> all = ofEndpoint(client, endpoint)
                .filter(delivery -> !delivery.createdAt().isBefore(since))
                .toList();
        List<DomainEvent> failed = all.stream()
                .filter(delivery -> delivery.status() == Status.FAILED)
                .map(WebhookDelivery::event)
                .filter(event -> all.stream()
                                .filter(delivery -> delivery.event().id().equals(event.id()))
                                .reduce((first, last) -> last)
                                .orElseThrow()
                                .status()
                        == Status.FAILED)
                .distinct()
                .toList();
        failed.forEach(event -> insert(made(client, endpoint, event, true, now)));
        return failed.size();
    }

    @Override
    public Optional<WebhookDelivery> find(ClientId client, WebhookEndpointId endpoint, WebhookDeliveryId id) {
        return ofEndpoint(client, endpoint)
                .filter(delivery -> delivery.id().equals(id))
                .findFirst();
    }

    @Override
    public List<Attempt> attempts(ClientId client, WebhookDeliveryId id) {
        return attempts.rows()
                .filter(tried ->
                        tried.client().equals(client) && tried.delivery().equals(id))
                .map(Tried::attempt)
                .sorted(Comparator.comparing(Attempt::number))
                .toList();
    }

    @Override
    public List<WebhookDelivery> page(
            ClientId client, WebhookEndpointId endpoint, Filter filter, Optional<Place> after, int limit) {
        Comparator<Place> order = Comparator.comparing(Place::at)
                .thenComparing(place -> place.id().text());
        return ofEndpoint(client, endpoint)
                .filter(filter::lets)
                .filter(delivery -> after.isEmpty() || order.compare(place(delivery), after.get()) < 0)
                .sorted(Comparator.comparing(MemoryWebhookDeliveries::place, order)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private Stream<WebhookDelivery> ofEndpoint(ClientId client, WebhookEndpointId endpoint) {
        return deliveries
                .inOrder()
                .filter(delivery -> delivery.clientId().equals(client)
                        && delivery.endpointId().equals(endpoint));
    }

    private static Place place(WebhookDelivery delivery) {
        return new Place(delivery.createdAt(), delivery.id());
    }

    private static WebhookDelivery as(WebhookDelivery delivery, Status status, @Nullable Instant next) {
        return new WebhookDelivery(
                delivery.id(),
                delivery.clientId(),
                delivery.endpointId(),
                delivery.event(),
                delivery.redelivery(),
                status,
                delivery.attempts(),
                next,
                delivery.createdAt());
    }
}

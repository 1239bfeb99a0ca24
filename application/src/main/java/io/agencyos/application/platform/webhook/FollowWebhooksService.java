package io.agencyos.application.platform.webhook;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.webhook.WebhookDelivery;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Attempt;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Status;
import io.agencyos.domain.shared.id.WebhookDeliveryId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deliveries are the product's own rows: what a person may order is checked before, and written as worker. */
final class FollowWebhooksService implements FollowWebhooks {

    private final WebhookPorts ports;
    private final Dispatch dispatch;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    FollowWebhooksService(WebhookPorts ports, Dispatch dispatch, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.dispatch = dispatch;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Optional<List<WebhookDelivery>> list(
            TenantScope scope,
            WebhookEndpointId endpoint,
            WebhookDeliveries.Filter filter,
            Optional<WebhookDeliveries.Place> after,
            int limit) {
        return units.inTenant(
                scope,
                () -> ports.endpoints()
                        .find(scope.clientId(), endpoint)
                        .map(known -> ports.deliveries().page(scope.clientId(), endpoint, filter, after, limit)));
    }

    @Override
    public Optional<Followed> find(TenantScope scope, WebhookEndpointId endpoint, WebhookDeliveryId id) {
        return units.inTenant(
                scope,
                () -> ports.deliveries()
                        .find(scope.clientId(), endpoint, id)
                        .map(found -> new Followed(found, ports.deliveries().attempts(scope.clientId(), id))));
    }

    @Override
    public Optional<WebhookDelivery> redeliver(TenantScope scope, WebhookEndpointId endpoint, WebhookDeliveryId id) {
        return units.inTenant(
                scope.asWorker(),
                () -> ports.deliveries().find(scope.clientId(), endpoint, id).map(found -> {
                    WebhookDelivery again = fresh(scope, endpoint, found.event());
                    ports.deliveries().insert(again);
                    return again;
                }));
    }

    @Override
    public Optional<Integer> redeliverFailed(TenantScope scope, WebhookEndpointId endpoint, Instant since) {
        Instant now = clock.now();
        Instant earliest = now.minus(REDELIVERED);
        return units.inTenant(
                scope.asWorker(),
                () -> ports.endpoints()
                        .find(scope.clientId(), endpoint)
                        .map(known -> ports.deliveries()
                                .redeliverFailed(
                                        scope.clientId(), endpoint, since.isBefore(earliest) ? earliest : since, now)));
    }

    @Override
    public Optional<Followed> test(TenantScope scope, WebhookEndpointId endpoint) {
        DomainEvent event = new DomainEvent(
                ids.next(), scope.clientId(), EventName.WEBHOOK_TEST, ids.next(), clock.now(), Map.of());
        Optional<WebhookDelivery> made = units.inTenant(
                scope.asWorker(),
                () -> ports.endpoints().find(scope.clientId(), endpoint).map(known -> {
                    WebhookDelivery delivery = new WebhookDelivery(
                            new WebhookDeliveryId(ids.next()),
                            scope.clientId(),
                            endpoint,
                            event,
                            true,
                            Status.PENDING,
                            0,
                            clock.now().plus(known.wish().timeout()).plusSeconds(30),
                            clock.now());
                    ports.deliveries().insert(delivery);
                    return delivery;
                }));
        return made.flatMap(delivery -> {
            Optional<Attempt> attempt = dispatch.attempt(delivery);
            return attempt.flatMap(done -> find(scope, endpoint, delivery.id()));
        });
    }

    private WebhookDelivery fresh(TenantScope scope, WebhookEndpointId endpoint, DomainEvent event) {
        Instant now = clock.now();
        return new WebhookDelivery(
                new WebhookDeliveryId(ids.next()),
                scope.clientId(),
                endpoint,
                event,
                true,
                Status.PENDING,
                0,
                now,
                now);
    }
}

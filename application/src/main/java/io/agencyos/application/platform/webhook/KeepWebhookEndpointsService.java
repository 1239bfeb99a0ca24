package io.agencyos.application.platform.webhook;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.platform.webhook.WebhookEndpoint.Standing;
import io.agencyos.domain.platform.webhook.WebhookSecret;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes go through the version; of two endpoints of one name the index lets one in. */
final class KeepWebhookEndpointsService implements KeepWebhookEndpoints {

    private static final int SECRET_BYTES = 32;

    private final WebhookPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    private final RandomSource random;

    KeepWebhookEndpointsService(
            WebhookPorts ports, UnitOfWork units, ClockPort clock, IdSource ids, RandomSource random) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    @Override
    public List<WebhookEndpoint> list(TenantScope scope) {
        return units.inTenant(scope, () -> ports.endpoints().of(scope.clientId()));
    }

    @Override
    public Optional<WebhookEndpoint> find(TenantScope scope, WebhookEndpointId id) {
        return units.inTenant(scope, () -> ports.endpoints().find(scope.clientId(), id));
    }

    @Override
    public Outcome make(TenantScope scope, WebhookEndpoint.Wish wish, @Nullable WebhookSecret secret, Origin origin) {
        WebhookEndpoint endpoint = new WebhookEndpoint(
                new WebhookEndpointId(ids.next()),
                scope.clientId(),
                wish,
                secret == null ? fresh() : secret,
                null,
                null,
                Standing.NEW,
                clock.now(),
                1);
        return named(scope, () -> {
            if (ports.endpoints().of(scope.clientId()).size() >= LIMIT) {
                return new Outcome.LimitReached();
            }
            ports.endpoints().insert(endpoint);
            audit(scope, AuditAction.CREATE, endpoint, origin);
            return new Outcome.Kept(endpoint);
        });
    }

    @Override
    public Outcome change(
            TenantScope scope,
            WebhookEndpointId id,
            int version,
            UnaryOperator<WebhookEndpoint.Wish> change,
            @Nullable Boolean active,
            Origin origin) {
        return named(
                scope,
                () -> at(scope, id, version, endpoint -> {
                    WebhookEndpoint next = endpoint.with(change.apply(endpoint.wish()));
                    if (active != null && active != endpoint.standing().active()) {
                        next = next.with(
                                active
                                        ? endpoint.standing().reactivated()
                                        : endpoint.standing().disabled("switched_off", clock.now()));
                    }
                    WebhookEndpoint kept = ports.endpoints().update(next);
                    audit(scope, AuditAction.UPDATE, kept, origin);
                    return new Outcome.Kept(kept);
                }));
    }

    @Override
    public Outcome remove(TenantScope scope, WebhookEndpointId id, int version, Origin origin) {
        return units.inTenant(
                scope,
                () -> at(scope, id, version, endpoint -> {
                    ports.endpoints().delete(endpoint);
                    audit(scope, AuditAction.DELETE, endpoint, origin);
                    return new Outcome.Kept(endpoint);
                }));
    }

    @Override
    public Outcome rotate(TenantScope scope, WebhookEndpointId id, Origin origin) {
        return units.inTenant(
                scope,
                () -> ports.endpoints()
                        .find(scope.clientId(), id)
                        .<Outcome>map(endpoint -> {
                            WebhookEndpoint kept = ports.endpoints().update(endpoint.rotated(fresh(), clock.now()));
                            audit(scope, AuditAction.UPDATE, kept, origin);
                            return new Outcome.Kept(kept);
                        })
                        .orElseGet(Outcome.NotFound::new));
    }

    private WebhookSecret fresh() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return WebhookSecret.of(bytes);
    }

    private Outcome named(TenantScope scope, Supplier<Outcome> work) {
        try {
            return units.inTenant(scope, work);
        } catch (UniqueViolation taken) {
            return new Outcome.NameTaken();
        }
    }

    private Outcome at(TenantScope scope, WebhookEndpointId id, int version, Function<WebhookEndpoint, Outcome> work) {
        Optional<WebhookEndpoint> found = ports.endpoints().find(scope.clientId(), id);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        return found.get().version() == version
                ? work.apply(found.get())
                : new Outcome.Stale(found.get().version());
    }

    private void audit(TenantScope scope, AuditAction action, WebhookEndpoint endpoint, Origin origin) {
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        scope.clientId(),
                        Actors.of(scope),
                        action,
                        AuditEntry.Outcome.OK,
                        "webhook_endpoint",
                        endpoint.id().value(),
                        Map.of(),
                        Map.of(),
                        origin));
    }
}

package io.agencyos.application.client;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outreach is stopped before the removal is ordered: an order that broke off in between has stopped too much, not too little. */
public final class CloseClientService implements CloseClient {

    private static final Duration GRACE = Duration.ofDays(30);

    private final ClientPorts ports;
    private final StopEverything stop;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** Stops everything of a client, in a unit of its own; safe to repeat. */
    @FunctionalInterface
    public interface StopEverything {

        void stop(TenantScope scope, Origin origin);
    }

    public CloseClientService(ClientPorts ports, StopEverything stop, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.stop = stop;
        this.trail = new AuditTrail(ports.audit(), clock, ids);
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome close(TenantScope scope, int version, String name, Origin origin) {
        if (!scope.role().permits(Role.OWNER)) {
            return new Outcome.RoleRequired(Role.OWNER);
        }
        Optional<Outcome> refusal = units.onPlatform(() -> refusal(scope, version, name));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        stop.stop(scope, origin);
        return units.onPlatform(() -> ports.clients()
                .findForUpdate(scope.clientId())
                .<Outcome>map(client -> leaving(scope, client, origin))
                .orElseGet(Outcome.NotFound::new));
    }

    private Optional<Outcome> refusal(TenantScope scope, int version, String name) {
        Optional<Client> found = ports.clients().findForUpdate(scope.clientId());
        if (found.isEmpty()) {
            return Optional.of(new Outcome.NotFound());
        }
        Client client = found.get();
        if (client.mode() == ClientMode.TEST) {
            return Optional.of(new Outcome.NotEligible());
        }
        if (client.version() != version) {
            throw new ConcurrentUpdate("client " + client.id());
        }
        if (!client.name().equals(name)) {
            return Optional.of(new Outcome.NameDiffers());
        }
        return ports.clients().leavesAt(client.id()).map(at -> new Outcome.Leaving(client, at));
    }

    private Outcome leaving(TenantScope scope, Client client, Origin origin) {
        Optional<Instant> ordered = ports.clients().leavesAt(client.id());
        if (ordered.isPresent()) {
            return new Outcome.Leaving(client, ordered.get());
        }
        Instant at = clock.now().plus(GRACE);
        Client changed = written(scope, client, at, AuditAction.DELETE, new Change(null, at.toString()), origin);
        return new Outcome.Leaving(changed, at);
    }

    @Override
    public Outcome restore(TenantScope scope, Origin origin) {
        if (!scope.role().permits(Role.OWNER)) {
            return new Outcome.RoleRequired(Role.OWNER);
        }
        return units.onPlatform(() -> ports.clients()
                .findForUpdate(scope.clientId())
                .map(client -> client.mode() == ClientMode.TEST
                        ? new Outcome.NotEligible()
                        : new Outcome.Staying(ports.clients()
                                .leavesAt(client.id())
                                .map(at -> written(
                                        scope,
                                        client,
                                        null,
                                        AuditAction.RESTORE,
                                        new Change(at.toString(), null),
                                        origin))
                                .orElse(client)))
                .orElseGet(Outcome.NotFound::new));
    }

    private Client written(
            TenantScope scope, Client client, @Nullable Instant at, AuditAction action, Change change, Origin origin) {
        Client changed = ports.clients().update(client);
        ports.clients().leave(client.id(), at);
        trail.change(
                AuditTrail.actor(scope),
                action,
                client.id(),
                "client",
                client.id().value(),
                Map.of("purge_after", change),
                origin);
        return changed;
    }
}

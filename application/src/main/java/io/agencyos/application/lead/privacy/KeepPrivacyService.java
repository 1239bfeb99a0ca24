package io.agencyos.application.lead.privacy;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address waits sealed, and only until it is answered. */
public final class KeepPrivacyService implements KeepPrivacy {

    private static final String TYPE = "privacy_request";
    private static final Duration LOST_AFTER = Duration.ofHours(1);
    private static final PrivacyRequests.Filter OPEN =
            new PrivacyRequests.Filter(Set.of(), Set.of(PrivacyRequest.Status.OPEN));

    private final PrivacyPorts ports;
    private final StartRun start;

    public KeepPrivacyService(PrivacyPorts ports, StartRun start) {
        this.ports = ports;
        this.start = start;
    }

    @Override
    public Outcome order(TenantScope scope, PrivacyRequest.Kind kind, EmailAddress email, String key, Origin origin) {
        if (!scope.role().permits(Role.ADMIN)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        ClientId client = scope.clientId();
        PrivacyRequestId id = new PrivacyRequestId(ports.ids().next());
        String sealed = ports.sealer().sealText(email.value(), AnswerPrivacy.place(client, id));
        Instant now = ports.clock().now();
        PrivacyRequest request = PrivacyRequest.opened(id, client, kind, sealed, scope.userId(), now);
        Optional<Outcome> refusal = ports.units().inTenant(scope, () -> {
            Optional<Outcome> found = refused(client, now);
            if (found.isEmpty()) {
                ports.requests().insert(request);
            }
            return found;
        });
        if (refusal.isPresent()) {
            return refusal.get();
        }
        StartRun.Outcome run =
                start.start(scope, new StartRun.Request(AnswerPrivacy.FLOW, Map.of(AnswerPrivacy.ID, id.text()), key));
        ports.units().inTenant(scope, () -> {
            if (run instanceof StartRun.Outcome.Started) {
                audit(scope, AuditAction.CREATE, id, origin);
            } else {
                ports.requests().remove(client, id);
            }
        });
        return new Outcome.Ordered(run);
    }

    /** An open one of long ago has lost its job, and keeps nobody from asking anew. */
    private Optional<Outcome> refused(ClientId client, Instant now) {
        boolean live = ports.clients()
                .find(client)
                .map(Client::mode)
                .filter(ClientMode.LIVE::equals)
                .isPresent();
        return live
                ? ports.requests().list(client, OPEN, null, 1).stream()
                        .filter(open -> open.createdAt().plus(LOST_AFTER).isAfter(now))
                        .<Outcome>map(open -> new Outcome.AlreadyOpen(open.id()))
                        .findFirst()
                : Optional.of(new Outcome.NotEligible());
    }

    @Override
    public List<PrivacyRequest> list(
            TenantScope scope, PrivacyRequests.Filter filter, PrivacyRequests.@Nullable After after, int limit) {
        return ports.units().reading(scope, () -> ports.requests().list(scope.clientId(), filter, after, limit));
    }

    @Override
    public Optional<Shown> show(TenantScope scope, PrivacyRequestId id, Origin origin) {
        return ports.units()
                .inTenant(
                        scope.asWorker(),
                        () -> ports.requests()
                                .find(scope.clientId(), id)
                                .map(request -> shown(scope, request, origin)));
    }

    private Shown shown(TenantScope scope, PrivacyRequest request, Origin origin) {
        boolean answers =
                request.kind() == PrivacyRequest.Kind.ACCESS && request.status() == PrivacyRequest.Status.DONE;
        if (!answers) {
            return new Shown(request, Map.of());
        }
        audit(scope, AuditAction.EXPORT, request.id(), origin);
        return new Shown(request, ports.records().tell(request.clientId(), request.leads()));
    }

    private void audit(TenantScope scope, AuditAction action, PrivacyRequestId id, Origin origin) {
        ports.audit()
                .append(new AuditEntry(
                        ports.ids().next(),
                        ports.clock().now(),
                        scope.clientId(),
                        Actors.of(scope),
                        action,
                        AuditEntry.Outcome.OK,
                        TYPE,
                        id.value(),
                        Map.of(),
                        Map.of(),
                        origin));
    }
}

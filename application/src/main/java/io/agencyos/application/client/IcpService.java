package io.agencyos.application.client;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpRules;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.OnboardingStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.IcpId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The client's ledger row is the lock: there may be no profile yet that could be locked. */
final class IcpService implements EditIcp, ConfirmIcp {

    private final ClientPorts ports;
    private final ProfileRider alone;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    IcpService(
            ClientPorts ports, ProfileRider alone, AuditTrail trail, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.alone = alone;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public EditIcp.Outcome edit(TenantScope scope, int revision, IcpTarget target, Origin origin) {
        return edit(scope, revision, target, alone, origin);
    }

    @Override
    public EditIcp.Outcome edit(TenantScope scope, int revision, IcpTarget target, ProfileRider rider, Origin origin) {
        if (!permits(scope)) {
            return new EditIcp.Outcome.RoleRequired(Role.ADMIN);
        }
        List<FieldProblem> problems = IcpRules.problems(target);
        if (!problems.isEmpty()) {
            return new EditIcp.Outcome.Invalid(problems);
        }
        return units.inTenant(scope.asWorker(), () -> {
            if (!locked(scope)) {
                return new EditIcp.Outcome.NotFound();
            }
            Optional<IcpProfile> current = ports.clients().icp(scope.clientId());
            if (current.map(IcpProfile::revision).orElse(0) != revision) {
                throw new ConcurrentUpdate(
                        "profile of client " + scope.clientId().text());
            }
            boolean live = current.map(IcpProfile::status).orElse(IcpStatus.DRAFT) == IcpStatus.CONFIRMED;
            if (live) {
                return replaced(scope, current.orElseThrow(), target, rider, origin);
            }
            IcpProfile draft = current.map(icp -> icp.redrafted(target))
                    .orElseGet(() -> IcpProfile.draft(new IcpId(ids.next()), scope.clientId(), target));
            rider.saved(scope.clientId(), false);
            return new EditIcp.Outcome.Saved(saved(scope, draft, origin));
        });
    }

    private EditIcp.Outcome replaced(
            TenantScope scope, IcpProfile live, IcpTarget target, ProfileRider rider, Origin origin) {
        List<FieldProblem> missing = IcpRules.missing(target);
        if (!missing.isEmpty()) {
            return new EditIcp.Outcome.Invalid(missing);
        }
        if (!rider.permits(scope.clientId(), live.target(), target)) {
            return new EditIcp.Outcome.BacktestRequired();
        }
        rider.saved(scope.clientId(), true);
        if (live.target().equals(target)) {
            return new EditIcp.Outcome.Saved(live);
        }
        Instant now = clock.now();
        ports.clients().saveIcp(live.superseded());
        IcpProfile next = saved(scope, live.next(new IcpId(ids.next()), target, now), origin);
        confirmed(scope, next, now);
        return new EditIcp.Outcome.Saved(next);
    }

    private IcpProfile saved(TenantScope scope, IcpProfile profile, Origin origin) {
        IcpProfile saved = ports.clients().saveIcp(profile);
        trail.change(
                AuditTrail.actor(scope),
                AuditAction.UPDATE,
                scope.clientId(),
                "icp_profile",
                saved.id().value(),
                Map.of("version", new Change(null, Integer.toString(saved.version()))),
                origin);
        return saved;
    }

    @Override
    public ConfirmIcp.Outcome confirm(TenantScope scope, Origin origin) {
        if (!permits(scope)) {
            return new ConfirmIcp.Outcome.RoleRequired(Role.ADMIN);
        }
        return units.inTenant(scope.asWorker(), () -> confirmInside(scope, origin));
    }

    private ConfirmIcp.Outcome confirmInside(TenantScope scope, Origin origin) {
        if (!locked(scope)) {
            return new ConfirmIcp.Outcome.NotFound();
        }
        Optional<IcpProfile> current = ports.clients().icp(scope.clientId());
        if (current.isPresent() && current.get().status() == IcpStatus.CONFIRMED) {
            return new ConfirmIcp.Outcome.AlreadyConfirmed(current.get());
        }
        List<FieldProblem> missing =
                IcpRules.missing(current.map(IcpProfile::target).orElse(IcpTarget.EMPTY));
        if (current.isEmpty() || !missing.isEmpty()) {
            return new ConfirmIcp.Outcome.Incomplete(missing);
        }
        Instant now = clock.now();
        IcpProfile live = ports.clients().saveIcp(current.get().confirmed(now));
        ports.clients().onboarded(scope.clientId(), OnboardingStatus.CONFIRMED);
        confirmed(scope, live, now);
        trail.change(
                AuditTrail.actor(scope),
                AuditAction.UPDATE,
                scope.clientId(),
                "icp_profile",
                live.id().value(),
                Map.of(
                        "status",
                        new Change(IcpStatus.DRAFT.wire(), live.status().wire())),
                origin);
        return new ConfirmIcp.Outcome.Confirmed(live);
    }

    private void confirmed(TenantScope scope, IcpProfile live, Instant now) {
        ports.events()
                .append(new DomainEvent(
                        ids.next(),
                        scope.clientId(),
                        EventName.ICP_CONFIRMED,
                        live.id().value(),
                        now,
                        Map.of("version", Integer.toString(live.version()))));
    }

    private boolean locked(TenantScope scope) {
        boolean there = ports.clients().findForShare(scope.clientId()).isPresent();
        ports.credits().lock(scope.clientId());
        return there;
    }

    private static boolean permits(TenantScope scope) {
        return scope.role() == Role.WORKER || scope.role().permits(Role.ADMIN);
    }
}

package io.agencyos.application.client.access;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The client's row is held meanwhile: of the last two owners not both can leave at once. */
final class ChangeMembersService implements ChangeMembers {

    private final AccessPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    ChangeMembersService(AccessPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome change(TenantScope scope, UserId user, int version, Role role, Origin origin) {
        if (!role.isMembership()) {
            throw new IllegalArgumentException(role + " is no role of a membership");
        }
        return units.onPlatform(() -> refusal(scope, user, Optional.of(role)).orElseGet(() -> {
            Membership before = ports.users().membership(scope.clientId(), user).orElseThrow();
            if (before.version() != version) {
                return new Outcome.Stale(before.version());
            }
            if (before.role() != role) {
                ports.users().putMembership(before.as(role));
                audit(scope, AuditAction.UPDATE, user, new Change(before.role().wire(), role.wire()), origin);
            }
            return new Outcome.Changed(member(scope, user));
        }));
    }

    @Override
    public Outcome remove(TenantScope scope, UserId user, Origin origin) {
        return units.onPlatform(() -> refusal(scope, user, Optional.empty()).orElseGet(() -> {
            Role before = ports.users()
                    .membership(scope.clientId(), user)
                    .orElseThrow()
                    .role();
            ports.users().endMembership(scope.clientId(), user, clock.now());
            audit(scope, AuditAction.DELETE, user, new Change(before.wire(), null), origin);
            return new Outcome.Changed(Optional.empty());
        }));
    }

    /** Why it may not be, in the order in which it is looked at. */
    private Optional<Outcome> refusal(TenantScope scope, UserId user, Optional<Role> wanted) {
        boolean live = ports.clients()
                .findForUpdate(scope.clientId())
                .filter(client -> client.mode() == ClientMode.LIVE)
                .isPresent();
        if (!live) {
            return Optional.of(new Outcome.NotEligible());
        }
        Optional<Role> now = ports.users().membership(scope.clientId(), user).map(Membership::role);
        if (now.isEmpty()) {
            return Optional.of(new Outcome.NotFound());
        }
        boolean leaving = wanted.isEmpty() && user.equals(scope.userId());
        boolean ofOwners = now.get() == Role.OWNER || wanted.equals(Optional.of(Role.OWNER));
        Role required = ofOwners ? Role.OWNER : Role.ADMIN;
        if (!leaving && !scope.role().permits(required)) {
            return Optional.of(new Outcome.RoleRequired(required));
        }
        boolean lastOwner = now.get() == Role.OWNER && !wanted.equals(Optional.of(Role.OWNER)) && owners(scope) == 1;
        return lastOwner ? Optional.of(new Outcome.LastOwner()) : Optional.empty();
    }

    private long owners(TenantScope scope) {
        return ports.users().members(scope.clientId()).stream()
                .filter(member -> member.membership().role() == Role.OWNER)
                .count();
    }

    private Optional<Member> member(TenantScope scope, UserId user) {
        List<Member> members = ports.users().members(scope.clientId());
        return members.stream()
                .filter(member -> member.user().id().equals(user))
                .findFirst();
    }

    private void audit(TenantScope scope, AuditAction action, UserId user, Change role, Origin origin) {
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        scope.clientId(),
                        Actors.of(scope),
                        action,
                        AuditEntry.Outcome.OK,
                        "membership",
                        user.value(),
                        Map.of("role", role),
                        Map.of(),
                        origin));
    }
}

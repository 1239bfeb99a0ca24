package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.Invitation;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.InvitationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of two invitations of one mailbox at once the index lets one in; the other is answered with it. */
final class InviteMemberService implements InviteMember {

    private static final String INVITATION = "invitation";
    private static final Duration LIFE = Duration.ofDays(7);

    private final IdentityPorts ports;
    private final SessionTokens tokens;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    InviteMemberService(
            IdentityPorts ports,
            SessionTokens tokens,
            AccountLetters letters,
            AuditTrail trail,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.ports = ports;
        this.tokens = tokens;
        this.letters = letters;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome invite(TenantScope scope, EmailAddress email, Role role, Origin origin) {
        if (!role.isMembership()) {
            throw new IllegalArgumentException(role + " is no role of a membership");
        }
        Role required = role == Role.OWNER ? Role.OWNER : Role.ADMIN;
        if (!scope.role().permits(required)) {
            return new Outcome.RoleRequired(required);
        }
        try {
            return units.onPlatform(() -> inviteInside(scope, email, role, origin));
        } catch (UniqueViolation raced) {
            return units.onPlatform(() -> ports.invitations().pending(scope.clientId(), email.key()))
                    .<Outcome>map(Outcome.Pending::new)
                    .orElseThrow(() -> raced);
        }
    }

    private Outcome inviteInside(TenantScope scope, EmailAddress email, Role role, Origin origin) {
        boolean eligible = ports.clients()
                .find(scope.clientId())
                .filter(client -> client.mode() == ClientMode.LIVE)
                .isPresent();
        if (!eligible) {
            return new Outcome.NotEligible();
        }
        boolean member = ports.users().members(scope.clientId()).stream()
                .anyMatch(one -> one.user().email().key().equals(email.key()));
        if (member) {
            return new Outcome.AlreadyMember();
        }
        Optional<Invitation> pending = ports.invitations().pending(scope.clientId(), email.key());
        if (pending.isPresent()) {
            if (pending.get().isOpen(clock.now())) {
                return new Outcome.Pending(pending.get());
            }
            ports.invitations().update(pending.get().revoked(clock.now()));
        }
        return issued(scope, email.key(), role, origin);
    }

    @Override
    public List<Standing> pending(TenantScope scope) {
        Instant now = clock.now();
        return units.onPlatform(() -> ports.invitations().open(scope.clientId())).stream()
                .map(invitation -> new Standing(invitation, !invitation.isOpen(now)))
                .toList();
    }

    @Override
    public boolean revoke(TenantScope scope, InvitationId id, Origin origin) {
        return units.onPlatform(() -> standing(scope, id)
                .map(invitation -> takenBack(scope, invitation, origin))
                .isPresent());
    }

    @Override
    public Optional<Outcome> renew(TenantScope scope, InvitationId id, Origin origin) {
        return units.onPlatform(() -> standing(scope, id).map(invitation -> {
            Role required = invitation.role() == Role.OWNER ? Role.OWNER : Role.ADMIN;
            if (!scope.role().permits(required)) {
                return new Outcome.RoleRequired(required);
            }
            takenBack(scope, invitation, origin);
            return issued(scope, invitation.email(), invitation.role(), origin);
        }));
    }

    private Optional<Invitation> standing(TenantScope scope, InvitationId id) {
        return ports.invitations()
                .findForUpdate(scope.clientId(), id)
                .filter(invitation -> invitation.acceptedAt() == null && invitation.revokedAt() == null);
    }

    private Invitation takenBack(TenantScope scope, Invitation invitation, Origin origin) {
        Invitation revoked = invitation.revoked(clock.now());
        ports.invitations().update(revoked);
        trail.change(
                AuditTrail.actor(scope),
                AuditAction.DELETE,
                scope.clientId(),
                INVITATION,
                invitation.id().value(),
                Map.of(),
                origin);
        return revoked;
    }

    private Outcome issued(TenantScope scope, EmailKey email, Role role, Origin origin) {
        SecretText token = tokens.random();
        Invitation invitation = new Invitation(
                new InvitationId(ids.next()),
                scope.clientId(),
                email,
                role,
                SessionTokens.hash(token),
                scope.userId(),
                clock.now().plus(LIFE),
                null,
                null);
        ports.invitations().insert(invitation);
        ports.clients()
                .find(scope.clientId())
                .ifPresent(client -> letters.invited(new EmailAddress(email.value()), client.name(), token));
        trail.change(
                AuditTrail.actor(scope),
                AuditAction.CREATE,
                scope.clientId(),
                INVITATION,
                invitation.id().value(),
                Map.of("role", new Change(null, role.wire())),
                origin);
        return new Outcome.Invited(invitation, token);
    }
}

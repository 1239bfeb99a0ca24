package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Invitation;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The link is looked at twice on sign-up, because the slow hash in between is made outside any transaction. */
final class AcceptInvitationService implements AcceptInvitation {

    private final IdentityPorts ports;
    private final NewMembers members;
    private final UnitOfWork units;
    private final ClockPort clock;

    AcceptInvitationService(IdentityPorts ports, NewMembers members, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.members = members;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Offer> look(SecretText token) {
        return units.onPlatform(() -> open(token)
                .flatMap(invitation -> ports.clients()
                        .find(invitation.clientId())
                        .map(client -> new Offer(
                                client.name(),
                                Optional.ofNullable(invitation.invitedBy())
                                        .flatMap(ports.users()::find)
                                        .map(User::fullName)
                                        .orElse(null),
                                invitation.role(),
                                address(invitation),
                                ports.users().findByEmail(invitation.email()).isPresent()))));
    }

    @Override
    public Outcome accept(SecretText token, Principal principal, Origin origin) {
        EmailKey email = principal.email().key();
        return withOpen(token, invitation -> {
            if (!invitation.email().equals(email)) {
                return new Outcome.EmailMismatch();
            }
            return join(invitation, principal.userId(), origin);
        });
    }

    @Override
    public Outcome signUp(SecretText token, String fullName, SecretText password, Origin origin) {
        if (!NewMembers.isName(fullName)) {
            return new Outcome.InvalidName();
        }
        Optional<Outcome> refusal = check(token, password);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String hash = ports.passwords().hash(password);
        return withOpen(token, invitation -> {
            if (ports.users().findByEmail(invitation.email()).isPresent()) {
                return new Outcome.UserExists();
            }
            User user = members.create(address(invitation), fullName, hash, Optional.empty(), origin);
            return join(invitation, user.id(), origin);
        });
    }

    private Optional<Outcome> check(SecretText token, SecretText password) {
        return units.onPlatform(() -> {
            Optional<Invitation> open = open(token);
            if (open.isEmpty()) {
                return Optional.of(new Outcome.LinkExpired());
            }
            Invitation invitation = open.get();
            List<String> companies = ports.clients().find(invitation.clientId()).map(Client::name).stream()
                    .toList();
            return ChosenPassword.faultOf(password, address(invitation), companies)
                    .map(Outcome.WeakPassword::new);
        });
    }

    private Outcome withOpen(SecretText token, Function<Invitation, Outcome> then) {
        return units.onPlatform(() -> open(token).map(then).orElseGet(Outcome.LinkExpired::new));
    }

    private Optional<Invitation> open(SecretText token) {
        return ports.invitations()
                .findForUpdate(SessionTokens.hash(token))
                .filter(invitation -> invitation.isOpen(clock.now()))
                .filter(invitation ->
                        ports.clients().find(invitation.clientId()).isPresent());
    }

    private Outcome join(Invitation invitation, UserId user, Origin origin) {
        ports.invitations().update(invitation.accepted(clock.now()));
        Optional<Membership> there = ports.users().membership(invitation.clientId(), user);
        if (there.isPresent()) {
            return new Outcome.Joined(there.get());
        }
        Membership membership = new Membership(invitation.clientId(), user, invitation.role(), clock.now());
        members.join(membership, Actor.user(user.value()), origin);
        return new Outcome.Joined(membership);
    }

    private static EmailAddress address(Invitation invitation) {
        return new EmailAddress(invitation.email().value());
    }
}

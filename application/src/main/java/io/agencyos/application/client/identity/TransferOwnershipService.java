package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.OneTimeToken;
import io.agencyos.domain.client.identity.OneTimeToken.Purpose;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The client's row is held while roles change, as whoever changes members does it. A link counts only while who sent it is
 * an owner, so that of two links of one owner only the first does.
 */
final class TransferOwnershipService implements TransferOwnership {

    private static final Duration LINK = Duration.ofHours(24);
    private static final String CLIENT = "client_id";
    private static final String FROM = "from";

    private final IdentityPorts ports;
    private final SessionTokens tokens;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    TransferOwnershipService(
            IdentityPorts ports,
            SessionTokens tokens,
            AccountLetters letters,
            AuditTrail trail,
            UnitOfWork units,
            ClockPort clock) {
        this.ports = ports;
        this.tokens = tokens;
        this.letters = letters;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Offer offer(TenantScope owner, UserId member, Origin origin) {
        UserId from = owner.userId();
        if (from == null || owner.role() != Role.OWNER) {
            throw new IllegalArgumentException("only an owner hands a client over");
        }
        return units.onPlatform(() -> {
            Optional<Client> client = live(owner.clientId());
            if (client.isEmpty()) {
                return new Offer.NotEligible();
            }
            Optional<User> named = ports.users()
                    .membership(owner.clientId(), member)
                    .flatMap(membership -> ports.users().find(member));
            if (named.isEmpty()) {
                return new Offer.NotFound();
            }
            if (is(owner.clientId(), member, Role.OWNER)) {
                return new Offer.NotEligible();
            }
            Instant until = clock.now().plus(LINK);
            SecretText token = tokens.random();
            ports.oneTimeTokens()
                    .insert(new OneTimeToken(
                            SessionTokens.hash(token),
                            Purpose.OWNER_TRANSFER,
                            member,
                            Map.of(CLIENT, owner.clientId().text(), FROM, from.text()),
                            until,
                            null));
            letters.ownership(named.get().email(), client.get().name(), token);
            return new Offer.Sent(until);
        });
    }

    @Override
    public Answer accept(SecretText token, Principal principal, Origin origin) {
        return units.onPlatform(() -> {
            Optional<OneTimeToken> link = ports.oneTimeTokens()
                    .findForUpdate(SessionTokens.hash(token))
                    .filter(found -> found.purpose() == Purpose.OWNER_TRANSFER);
            if (link.filter(found -> !principal.userId().equals(found.user())).isPresent()) {
                return new Answer.NotYours();
            }
            return link.filter(found -> found.isOpen(clock.now()))
                    .<Answer>flatMap(found -> handedOver(found, principal.userId(), origin))
                    .orElseGet(Answer.LinkExpired::new);
        });
    }

    private Optional<Answer> handedOver(OneTimeToken link, UserId to, Origin origin) {
        ClientId client =
                EntityId.parse(link.payload().get(CLIENT), ClientId::new).orElseThrow();
        UserId from = EntityId.parse(link.payload().get(FROM), UserId::new).orElseThrow();
        Optional<Membership> next = live(client).flatMap(open -> ports.users().membership(client, to));
        if (next.isEmpty() || !is(client, from, Role.OWNER)) {
            return Optional.empty();
        }
        ports.oneTimeTokens().update(link.used(clock.now()));
        change(next.get(), Role.OWNER, to, origin);
        change(ports.users().membership(client, from).orElseThrow(), Role.ADMIN, to, origin);
        return Optional.of(new Answer.Transferred(client));
    }

    private void change(Membership before, Role role, UserId by, Origin origin) {
        ports.users().putMembership(before.as(role));
        trail.change(
                Actor.user(by.value()),
                AuditAction.UPDATE,
                before.clientId(),
                "membership",
                before.userId().value(),
                Map.of("role", new Change(before.role().wire(), role.wire())),
                origin);
    }

    private Optional<Client> live(ClientId client) {
        return ports.clients().findForUpdate(client).filter(open -> open.mode() == ClientMode.LIVE);
    }

    private boolean is(ClientId client, UserId user, Role role) {
        return ports.users()
                .membership(client, user)
                .filter(membership -> membership.role() == role)
                .isPresent();
    }
}

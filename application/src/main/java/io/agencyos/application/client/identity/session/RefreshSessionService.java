package io.agencyos.application.client.identity.session;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import java.time.Instant;
import java.util.Optional;

/** The person is held before the token is looked at, so of two uses at once exactly one is the first. */
public final class RefreshSessionService implements RefreshSession {

    private final IdentityPorts ports;
    private final SessionTokens tokens;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    public RefreshSessionService(
            IdentityPorts ports, SessionTokens tokens, AuditTrail trail, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.tokens = tokens;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Tokens> refresh(SecretText refreshToken, Origin origin) {
        String hash = SessionTokens.hash(refreshToken);
        return units.onPlatform(() -> ports.sessions().find(hash).flatMap(session -> {
                    Optional<User> user = ports.users().findForUpdate(session.userId());
                    return ports.sessions().find(hash).flatMap(held -> rotate(held, user, origin));
                }))
                .map(tokens::tokens);
    }

    private Optional<SessionTokens.Fresh> rotate(SignedInSession session, Optional<User> user, Origin origin) {
        Instant now = clock.now();
        if (session.replacedBy() != null) {
            if (ports.sessions().revokeFamily(session.family(), now) > 0) {
                trail.session(
                        AuditAction.AUTH_REFRESH_REUSE,
                        session.userId(),
                        session.family(),
                        AuditEntry.Outcome.DENIED,
                        origin);
            }
            return Optional.empty();
        }
        if (!session.isUsable(now) || user.filter(person -> !person.suspended()).isEmpty()) {
            return Optional.empty();
        }
        SessionTokens.Fresh next = tokens.store(session.userId(), session.family(), session.secondFactor(), origin);
        ports.sessions().update(session.replaced(next.session().id(), now));
        return Optional.of(next);
    }
}

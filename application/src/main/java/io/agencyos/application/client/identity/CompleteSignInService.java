package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.session.Tokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.OneTimeToken;
import io.agencyos.domain.client.identity.OneTimeToken.Purpose;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Wrong codes are counted on the first half of the sign-in, which they end. */
final class CompleteSignInService implements CompleteSignIn {

    private static final int MOST_WRONG = 5;
    private static final String WRONG = "wrong";

    private final IdentityPorts ports;
    private final SessionTokens tokens;
    private final Codes codes;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    CompleteSignInService(
            IdentityPorts ports,
            SessionTokens tokens,
            Codes codes,
            AuditTrail trail,
            UnitOfWork units,
            ClockPort clock) {
        this.ports = ports;
        this.tokens = tokens;
        this.codes = codes;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Tokens> complete(SecretText mfaToken, String code, Origin origin) {
        return units.onPlatform(() -> ports.oneTimeTokens()
                        .findForUpdate(SessionTokens.hash(mfaToken))
                        .filter(half -> half.purpose() == Purpose.MFA && half.isOpen(clock.now()))
                        .flatMap(half -> completed(half, code, origin)))
                .map(tokens::tokens);
    }

    private Optional<SessionTokens.Fresh> completed(OneTimeToken half, String code, Origin origin) {
        Optional<User> user = Optional.ofNullable(half.user())
                .flatMap(ports.users()::findForUpdate)
                .filter(person -> !person.suspended());
        if (user.isEmpty()) {
            return Optional.empty();
        }
        boolean byMail = MailedCode.isAwaitedBy(half);
        if (!(byMail ? MailedCode.matches(half, code) : codes.take(user.get().id(), code))) {
            int wrong = Integer.parseInt(half.payload().getOrDefault(WRONG, "0")) + 1;
            OneTimeToken counted = half.with(counted(half.payload(), wrong));
            ports.oneTimeTokens().update(wrong < MOST_WRONG ? counted : counted.used(clock.now()));
            trail.signInFailed(user.get().id(), origin);
            return Optional.empty();
        }
        ports.oneTimeTokens().update(half.used(clock.now()));
        ports.users().signedIn(user.get().id(), clock.now());
        SessionTokens.Fresh fresh = tokens.store(user.get().id(), null, !byMail, origin);
        trail.session(AuditAction.AUTH_LOGIN, user.get().id(), fresh.session().family(), AuditEntry.Outcome.OK, origin);
        return Optional.of(fresh);
    }

    private static Map<String, String> counted(Map<String, String> payload, int wrong) {
        Map<String, String> next = new HashMap<>(payload);
        next.put(WRONG, Integer.toString(wrong));
        return next;
    }
}

package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.OneTimeToken;
import io.agencyos.domain.client.identity.OneTimeToken.Purpose;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each start offers a code of its own; with the first of the staff all are void. */
final class SetUpPlatformService implements SetUpPlatform {

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final IdentityPorts ports;
    private final SessionTokens tokens;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    SetUpPlatformService(
            IdentityPorts ports,
            SessionTokens tokens,
            AuditTrail trail,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.ports = ports;
        this.tokens = tokens;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Optional<SecretText> offer() {
        SecretText code = tokens.random();
        return units.onPlatform(() -> {
            if (ports.users().staffExists()) {
                return Optional.empty();
            }
            ports.oneTimeTokens()
                    .insert(new OneTimeToken(
                            SessionTokens.hash(code),
                            Purpose.SETUP,
                            null,
                            Map.of(),
                            clock.now().plus(LIFE),
                            null));
            return Optional.of(code);
        });
    }

    @Override
    public Outcome complete(SecretText code, String fullName, EmailAddress email, SecretText password, Origin origin) {
        if (units.onPlatform(() -> open(code)).isEmpty()) {
            return new Outcome.NotFound();
        }
        Optional<PasswordPolicy.Fault> fault = ChosenPassword.faultOf(password, email, List.of());
        if (fault.isPresent()) {
            return new Outcome.WeakPassword(fault.get());
        }
        String hash = ports.passwords().hash(password);
        return units.onPlatform(() -> open(code)
                .map(token -> made(token, fullName, email, hash, origin))
                .orElseGet(Outcome.NotFound::new));
    }

    private Optional<OneTimeToken> open(SecretText code) {
        return ports.oneTimeTokens()
                .findForUpdate(SessionTokens.hash(code))
                .filter(token -> token.purpose() == Purpose.SETUP && token.isOpen(clock.now()))
                .filter(token -> !ports.users().staffExists());
    }

    private Outcome made(OneTimeToken token, String fullName, EmailAddress email, String hash, Origin origin) {
        if (ports.users().findByEmail(email.key()).isPresent()) {
            return new Outcome.AddressTaken();
        }
        User staff = new User(new UserId(ids.next()), email, fullName.strip(), hash, true, false, clock.now(), 0);
        ports.users().insert(staff);
        ports.oneTimeTokens().update(token.used(clock.now()));
        trail.change(
                Actor.system(),
                AuditAction.CREATE,
                null,
                "user",
                staff.id().value(),
                Map.of("is_platform_admin", new Change(null, "true")),
                origin);
        return new Outcome.Made(staff.id());
    }
}

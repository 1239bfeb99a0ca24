package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.ClientAccess;
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
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hashes are made outside any unit of work; hash, end of sign-ins, audit entry and letter are one. */
final class Passwords implements ChangePassword, RecoverPassword {

    private static final Duration LINK = Duration.ofMinutes(30);

    private final IdentityPorts ports;
    private final SessionTokens tokens;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    Passwords(
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
    public ChangePassword.Outcome change(Principal principal, SecretText current, SecretText next, Origin origin) {
        if (!isPassword(principal.userId(), current)) {
            return new ChangePassword.Outcome.WrongPassword();
        }
        List<String> companies =
                principal.access().stream().map(ClientAccess::name).toList();
        Optional<PasswordPolicy.Fault> fault = ChosenPassword.faultOf(next, principal.email(), companies);
        if (fault.isPresent()) {
            return new ChangePassword.Outcome.WeakPassword(fault.get());
        }
        String hash = ports.passwords().hash(next);
        return units.onPlatform(() -> ports.users()
                .findForUpdate(principal.userId())
                .<ChangePassword.Outcome>map(
                        user -> new ChangePassword.Outcome.Changed(changed(user, hash, principal.family(), origin)))
                .orElseGet(ChangePassword.Outcome.WrongPassword::new));
    }

    /** Whether the person has this password. */
    boolean isPassword(UserId id, SecretText password) {
        String hash = units.onPlatform(() -> ports.users().find(id))
                .map(User::passwordHash)
                .orElse(null);
        if (hash == null) {
            ports.passwords().matchNobody(password);
            return false;
        }
        return ports.passwords().matches(password, hash);
    }

    /** @param kept the sign-in that goes on, null for none */
    private int changed(User user, String hash, @Nullable SessionId kept, Origin origin) {
        User changed = ports.users().update(user.withPasswordHash(hash));
        int ended = kept == null
                ? ports.sessions().revokeAll(changed.id(), clock.now())
                : ports.sessions().revokeOthers(changed.id(), kept, clock.now());
        ports.oneTimeTokens().close(changed.id(), Purpose.RESET, clock.now());
        trail.change(
                Actor.user(changed.id().value()),
                AuditAction.AUTH_PASSWORD_CHANGED,
                null,
                "user",
                changed.id().value(),
                Map.of("password", new Change("set", "set anew")),
                origin);
        letters.passwordChanged(changed.email());
        return ended;
    }

    @Override
    public void request(EmailAddress email, Origin origin) {
        SecretText token = tokens.random();
        units.onPlatform(() -> ports.users()
                .findByEmail(email.key())
                .filter(user -> !user.suspended() && user.passwordHash() != null)
                .ifPresent(user -> {
                    ports.oneTimeTokens().close(user.id(), Purpose.RESET, clock.now());
                    ports.oneTimeTokens()
                            .insert(new OneTimeToken(
                                    SessionTokens.hash(token),
                                    Purpose.RESET,
                                    user.id(),
                                    Map.of(),
                                    clock.now().plus(LINK),
                                    null));
                    letters.reset(user.email(), token);
                }));
    }

    @Override
    public RecoverPassword.Outcome reset(SecretText token, SecretText password, Origin origin) {
        Optional<User> asked = units.onPlatform(() -> open(token));
        if (asked.isEmpty()) {
            return new RecoverPassword.Outcome.LinkExpired();
        }
        List<String> companies = units
                .onPlatform(() -> ports.users().access(asked.get().id()))
                .stream()
                .map(ClientAccess::name)
                .toList();
        Optional<PasswordPolicy.Fault> fault =
                ChosenPassword.faultOf(password, asked.get().email(), companies);
        if (fault.isPresent()) {
            return new RecoverPassword.Outcome.WeakPassword(fault.get());
        }
        String hash = ports.passwords().hash(password);
        return units.onPlatform(() -> open(token)
                .<RecoverPassword.Outcome>map(
                        user -> new RecoverPassword.Outcome.Reset(changed(user, hash, null, origin)))
                .orElseGet(RecoverPassword.Outcome.LinkExpired::new));
    }

    private Optional<User> open(SecretText token) {
        return ports.oneTimeTokens()
                .findForUpdate(SessionTokens.hash(token))
                .filter(link -> link.purpose() == Purpose.RESET && link.isOpen(clock.now()))
                .map(OneTimeToken::user)
                .flatMap(ports.users()::findForUpdate)
                .filter(user -> !user.suspended());
    }
}

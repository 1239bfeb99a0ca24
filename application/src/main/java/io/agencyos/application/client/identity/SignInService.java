package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.session.SessionTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.client.identity.store.SignInAttempts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.OneTimeToken;
import io.agencyos.domain.client.identity.SecondFactor;
import io.agencyos.domain.client.identity.SignInThrottle;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Counts first, then looks at the password outside any transaction, then signs in or leaves the failure standing. */
final class SignInService implements SignIn {

    /** How long the first half of a sign-in waits for its code. */
    private static final Duration HALF = Duration.ofMinutes(5);

    private final IdentityPorts ports;
    private final SessionTokens tokens;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    SignInService(
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

    private sealed interface Door {

        /** @param proof whether the password alone is none */
        record Open(SignInAttempts.Attempt attempt, Optional<User> user, boolean proof) implements Door {}

        record Closed(Duration retryAfter) implements Door {}
    }

    @Override
    public Outcome signIn(Request request) {
        Optional<EmailKey> key =
                EmailAddress.parse(request.email()).toOptional().map(EmailAddress::key);
        return switch (units.onPlatform(() -> knock(request, key))) {
            case Door.Closed(Duration retryAfter) -> new Outcome.Throttled(retryAfter);
            case Door.Open(SignInAttempts.Attempt attempt, Optional<User> user, boolean proof) -> {
                if (matches(request.password(), user)) {
                    yield admit(request, attempt, user.orElseThrow(), proof);
                }
                units.onPlatform(() -> trail.signInFailed(user.map(User::id).orElse(null), request.origin()));
                yield new Outcome.BadCredentials();
            }
        };
    }

    /** An unreadable address is counted too, by its text, so that it cannot be told from an unknown one. */
    private Door knock(Request request, Optional<EmailKey> key) {
        Instant now = clock.now();
        String address =
                key.map(EmailKey::value).orElseGet(() -> request.email().strip().toLowerCase(Locale.ROOT));
        String hash = Digests.sha256Hex(address);
        SignInAttempts attempts = ports.attempts();
        attempts.hold(hash);
        Instant since = SignInThrottle.horizon(now);
        Optional<Instant> closed = SignInThrottle.closedUntil(
                attempts.failuresFromNetwork(
                        hash, request.origin().ip(), since, SignInThrottle.FAILURES_FROM_ONE_NETWORK),
                now);
        if (closed.isPresent()) {
            return new Door.Closed(Duration.between(now, closed.get()));
        }
        boolean proof =
                SignInThrottle.needsProof(attempts.failures(hash, since, SignInThrottle.FAILURES_FROM_ANYWHERE), now);
        var attempt =
                new SignInAttempts.Attempt(ids.next(), hash, request.origin().ip(), false, now);
        attempts.add(attempt);
        return new Door.Open(attempt, key.flatMap(ports.users()::findByEmail), proof);
    }

    private boolean matches(SecretText password, Optional<User> user) {
        String hash = user.map(User::passwordHash).orElse(null);
        if (hash == null) {
            ports.passwords().matchNobody(password);
            return false;
        }
        return ports.passwords().matches(password, hash) && !user.orElseThrow().suspended();
    }

    private Outcome admit(Request request, SignInAttempts.Attempt attempt, User matched, boolean proof) {
        String hash = Objects.requireNonNull(matched.passwordHash());
        Optional<String> stronger = ports.passwords().isOutdated(hash)
                ? Optional.of(ports.passwords().hash(request.password()))
                : Optional.empty();
        Optional<Admitted> admitted = units.onPlatform(() -> ports.users()
                .findForUpdate(matched.id())
                .filter(user -> !user.suspended() && hash.equals(user.passwordHash()))
                .map(user -> open(user, stronger, attempt, proof, request.origin())));
        return admitted.<Outcome>map(door -> switch (door) {
                    case Admitted.Whole(SessionTokens.Fresh fresh) -> new Outcome.SignedIn(tokens.tokens(fresh));
                    case Admitted.Half(SecretText token, boolean byMail) -> new Outcome.CodeNeeded(token, byMail);
                })
                .orElseGet(Outcome.BadCredentials::new);
    }

    /** What the right password opened. */
    private sealed interface Admitted {

        record Whole(SessionTokens.Fresh fresh) implements Admitted {}

        record Half(SecretText token, boolean byMail) implements Admitted {}
    }

    private Admitted open(
            User user, Optional<String> stronger, SignInAttempts.Attempt attempt, boolean proof, Origin origin) {
        ports.attempts().succeeded(attempt);
        stronger.ifPresent(hash -> ports.users().update(user.withPasswordHash(hash)));
        if (ports.secondFactors()
                .find(user.id())
                .filter(SecondFactor::isConfirmed)
                .isPresent()) {
            return new Admitted.Half(half(user, Map.of()), false);
        }
        if (proof) {
            SecretText code = tokens.mailedCode();
            letters.code(user.email(), code);
            return new Admitted.Half(half(user, MailedCode.payload(code)), true);
        }
        ports.users().signedIn(user.id(), clock.now());
        SessionTokens.Fresh stored = tokens.store(user.id(), null, false, origin);
        trail.session(AuditAction.AUTH_LOGIN, user.id(), stored.session().family(), AuditEntry.Outcome.OK, origin);
        return new Admitted.Whole(stored);
    }

    private SecretText half(User user, Map<String, String> payload) {
        SecretText token = tokens.random();
        ports.oneTimeTokens()
                .insert(new OneTimeToken(
                        SessionTokens.hash(token),
                        OneTimeToken.Purpose.MFA,
                        user.id(),
                        payload,
                        clock.now().plus(HALF),
                        null));
        return token;
    }
}

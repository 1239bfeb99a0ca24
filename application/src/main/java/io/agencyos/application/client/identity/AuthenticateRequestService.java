package io.agencyos.application.client.identity;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.SignedInSession;
import io.agencyos.domain.client.User;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The token says who; what the person may do is asked of the database at each request: here, or along with the request's
 * first question for whom is remembered.
 */
final class AuthenticateRequestService implements AuthenticateRequest {

    /** Only names and addresses can be this old in an answer: what somebody may do is confirmed at every request. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int MOST = 10_000;

    private final IdentityPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    private final Map<SessionId, Found> found = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Found> eldest) {
            return size() > MOST;
        }
    };

    private record Found(Principal principal, Instant at) {}

    AuthenticateRequestService(IdentityPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Principal> authenticate(SecretText bearerToken) {
        return ports.accessTokens().read(bearerToken).flatMap(claims -> {
            Optional<Principal> principal = units.readingPlatform(() -> principal(claims));
            remember(claims.family(), principal);
            return principal;
        });
    }

    @Override
    public Optional<Principal> remembered(SecretText bearerToken) {
        return ports.accessTokens().read(bearerToken).flatMap(claims -> {
            synchronized (found) {
                return Optional.ofNullable(found.get(claims.family()))
                        .filter(one -> clock.now().isBefore(one.at().plus(REMEMBERED)))
                        .map(Found::principal)
                        .filter(principal -> principal.userId().equals(claims.user()));
            }
        });
    }

    private void remember(SessionId family, Optional<Principal> principal) {
        Instant now = clock.now();
        synchronized (found) {
            principal.ifPresentOrElse(person -> found.put(family, new Found(person, now)), () -> found.remove(family));
        }
    }

    private Optional<Principal> principal(AccessTokens.Claims claims) {
        Optional<User> user = ports.users().find(claims.user()).filter(person -> !person.suspended());
        Optional<SignedInSession> session = ports.sessions().usable(claims.family(), clock.now());
        return user.flatMap(person -> session.map(signedIn -> new Principal(
                person.id(),
                person.email(),
                person.fullName(),
                person.platformAdmin(),
                ports.users().access(person.id()),
                claims.family(),
                signedIn.secondFactor())));
    }
}

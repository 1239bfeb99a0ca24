package io.agencyos.application.client.identity.session;

import io.agencyos.application.client.identity.store.AccessTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.SecretText;
import java.util.Optional;

/**
 * The token says who; what the person may do is asked of the database at each request: here, or along with the request's
 * first question for whom is remembered.
 */
public final class AuthenticateRequestService implements AuthenticateRequest {

    private final IdentityPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    private final RecentCallers recent;

    public AuthenticateRequestService(IdentityPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.recent = new RecentCallers(clock);
    }

    @Override
    public Optional<Principal> authenticate(SecretText bearerToken) {
        return ports.accessTokens().read(bearerToken).flatMap(claims -> {
            Optional<Principal> principal = units.readingPlatform(() -> principal(claims));
            recent.put(claims.family(), principal);
            return principal;
        });
    }

    @Override
    public Optional<Principal> remembered(SecretText bearerToken) {
        return ports.accessTokens()
                .read(bearerToken)
                .flatMap(claims -> recent.find(claims.family())
                        .filter(principal -> principal.userId().equals(claims.user())));
    }

    private Optional<Principal> principal(AccessTokens.Claims claims) {
        Optional<User> user = ports.users().find(claims.user()).filter(person -> !person.suspended());
        Optional<SignedInSession> session = ports.sessions().usable(claims.family(), clock.now());
        return user.flatMap(person ->
                session.map(signedIn -> Principal.of(person, ports.users().access(person.id()), signedIn)));
    }
}

package io.agencyos.application.client;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.SignedInSession;
import io.agencyos.domain.client.User;
import io.agencyos.domain.shared.SecretText;
import java.util.Optional;

/** The token says who; everything else is asked of the database at each request. */
final class AuthenticateRequestService implements AuthenticateRequest {

    private final IdentityPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    AuthenticateRequestService(IdentityPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Principal> authenticate(SecretText bearerToken) {
        return ports.accessTokens().read(bearerToken).flatMap(claims -> units.onPlatform(() -> principal(claims)));
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

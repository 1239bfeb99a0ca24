package io.agencyos.application.client.identity.session;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A signed-in person and what the person may enter.
 *
 * @param platformAdmin staff of the platform, which makes nobody a member of a client
 * @param family the sign-in
 * @param secondFactor whether the sign-in has it
 */
public record Principal(
        UserId userId,
        EmailAddress email,
        String fullName,
        boolean platformAdmin,
        List<ClientAccess> access,
        SessionId family,
        boolean secondFactor) {

    public Principal {
        access = List.copyOf(access);
    }

    /** A person in a sign-in. */
    public static Principal of(User person, List<ClientAccess> access, SignedInSession signedIn) {
        return new Principal(
                person.id(),
                person.email(),
                person.fullName(),
                person.platformAdmin(),
                access,
                signedIn.family(),
                signedIn.secondFactor());
    }

    /** Whether a client may be entered only with a second factor, which this sign-in has not. Source: api 2. */
    public boolean lacksSecondFactorIn(ClientId client) {
        return !secondFactor
                && access.stream()
                        .anyMatch(entry ->
                                entry.requiresSecondFactor() && entry.clientId().equals(client));
    }

    /** The scope for a client; empty for a client that is not the person's, which is told like one that does not exist. */
    public Optional<TenantScope> scopeIn(ClientId client) {
        return access.stream()
                .filter(entry -> entry.clientId().equals(client))
                .findFirst()
                .map(entry -> new TenantScope(client, userId, entry.role()));
    }
}

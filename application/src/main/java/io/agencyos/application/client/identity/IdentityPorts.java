package io.agencyos.application.client.identity;

import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Audit;

/** What signing in needs from outside. */
public record IdentityPorts(
        Clients clients,
        Users users,
        Invitations invitations,
        SignedInSessions sessions,
        SignInAttempts attempts,
        PasswordHasher passwords,
        AccessTokens accessTokens,
        Audit audit,
        AccountStores accounts) {

    OneTimeTokens oneTimeTokens() {
        return accounts.oneTimeTokens();
    }

    SecondFactors secondFactors() {
        return accounts.secondFactors();
    }
}

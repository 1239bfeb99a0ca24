package io.agencyos.application.client.identity.store;

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

    public OneTimeTokens oneTimeTokens() {
        return accounts.oneTimeTokens();
    }

    public SecondFactors secondFactors() {
        return accounts.secondFactors();
    }
}

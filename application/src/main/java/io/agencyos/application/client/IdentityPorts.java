package io.agencyos.application.client;

import io.agencyos.application.platform.Audit;

/** What signing in needs from outside. */
public record IdentityPorts(
        Clients clients,
        Users users,
        SignedInSessions sessions,
        SignInAttempts attempts,
        PasswordHasher passwords,
        AccessTokens accessTokens,
        Audit audit) {}

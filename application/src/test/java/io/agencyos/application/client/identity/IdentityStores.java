package io.agencyos.application.client.identity;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.identity.store.AccountStores;
import io.agencyos.application.client.identity.store.Invitations;
import io.agencyos.application.client.identity.store.SignInAttempts;
import io.agencyos.application.client.identity.store.SignedInSessions;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.UnitOfWork;

/** The stores that the kits of signing in run on, named once by each adapter. */
public record IdentityStores(
        UnitOfWork units,
        Clients clients,
        Credits credits,
        Users users,
        Invitations invitations,
        SignedInSessions sessions,
        SignInAttempts attempts,
        Audit audit,
        AccountStores accounts) {}

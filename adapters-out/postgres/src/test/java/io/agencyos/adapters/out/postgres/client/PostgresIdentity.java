package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.client.identity.store.AccountStores;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestSealer;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The stores of signing in, on one database. */
final class PostgresIdentity {

    private PostgresIdentity() {}

    static IdentityStores on(UnitOfWork units) {
        return new IdentityStores(
                units,
                new PostgresClients(UUID::randomUUID),
                new PostgresCredits(UUID::randomUUID),
                new PostgresUsers(),
                new PostgresInvitations(),
                new PostgresSignedInSessions(),
                new PostgresSignInAttempts(),
                new PostgresAudit(),
                new AccountStores(
                        new PostgresOneTimeTokens(),
                        new PostgresSecondFactors(),
                        new PostgresAccountMails(new TestSealer()),
                        new TestSealer(),
                        () -> Optional.of(URI.create("https://os.agency.example"))));
    }
}

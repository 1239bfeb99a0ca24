package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.client.identity.store.AccountStores;
import io.agencyos.application.testing.TestSealer;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The stores of signing in, on one unit of work. */
final class MemoryIdentity {

    private MemoryIdentity() {}

    static IdentityStores on(MemoryUnitOfWork units) {
        MemoryClients clients = new MemoryClients(units);
        return new IdentityStores(
                units,
                clients,
                new MemoryCredits(units, UUID::randomUUID),
                new MemoryUsers(units, clients),
                new MemoryInvitations(units),
                new MemorySignedInSessions(units),
                new MemorySignInAttempts(units),
                new MemoryAudit(units),
                new AccountStores(
                        new MemoryOneTimeTokens(units),
                        new MemorySecondFactors(units),
                        new MemoryAccountMails(units),
                        new TestSealer(),
                        () -> Optional.of(URI.create("https://os.agency.example"))));
    }
}

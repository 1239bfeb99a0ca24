package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;

/** What each client said last. */
public final class MemorySharingConsents implements SharingConsents {

    private record Said(ClientId client, boolean consent, Instant at) {}

    private final MemoryTable<ClientId, Said> table;

    public MemorySharingConsents(MemoryUnitOfWork units) {
        table = MemoryTable.<ClientId, Said>ofTenants("client", units, Said::client, Said::client)
                .writtenBy(Role.OWNER, Role.WORKER)
                .stamped(said -> said.client().value());
    }

    @Override
    public boolean given(ClientId client) {
        return table.find(client).map(Said::consent).orElse(false);
    }

    @Override
    public void say(ClientId client, boolean consent, Instant at) {
        table.put(new Said(client, consent, at));
    }
}

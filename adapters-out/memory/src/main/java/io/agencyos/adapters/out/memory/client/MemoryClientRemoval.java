package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.ClientRemoval;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.List;

/** Takes a client's rows out of every table of its units, the client's own among them. */
public final class MemoryClientRemoval implements ClientRemoval {

    private final MemoryUnitOfWork units;
    private final MemoryClients clients;

    public MemoryClientRemoval(MemoryUnitOfWork units, MemoryClients clients) {
        this.units = units;
        this.clients = clients;
    }

    @Override
    public List<Leaving> due(Instant now, int most) {
        return clients.leavingBy(now)
                .limit(most)
                .map(client -> new Leaving(
                        client.id(),
                        clients.withTwin(client.id())
                                .map(Client::id)
                                .filter(id -> !id.equals(client.id()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    @Override
    public void begin(Leaving leaving, Instant now) {
        clients.withTwin(leaving.live()).toList().forEach(client -> clients.delete(client, now));
    }

    @Override
    public int removeSome(ClientId client, int most, Instant now) {
        if (clients.stays(client)) {
            throw new IllegalStateException("client " + client.text() + " is not leaving");
        }
        return units.removeRows(most);
    }
}

package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.application.client.ClientRemoval;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a client's rows out of every table of its units, the client's own among them. */
public final class MemoryClientRemoval implements ClientRemoval {

    private final MemoryUnitOfWork units;
    private final MemoryClients clients;
    private final MemoryLeads leads;
    private final MemoryPoolPeople people;
    private final MemoryTable<ClientId, Begun> removals;

    /** @param world null once it is forgotten */
    private record Begun(ClientId live, @Nullable ClientId world, Instant at) {}

    public MemoryClientRemoval(
            MemoryUnitOfWork units, MemoryClients clients, MemoryLeads leads, MemoryPoolPeople people) {
        this.leads = leads;
        this.people = people;
        this.units = units;
        this.clients = clients;
        this.removals = MemoryTable.ofPlatform("client_removal", units, Begun::live);
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
        if (removals.find(leaving.live()).isEmpty()) {
            removals.put(new Begun(leaving.live(), leaving.twin(), now));
        }
    }

    @Override
    public List<ClientId> owedWorlds(int most) {
        return removals.rows()
                .sorted(Comparator.comparing(Begun::at))
                .flatMap(one -> Optional.ofNullable(one.world()).stream())
                .limit(most)
                .toList();
    }

    @Override
    public void worldForgotten(ClientId twin, Instant now) {
        removals.rows()
                .filter(one -> twin.equals(one.world()))
                .toList()
                .forEach(one -> removals.put(new Begun(one.live(), null, one.at())));
    }

    @Override
    public int removeSome(ClientId client, int most, Instant now) {
        if (clients.stays(client)) {
            throw new IllegalStateException("client " + client.text() + " is not leaving");
        }
        if (removals.find(client).isPresent()) {
            leads.all(client).forEach(this::outlive);
        }
        return units.removeRows(most);
    }

    private void outlive(Lead lead) {
        if (lead.poolPersonId() != null) {
            people.outlive(lead.id(), lead.poolPersonId());
        }
    }
}

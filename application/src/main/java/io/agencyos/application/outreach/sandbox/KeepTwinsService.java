package io.agencyos.application.outreach.sandbox;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** One for the life of a process: it remembers who stands. */
public final class KeepTwinsService implements KeepTwins {

    private final TwinPorts on;
    private final TwinFurniture furniture;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final Trouble trouble;
    /** Of whom nothing is to be done any more in the life of this process. */
    private final Set<ClientId> settled = ConcurrentHashMap.newKeySet();

    private final Set<ClientId> standing = ConcurrentHashMap.newKeySet();
    private final Map<ClientId, ReentrantLock> entrances = new ConcurrentHashMap<>();

    public KeepTwinsService(TwinPorts on, UnitOfWork units, ClockPort clock, Trouble trouble) {
        this.on = on;
        this.furniture = new TwinFurniture(on, units, clock, trouble);
        this.units = units;
        this.clock = clock;
        this.trouble = trouble;
    }

    @Override
    public void entered(ClientId client) {
        if (settled.contains(client)) {
            return;
        }
        if (!isTwin(client)) {
            settled.add(client);
        } else if (on.vendors().serve(client)) {
            ReentrantLock entrance = entrances.computeIfAbsent(client, fresh -> new ReentrantLock());
            entrance.lock();
            try {
                settle(client);
            } finally {
                entrance.unlock();
            }
        }
    }

    private boolean isTwin(ClientId client) {
        return units.reading(TenantScope.worker(client), () -> on.clients().mode(client))
                .filter(mode -> mode == ClientMode.TEST)
                .isPresent();
    }

    private void settle(ClientId client) {
        if (settled.contains(client)) {
            return;
        }
        try {
            Optional<Client> twin = units.onPlatform(() -> {
                on.clients().enter(client, clock.now());
                return on.clients().find(client);
            });
            if (twin.filter(furniture::furnish).isPresent()) {
                standing.add(client);
                settled.add(client);
            }
        } catch (RuntimeException failed) {
            trouble.failed(client, failed);
        }
    }

    @Override
    public void keep() {
        units.onPlatform(() -> on.clients().allServed()).stream()
                .filter(client -> client.mode() == ClientMode.TEST)
                .map(Client::id)
                .forEach(this::entered);
    }

    @Override
    public List<ClientId> standing() {
        return List.copyOf(standing);
    }

    @Override
    public boolean forget(ClientId twin) {
        settled.add(twin);
        standing.remove(twin);
        return on.vendors().forget(twin);
    }
}

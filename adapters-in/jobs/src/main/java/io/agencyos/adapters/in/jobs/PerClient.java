package io.agencyos.adapters.in.jobs;

import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done for every client in turn. A client whose turn fails is logged and does not keep the others waiting;
 * the order is rotated, so that no client is always the last. Source: flows 1.3.
 */
public final class PerClient implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PerClient.class);

    private final String name;
    private final Supplier<List<ClientId>> clients;
    private final Consumer<ClientId> work;
    private final Consumer<RuntimeException> failures;
    private int turn;

    public PerClient(String name, Supplier<List<ClientId>> clients, Consumer<ClientId> work) {
        this(name, clients, work, failure -> {});
    }

    /** @param failures hears of what failed for a client; must not fail itself */
    public PerClient(
            String name,
            Supplier<List<ClientId>> clients,
            Consumer<ClientId> work,
            Consumer<RuntimeException> failures) {
        this.failures = failures;
        this.name = name;
        this.clients = clients;
        this.work = work;
    }

    @Override
    public void run() {
        List<ClientId> order = new ArrayList<>(clients.get());
        if (order.isEmpty()) {
            return;
        }
        Collections.rotate(order, -(turn++ % order.size()));
        for (ClientId client : order) {
            try {
                work.accept(client);
            } catch (StorageUnavailable down) {
                // no client can be served; the next turn tries again
                throw down;
            } catch (RuntimeException failed) {
                LOG.error("job {} failed for client {}", name, client, failed);
                failures.accept(failed);
            }
        }
    }
}

package io.agencyos.adapters.in.jobs;

import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is shared out among the clients that have some: round after round, each gets a helping by its weight, and at most
 * fifty pieces at one tick. So whoever has thousands of them keeps nobody waiting. Source: outreach 3.2.
 */
public final class FairTurns implements Runnable {

    /** Pieces of one client at one tick. */
    public static final int MOST = 50;

    /** Pieces of a round for a weight of one; a weight of four has its fifty in one. */
    private static final int HELPING = 13;

    private static final Logger LOG = LoggerFactory.getLogger(FairTurns.class);

    /** One kind of work. */
    @FunctionalInterface
    public interface Work {

        /** Does so many at most and answers how many there were; fewer than asked for means that nothing is left. */
        int run(ClientId client, int limit);
    }

    private final String name;
    private final Supplier<List<ClientId>> clients;
    private final ToIntFunction<ClientId> weight;
    private final Work work;
    private final Consumer<RuntimeException> failures;
    private int turn;

    /** @param failures hears of what failed for a client; must not fail itself */
    public FairTurns(
            String name,
            Supplier<List<ClientId>> clients,
            ToIntFunction<ClientId> weight,
            Work work,
            Consumer<RuntimeException> failures) {
        this.name = name;
        this.clients = clients;
        this.weight = weight;
        this.work = work;
        this.failures = failures;
    }

    @Override
    public void run() {
        List<ClientId> order = new ArrayList<>(clients.get());
        if (order.isEmpty()) {
            return;
        }
        Collections.rotate(order, -(turn++ % order.size()));
        Map<ClientId, Integer> left = new LinkedHashMap<>();
        order.forEach(client -> left.put(client, MOST));
        while (!left.isEmpty()) {
            for (Iterator<Map.Entry<ClientId, Integer>> round = left.entrySet().iterator(); round.hasNext(); ) {
                Map.Entry<ClientId, Integer> one = round.next();
                int after = one.getValue() - served(one.getKey(), one.getValue());
                if (after > 0) {
                    one.setValue(after);
                } else {
                    round.remove();
                }
            }
        }
    }

    /** How much of what is left to a client is used up: all of it where nothing more is to be done. */
    private int served(ClientId client, int left) {
        try {
            int limit = Math.min(left, HELPING * weight.applyAsInt(client));
            return work.run(client, limit) < limit ? left : limit;
        } catch (StorageUnavailable down) {
            // no client can be served; the next tick tries again
            throw down;
        } catch (RuntimeException failed) {
            LOG.error("job {} failed for client {}", name, client, failed);
            failures.accept(failed);
            return left;
        }
    }
}

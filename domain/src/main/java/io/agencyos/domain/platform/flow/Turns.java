package io.agencyos.domain.platform.flow;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose work is done next when several clients want the same slots: whoever waited longest since its last turn, one turn
 * each, and a second one only when everybody who waits had his. Source: flows 1.3.
 */
public final class Turns {

    /** The client that platform-wide work is kept under. Source: flows 1.1. */
    public static final ClientId PLATFORM = new ClientId(new UUID(0, 0));

    private Turns() {}

    /**
     * What is known of one client's queue.
     *
     * @param weight of the client's plan; counts for sends only
     * @param dueAt when the first of its work is due
     * @param backlog due units of work, at least 1
     * @param inFlight turns that are not over yet
     * @param lastServedAt null for never
     */
    public record Queue(
            ClientId client,
            int weight,
            Instant dueAt,
            int backlog,
            int inFlight,
            @Nullable Instant lastServedAt) {}

    /** A turn, good for at most so many units. */
    public record Turn(ClientId client, int quantum) {}

    /** The turns of one tick, in the order in which they are given; never more than the free slots. */
    public static List<Turn> tick(WorkClass work, int freeSlots, List<Queue> queues, Instant now) {
        List<Queue> order = queues.stream()
                .filter(queue -> !queue.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Queue::lastServedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(queue -> queue.client().value()))
                .toList();
        Map<ClientId, Integer> given = new HashMap<>();
        List<Turn> turns = new ArrayList<>();
        boolean moved = true;
        while (moved && turns.size() < freeSlots) {
            moved = false;
            for (Queue queue : order) {
                int had = given.getOrDefault(queue.client(), 0);
                if (turns.size() < freeSlots && wantsMore(work, queue, had)) {
                    turns.add(new Turn(queue.client(), work.quantum(queue.weight())));
                    given.put(queue.client(), had + 1);
                    moved = true;
                }
            }
        }
        return turns;
    }

    private static boolean wantsMore(WorkClass work, Queue queue, int had) {
        return queue.inFlight() + had < work.most(queue.client())
                && (long) had * work.quantum(queue.weight()) < queue.backlog();
    }
}

package io.agencyos.application.conversation;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Answers for a client as soon as somebody rings. However many ring, one of them answers at a time, and once more for
 * those who rang meanwhile.
 */
public final class Doorbell {

    private final Consumer<ClientId> answer;
    private final Map<ClientId, Integer> rings = new ConcurrentHashMap<>();

    public Doorbell(Consumer<ClientId> answer) {
        this.answer = answer;
    }

    /** Comes back when this ring is answered, or when somebody else will answer it. */
    public void ring(ClientId client) {
        int rung = rings.merge(client, 1, Integer::sum);
        if (rung > 1) {
            return;
        }
        try {
            do {
                rung = rings.getOrDefault(client, 0);
                answer.accept(client);
            } while (!rings.remove(client, rung));
        } catch (RuntimeException broken) {
            // the next one who rings tries again
            rings.remove(client);
            throw broken;
        }
    }
}

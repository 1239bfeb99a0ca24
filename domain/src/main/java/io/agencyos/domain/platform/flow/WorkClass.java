package io.agencyos.domain.platform.flow;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;

/** Which queue a run waits in, in the order in which queues are served. Source: flows 1.3. */
public enum WorkClass implements Vocabulary {
    /** Somebody waits for it. */
    INTERACTIVE(100, 2, 1, 4),
    /** Answers of leads, and answers to them. */
    REPLY(90, 2, 10, 4),
    /** Events to projections and subscribers. */
    EVENT(80, 1, 200, 4),
    /** Touches that leave. */
    SEND(70, 3, 10, 16),
    /** Sourcing, enrichment, refresh, sync, health. */
    BATCH(40, 2, 1, 12),
    /** Patterns and what follows from them. */
    LEARNING(20, 1, 1, 2);

    private final int priority;
    private final int perClient;
    private final int quantum;
    private final int threadsPerNode;

    WorkClass(int priority, int perClient, int quantum, int threadsPerNode) {
        this.priority = priority;
        this.perClient = perClient;
        this.quantum = quantum;
        this.threadsPerNode = threadsPerNode;
    }

    /** Higher goes first. */
    public int priority() {
        return priority;
    }

    /** Most quanta of one client at the same time. */
    public int perClient() {
        return perClient;
    }

    /**
     * Most quanta of this client at the same time. The platform's own work is nobody's share: it may hold half of a node's
     * threads, so that the night's thirty flows do not wait for each other and clients never wait for all of them.
     */
    public int most(ClientId client) {
        return client.equals(Turns.PLATFORM) ? Math.max(perClient, threadsPerNode / 2) : perClient;
    }

    /** Units of work (sends, events, runs) that one turn is good for, before the client's weight. */
    public int quantum() {
        return quantum;
    }

    /** Units that one turn of a client of this weight is good for; only sends are weighted by plan. */
    public int quantum(int weight) {
        return this == SEND ? quantum * weight : quantum;
    }

    /** Most threads of one node that work of this class may hold. */
    public int threadsPerNode() {
        return threadsPerNode;
    }
}

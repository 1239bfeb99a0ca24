package io.agencyos.domain.scoring.weight;

import io.agencyos.domain.shared.Vocabulary;

/**
 * Where a set of scoring weights comes from, in the order of use: the first usable one wins. It stands here because
 * every score names its source. Source: vocabulary 20, scoring ALS-12.
 */
public enum WeightsSource implements Vocabulary {
    /** Learned from this client's outcomes and let through by the promotion gate. */
    CLIENT_LEARNED(Group.CLIENT),
    /** Set or accepted by the client's admin after a backtest. */
    CLIENT_CUSTOM(Group.CLIENT),
    /** Consenting clients of the same industry together. */
    PLATFORM_INDUSTRY(Group.PLATFORM),
    /** All consenting clients together. */
    PLATFORM_GLOBAL(Group.PLATFORM),
    /** Published averages; off unless switched on. */
    BENCHMARK(Group.BENCHMARK),
    /** The base set. */
    DEFAULT(Group.BASE);

    /** Who stands behind the numbers. */
    public enum Group implements Vocabulary {
        /** This client. */
        CLIENT,
        /** Clients that share what they learn. */
        PLATFORM,
        /** Published figures. */
        BENCHMARK,
        /** The product's own starting point. */
        BASE,
        /** What learning starts from: the first of the others that may be. */
        PRIOR
    }

    private final Group group;

    WeightsSource(Group group) {
        this.group = group;
    }

    /** Who stands behind the numbers. */
    public Group group() {
        return group;
    }

    /** True for every source that may serve the optimiser as its reference: all below the learned one. */
    public boolean mayBePrior() {
        return this != CLIENT_LEARNED;
    }
}

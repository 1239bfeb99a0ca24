package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Vocabulary;

/** How far a deal is, in the order in which deals are walked. Source: content 5.2, data model 4. */
public enum DealStage implements Vocabulary {
    /** Whether it is one. */
    QUALIFICATION(20),
    /** An offer is out. */
    PROPOSAL(40),
    /** Terms are talked over. */
    NEGOTIATION(60),
    /** Agreed by word. */
    VERBAL_COMMIT(80),
    /** The contract waits for a signature. */
    CONTRACT_SENT(90),
    /** Sold. */
    CLOSED_WON(100),
    /** Not sold. */
    CLOSED_LOST(0);

    private final int probability;

    DealStage(int probability) {
        this.probability = probability;
    }

    /** In percent, unless a person says otherwise. */
    public int probability() {
        return probability;
    }

    public boolean isOpen() {
        return switch (this) {
            case QUALIFICATION, PROPOSAL, NEGOTIATION, VERBAL_COMMIT, CONTRACT_SENT -> true;
            case CLOSED_WON, CLOSED_LOST -> false;
        };
    }
}

package io.agencyos.domain.client;

import io.agencyos.domain.shared.Vocabulary;

/** How a client's pipeline is filled after a reset. Source: scoring POOL-12, data model 5.1. */
public enum ReplenishmentMode implements Vocabulary {
    /** What is missing. */
    SMART,
    /** The whole quota, whatever is there. */
    FULL,
    /** A person decides; the number is told. */
    MANUAL
}

package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;

/** What may be suggested, and how sure one must be of it. Source: conversion intelligence 16.1. */
public enum SuggestionType implements Vocabulary {
    CREATE_CAMPAIGN("0.80", false),
    PAUSE_CAMPAIGN("0.70", false),
    ADJUST_ALLOCATION("0.70", false),
    REFINE_TARGETING("0.70", false),
    CHANGE_CHANNEL_MIX("0.80", true),
    UPDATE_CONTENT("0.70", true),
    ADJUST_TIMING("0.70", true);

    private final BigDecimal needs;
    private final boolean changesSequences;

    SuggestionType(String needs, boolean changesSequences) {
        this.needs = new BigDecimal(needs);
        this.changesSequences = changesSequences;
    }

    /** The least confidence, 0 to 1. */
    public BigDecimal needs() {
        return needs;
    }

    /** Whether what it does to its campaign shows in that campaign's own leads, and not in those of all. */
    public boolean actsOnCampaignAlone() {
        return this == REFINE_TARGETING || this == UPDATE_CONTENT;
    }

    /** Whether sequences change that run. */
    boolean changesSequences() {
        return changesSequences;
    }
}

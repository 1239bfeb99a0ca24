package io.agencyos.application.conversion.suggest;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Works out, after learning, what campaigns could do better. Source: conversion intelligence 16. */
@PrimaryPort
public interface SuggestCampaigns {

    /** What came of it. */
    sealed interface Outcome {

        /** Too early to suggest anything, and why. */
        record Skipped(List<String> reasons) implements Outcome {

            public Skipped {
                reasons = List.copyOf(reasons);
            }
        }

        /**
         * @param created new ones
         * @param refreshed those that stood already
         * @param expired those whose time or reason is gone
         */
        record Suggested(int created, int refreshed, int expired) implements Outcome {}
    }

    Outcome suggest(ClientId client);
}

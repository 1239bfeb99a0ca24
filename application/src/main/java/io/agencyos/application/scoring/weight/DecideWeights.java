package io.agencyos.application.scoring.weight;

import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.id.UserId;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Staff of the platform decide about a client's learned weights: those that wait for a person, and earlier ones to go back
 * to. What a client set by hand is the client's. Source: conversion intelligence 11.5, 11.6, api 9.15.
 */
@PrimaryPort
public interface DecideWeights {

    /** What came of it. */
    sealed interface Outcome {

        record Decided(ShowWeights.Version version) implements Outcome {}

        /** There is no such learned set. */
        record NotFound() implements Outcome {}

        /** Nobody has to decide about it, or it is not in force. */
        record InvalidTransition(WeightsStatus status) implements Outcome {}
    }

    /** Puts it in force; leads that are not enrolled are scored anew. */
    Outcome promote(UserId by, UUID id, Origin origin);

    /** Takes it back; the next source takes over. */
    Outcome retire(UserId by, UUID id, Origin origin);
}

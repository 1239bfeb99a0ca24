package io.agencyos.application.conversion.experiment;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Counts what came of every running experiment, shares traffic anew, stops what harms and ends what is decided. Safe to
 * repeat. Source: conversion intelligence 7.1.
 */
@PrimaryPort
public interface LookAtExperiments {

    /** How many were looked at, and of these ended with and without a winner. */
    record Looked(int all, int declared, int ended) {}

    Looked look(ClientId client);
}

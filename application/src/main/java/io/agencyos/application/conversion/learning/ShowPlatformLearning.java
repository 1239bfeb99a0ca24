package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.scoring.weight.PlatformWeights;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * What is learned over all clients, for staff of the platform: sums of three clients at least, and what clients that agreed
 * made together. Source: conversion intelligence 12.3, api 9.17.
 */
@PrimaryPort
public interface ShowPlatformLearning {

    /** The fewest clients that staff sees a sum of. */
    int LEAST_CLIENTS = 3;

    List<Patterns.Across> patterns();

    List<PlatformFindings.Finding> priors();

    /** Those of all clients, then by industry. */
    List<PlatformWeights> weights();
}

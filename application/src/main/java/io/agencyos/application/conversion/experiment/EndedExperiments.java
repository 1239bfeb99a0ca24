package io.agencyos.application.conversion.experiment;

import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What learning reports of experiments. Needs an open unit of work of the tenant. Source: conversion intelligence 7. */
@SecondaryPort
@FunctionalInterface
public interface EndedExperiments {

    /** Where nobody experiments. */
    EndedExperiments NONE = (client, cutOff) -> List.of();

    /** Those that ended before an instant, the newest first. */
    List<Experiment> endedBefore(ClientId client, Instant cutOff);
}

package io.agencyos.application.conversion.refine;

import io.agencyos.application.shared.TenantScope;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What searches took up of what was learned. Source: conversion intelligence 15, 20. */
@PrimaryPort
public interface ShowRefinements {

    /** The newest first. */
    List<Refinement> list(TenantScope scope, RefinementLog.@Nullable After after, int limit);

    /** All in short; recent are those of the last 30 days. */
    RefinementLog.Summary summary(TenantScope scope);
}

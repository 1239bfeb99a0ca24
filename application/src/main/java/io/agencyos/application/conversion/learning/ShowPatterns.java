package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.report.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What was learned, for every member to read. Source: conversion intelligence 20. */
@PrimaryPort
public interface ShowPatterns {

    /** The newest of each type; expired ones only where they are asked for. */
    List<LearnedPattern> patterns(TenantScope scope, boolean expiredToo);

    /** The newest of a type, expired or not. */
    Optional<LearnedPattern> pattern(TenantScope scope, PatternType type);

    /**
     * A version in its history.
     *
     * @param supersededAt when the next was made; null of the last
     * @param changes what it says that the one before it did not
     */
    record Past(LearnedPattern pattern, @Nullable Instant supersededAt, List<Change> changes) {}

    /** Versions, the newest first. */
    List<Past> history(TenantScope scope, @Nullable PatternType type, int limit);
}

package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversion.PatternHealth;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.pattern.Node;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What was learned, for every member to read. Source: conversion intelligence 20. */
@PrimaryPort
public interface ShowPatterns {

    /** A finding in plain words. */
    record Told(PatternType type, Node.Members finding) {}

    /** The newest of each type; expired ones only where they are asked for. */
    List<LearnedPattern> patterns(TenantScope scope, boolean expiredToo);

    /** The newest of a type, expired or not. */
    Optional<LearnedPattern> pattern(TenantScope scope, PatternType type);

    /** Versions, the newest first. */
    List<LearnedPattern> history(TenantScope scope, @Nullable PatternType type, int limit);

    /** What is amiss with the newest pattern of each type. */
    List<PatternHealth.Warning> warnings(TenantScope scope);

    /** Every confirmed or emerging finding of the valid patterns. */
    List<Told> report(TenantScope scope);
}

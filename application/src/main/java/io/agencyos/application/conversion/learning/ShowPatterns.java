package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.Detected;
import io.agencyos.domain.conversion.report.Change;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
     * The shape of a type of which too little is known, with a note of what is missing, where other types are learned; it is
     * never stored. Empty where the type has a pattern or nothing was ever learned.
     */
    Optional<Detected> standIn(TenantScope scope, PatternType type);

    /**
     * What the newest attempt at weights proposed; the ones in force where there was none yet. Information: what scores is said
     * elsewhere.
     *
     * @param promoted whether it is in force
     */
    record Recommended(Weights weights, WeightsSource source, boolean promoted) {}

    Recommended recommendedWeights(TenantScope scope);

    /**
     * A version in its history.
     *
     * @param supersededAt when the next was made; null of the last
     * @param changes what it says that the one before it did not
     */
    record Past(LearnedPattern pattern, @Nullable Instant supersededAt, List<Change> changes) {}

    /** Versions, the newest first; those behind this one where one is named. */
    List<Past> history(TenantScope scope, @Nullable PatternType type, @Nullable UUID after, int limit);
}

package io.agencyos.application.scoring;

import io.agencyos.application.scoring.weight.ShowWeights;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the scorers' own resolution, so that what is shown is what scores. */
final class ShowWeightsService implements ShowWeights {

    private final ScoringBasis basis;
    private final UnitOfWork units;
    private final ClockPort clock;

    ShowWeightsService(ScoringBasis basis, UnitOfWork units, ClockPort clock) {
        this.basis = basis;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public InForce inForce(TenantScope scope) {
        return units.inTenant(scope, () -> {
            WeightsInForce inForce =
                    basis.scorers(scope.clientId(), clock.now()).weights();
            Optional<Version> stored = basis.weights().history(scope.clientId()).stream()
                    .filter(version -> version.set().source() == inForce.source()
                            && version.set().version() == inForce.version())
                    .findFirst();
            return new InForce(
                    inForce,
                    stored.map(Version::promotedAt).orElse(null),
                    stored.map(Version::proof).orElse(null));
        });
    }

    @Override
    public List<Source> sources(TenantScope scope) {
        return units.inTenant(scope, () -> {
            Instant now = clock.now();
            WeightsInForce inForce = basis.scorers(scope.clientId(), now).weights();
            List<WeightSet> sets = basis.known(scope.clientId());
            boolean benchmark = basis.choice(scope.clientId()).benchmark();
            return Stream.concat(
                            Arrays.stream(WeightsSource.values())
                                    .map(source -> source(source, newest(sets, source), inForce, benchmark, now)),
                            Stream.of(prior(sets, benchmark, now)))
                    .toList();
        });
    }

    /** What would be in force if nothing had been learned. Source: conversion intelligence 11.3. */
    private static Source prior(List<WeightSet> sets, boolean benchmark, Instant now) {
        List<WeightSet> others = sets.stream()
                .filter(set -> !set.expired(now) && set.source().mayBePrior())
                .toList();
        WeightsInForce first = WeightsInForce.of(others, benchmark);
        return new Source(
                first.source(),
                WeightsSource.Group.PRIOR,
                first.weights(),
                first.version(),
                newest(others, first.source()).map(WeightSet::confidence).orElse(null),
                null,
                false,
                Reason.ONLY_STARTED_FROM);
    }

    /** The promoted one, else the newest. */
    private static Optional<WeightSet> newest(List<WeightSet> sets, WeightsSource source) {
        return sets.stream()
                .filter(set -> set.source() == source)
                .max(Comparator.comparing((WeightSet set) -> set.status() == WeightsStatus.PROMOTED)
                        .thenComparing(WeightSet::version));
    }

    private static Source source(
            WeightsSource source, Optional<WeightSet> stored, WeightsInForce inForce, boolean benchmark, Instant now) {
        boolean chosen = inForce.source() == source;
        return new Source(
                source,
                source.group(),
                switch (source) {
                    case BENCHMARK -> Weights.BENCHMARK;
                    case DEFAULT -> Weights.DEFAULT;
                    case CLIENT_LEARNED, CLIENT_CUSTOM, PLATFORM_INDUSTRY, PLATFORM_GLOBAL ->
                        stored.flatMap(set -> set.weights().toOptional()).orElse(null);
                },
                stored.map(WeightSet::version).orElse(0),
                stored.map(WeightSet::confidence).orElse(null),
                stored.map(WeightSet::expiresAt).orElse(null),
                chosen,
                chosen ? null : reason(source, stored.orElse(null), benchmark, now));
    }

    private static Reason reason(WeightsSource source, @Nullable WeightSet stored, boolean benchmark, Instant now) {
        if (source == WeightsSource.DEFAULT || source == WeightsSource.BENCHMARK && benchmark) {
            return Reason.OUTRANKED;
        }
        if (source == WeightsSource.BENCHMARK) {
            return Reason.SWITCHED_OFF;
        }
        if (stored == null) {
            return Reason.NONE_STORED;
        }
        if (stored.status() != WeightsStatus.PROMOTED) {
            return Reason.NOT_PROMOTED;
        }
        if (stored.expired(now)) {
            return Reason.EXPIRED;
        }
        return stored.weights().toOptional().isEmpty() ? Reason.INVALID_WEIGHTS : Reason.OUTRANKED;
    }

    @Override
    public List<Version> history(TenantScope scope) {
        return units.inTenant(scope, () -> basis.weights().history(scope.clientId()));
    }
}

package io.agencyos.application.conversion.learning;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Learns from everything that matured before the last Sunday began in Sydney: facts, five kinds of patterns, weights.
 * Repeating it changes nothing. Source: conversion intelligence 19.1.
 */
@PrimaryPort
public interface LearnPatterns {

    /** What came of it. */
    sealed interface Outcome {

        /** Too few conversions to learn anything. */
        record InsufficientData(long required, long available) implements Outcome {}

        /** The client left before or during the run; what was published until then stands as history. */
        record Aborted() implements Outcome {}

        /**
         * @param patterns version and whether it is new, per type that was published
         * @param left why nothing was published of a type
         */
        record Learned(
                Map<PatternType, Published> patterns, Map<PatternType, String> left, WeightLearning.Outcome weights)
                implements Outcome {

            public Learned {
                patterns = Map.copyOf(patterns);
                left = Map.copyOf(left);
            }

            /** Types whose counts were impossible, so that nothing of them was stored. */
            public List<PatternType> failed() {
                return left.entrySet().stream()
                        .filter(each -> each.getValue().equals(DATA_ERROR))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
            }
        }
    }

    /** Why a type was left: counts that cannot be. */
    String DATA_ERROR = "cis_data_error";

    /** @param fresh false where the same version stood already */
    record Published(int version, boolean fresh) {}

    /** Until when is learned. Source: conversion intelligence 4. */
    enum CutOff {
        /** The beginning of the last Sunday: the weekly run's. */
        OF_THE_WEEK,
        /** The beginning of today: of a run that somebody asked for. */
        OF_THE_DAY
    }

    /**
     * For one client; in units of work of its own.
     *
     * @param run that what is published now tells as its origin; null where it is no run's
     */
    Outcome learn(ClientId client, CutOff cutOff, @Nullable RunId run);

    /** What the weekly run learns, outside of a run. */
    default Outcome learn(ClientId client) {
        return learn(client, CutOff.OF_THE_WEEK, null);
    }
}

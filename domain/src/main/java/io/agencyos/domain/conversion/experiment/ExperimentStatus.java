package io.agencyos.domain.conversion.experiment;

import io.agencyos.domain.shared.Vocabulary;

/** Where an experiment stands. Source: data model 5.4, conversion intelligence 7.1. */
public enum ExperimentStatus implements Vocabulary {
    RUNNING,
    /** A variant was declared to cause more. */
    WINNER,
    /** Over without one. */
    NO_DIFFERENCE,
    /** By a person, or because what was left harms. */
    STOPPED
}

package io.agencyos.application.conversion.suggest;

import io.agencyos.application.conversion.experiment.WinnerDeclared;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.conversion.evolve.Candidate;
import io.agencyos.domain.conversion.evolve.DeclaredVariant;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;

/** Makes a declared variant a suggestion; nothing changes before somebody accepts it. Source: conversion intelligence 7.1. */
public final class SuggestVariant implements WinnerDeclared {

    private final Suggestions suggestions;
    private final IdSource ids;

    public SuggestVariant(Suggestions suggestions, IdSource ids) {
        this.suggestions = suggestions;
        this.ids = ids;
    }

    @Override
    public void declared(Experiment experiment, Instant now) {
        DeclaredVariant.candidate(experiment, now)
                .ifPresent(candidate -> insert(experiment.clientId(), candidate, now));
    }

    private void insert(ClientId client, Candidate candidate, Instant now) {
        Suggestion made =
                Suggestion.of(ids.next(), client, candidate, Node.members().done(), Suggestion.Metrics.NONE, now);
        suggestions.insert(made);
        suggestions.append(
                new Suggestions.Step(ids.next(), client, made.id(), null, SuggestionStatus.PENDING, null, null, now));
    }

    /** Whether it stands on an experiment, and so on no pattern that could be gone. */
    static boolean isVariant(Suggestion suggestion) {
        return suggestion.action().get(DeclaredVariant.EXPERIMENT).isPresent();
    }
}

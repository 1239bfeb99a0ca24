package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.shared.Vocabulary;

/** Where a suggestion stands. Source: conversion intelligence 16.2. */
public enum SuggestionStatus implements Vocabulary {
    PENDING,
    /** Accepted and not applied yet; what kept it from that is told with it. */
    APPROVED,
    REJECTED,
    APPLIED,
    EXPIRED,
    SUPERSEDED
}

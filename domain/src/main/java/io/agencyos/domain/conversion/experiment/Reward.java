package io.agencyos.domain.conversion.experiment;

import io.agencyos.domain.shared.Vocabulary;
import java.time.Duration;

/** What a touch of an experiment is to bring about, and how long that is waited for. Source: conversion intelligence 7.1. */
public enum Reward implements Vocabulary {
    POSITIVE_REPLY(Duration.ofDays(7)),
    MEETING_BOOKED(Duration.ofDays(14));

    private final Duration within;

    Reward(Duration within) {
        this.within = within;
    }

    /** A touch counts once it is that old, rewarded or not. */
    public Duration within() {
        return within;
    }
}

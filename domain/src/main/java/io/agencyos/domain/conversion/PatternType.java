package io.agencyos.domain.conversion;

import io.agencyos.domain.shared.Vocabulary;

/** What a pattern is about. Source: conversion intelligence 6–10. */
public enum PatternType implements Vocabulary {
    /** Which leads convert. */
    WHO,
    /** Which messages. */
    WHAT,
    /** At which times. */
    WHEN,
    /** Over which channels. */
    HOW,
    /** What happens after the meeting. */
    FUNNEL
}

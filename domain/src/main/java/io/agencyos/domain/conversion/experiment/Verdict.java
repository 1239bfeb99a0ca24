package io.agencyos.domain.conversion.experiment;

/** What an experiment says at a given moment. Source: conversion intelligence 7.1. */
public sealed interface Verdict {

    /** Undecided; {@code arm} is the likeliest. */
    record Leading(String arm, double probability) implements Verdict {}

    /** Decided: this one causes more. */
    record Declared(String arm, double probability, double expectedLoss) implements Verdict {}

    /** Over without a decision. */
    record NoDifference(String arm, double probability) implements Verdict {}
}

package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes over what has matured since the last time, and corrects what was told late, so that the weekly run finds little to
 * do. Source: conversion intelligence 19.
 */
@PrimaryPort
@FunctionalInterface
public interface TakeOverFacts {

    LearningFacts.Matured takeOver(ClientId client);
}

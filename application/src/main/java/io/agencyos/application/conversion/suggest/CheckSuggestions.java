package io.agencyos.application.conversion.suggest;

import io.agencyos.application.shared.TenantScope;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Whether there is anything to suggest campaigns by. Source: conversion intelligence 17.1. */
@PrimaryPort
@FunctionalInterface
public interface CheckSuggestions {

    /** False where nothing is learned and the confirmed profile names neither industries nor titles. */
    boolean possible(TenantScope scope);
}

package io.agencyos.application.conversion.learning;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Marks patterns that ran out; readers do not wait for it. Source: conversion intelligence 13. */
@PrimaryPort
@FunctionalInterface
public interface ExpirePatterns {

    /** Says how many. */
    int expire(ClientId client);
}

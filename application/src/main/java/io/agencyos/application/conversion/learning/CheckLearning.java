package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.TenantScope;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Whether there is anything to learn now. Source: conversion intelligence 4, 20. */
@PrimaryPort
public interface CheckLearning {

    /**
     * @param required matured conversions of a year
     * @param available as far as facts are taken over
     * @param stillValid there are patterns and all of them are valid
     */
    record Standing(long required, long available, boolean stillValid) {

        public boolean enough() {
            return available >= required;
        }
    }

    Standing standing(TenantScope scope);
}

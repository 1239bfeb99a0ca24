package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.TenantScope;
import java.time.Duration;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Whether there is anything to learn now. Source: conversion intelligence 4, 20. */
@PrimaryPort
public interface CheckLearning {

    /**
     * @param required matured conversions of a year
     * @param available as far as facts are taken over
     * @param stillValid there are patterns and all of them are valid
     * @param patience until learning may be asked for again, an hour after the newest pattern; zero for at once
     */
    record Standing(long required, long available, boolean stillValid, Duration patience) {

        public Standing(long required, long available, boolean stillValid) {
            this(required, available, stillValid, Duration.ZERO);
        }

        public boolean enough() {
            return available >= required;
        }
    }

    Standing standing(TenantScope scope);
}

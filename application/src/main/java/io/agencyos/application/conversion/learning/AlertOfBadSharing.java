package io.agencyos.application.conversion.learning;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Learning across clients that tells staff whom it had to leave out: one alert for each client whose counts cannot be, open
 * until a run counts it again. Source: conversion intelligence 21.
 */
public final class AlertOfBadSharing implements LearnTogether {

    private final LearnTogether learn;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    public AlertOfBadSharing(LearnTogether learn, Alerts alerts, UnitOfWork units, ClockPort clock) {
        this.learn = learn;
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome learn() {
        Outcome outcome = learn.learn();
        Instant now = clock.now();
        List<Alert> raised = outcome.rejected().stream()
                .map(client -> Alert.of(
                        DATA_ERROR + ":" + client.text(),
                        Alert.Severity.WARNING,
                        DATA_ERROR,
                        client,
                        "What a client would bring to learning across clients cannot be; it was left out.",
                        Map.of(),
                        now))
                .toList();
        units.onPlatform(() -> {
            raised.forEach(alerts::raise);
            alerts.resolveOthers(
                    DATA_ERROR, raised.stream().map(Alert::fingerprint).toList(), now);
        });
        return outcome;
    }
}

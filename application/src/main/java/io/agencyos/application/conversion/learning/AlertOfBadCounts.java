package io.agencyos.application.conversion.learning;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learning that tells staff of counts that cannot be: one alert for each type of pattern they kept from being stored, open until
 * a run counts it without such a cell or the client has left. Source: conversion intelligence 21.
 */
final class AlertOfBadCounts implements LearnPatterns {

    private final LearnPatterns learn;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    AlertOfBadCounts(LearnPatterns learn, Alerts alerts, UnitOfWork units, ClockPort clock) {
        this.learn = learn;
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    /** A run that dies before it tells staff is repeated as a whole, and finds the same counts again. */
    @Override
    public Outcome learn(ClientId client, CutOff cutOff, @Nullable RunId run) {
        Outcome outcome = learn.learn(client, cutOff, run);
        switch (outcome) {
            case Outcome.Learned learned -> tell(client, learned.failed());
            case Outcome.Aborted _ -> tell(client, List.of());
            // nothing was counted by segments, so nothing is known of the cause
            case Outcome.InsufficientData _ -> {}
        }
        return outcome;
    }

    private void tell(ClientId client, List<PatternType> failed) {
        Instant now = clock.now();
        List<Alert> raised =
                failed.stream().map(type -> alert(client, type, now)).toList();
        units.onPlatform(() -> {
            raised.forEach(alerts::raise);
            alerts.resolveOthersOf(
                    client, DATA_ERROR, raised.stream().map(Alert::fingerprint).toList(), now);
        });
    }

    private static Alert alert(ClientId client, PatternType type, Instant now) {
        return Alert.of(
                DATA_ERROR + ":" + client.text() + ":" + type.wire(),
                Alert.Severity.WARNING,
                DATA_ERROR,
                client,
                "What a client's patterns are counted from cannot be; nothing of them was stored.",
                Map.of("pattern_type", type.wire()),
                now);
    }
}

package io.agencyos.application.allocation.pacing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.CapacityCheck;
import io.agencyos.domain.allocation.CapacityCheck.Shortfall;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Each client is a source of alerts of its own, so that closing one's leaves the others'. */
public final class CheckCapacityService implements CheckCapacity {

    private static final String KIND = "capacity_shortfall:";

    private static final Duration MEASURED = Duration.ofDays(28);

    private final CapacityPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    public CheckCapacityService(CapacityPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Shortfall> check(ClientId client) {
        Instant now = clock.now();
        return units.inTenant(TenantScope.worker(client), () -> {
            List<Shortfall> missing = ports.clients()
                    .subscription(client)
                    .filter(booked -> booked.status().isRunning())
                    .map(Subscription::plan)
                    .map(plan -> new CapacityCheck(plan.terms().leadsPerMonth(), dials(client, now))
                            .shortfalls(ports.supply(client, now)))
                    .orElse(List.of());
            missing.forEach(shortfall -> ports.alerts().raise(alert(client, shortfall)));
            ports.alerts()
                    .resolveOthers(
                            KIND + client.text(),
                            missing.stream()
                                    .map(shortfall -> fingerprint(client, shortfall))
                                    .toList(),
                            now);
            return missing;
        });
    }

    /** Two of each lead until the client's own calls tell better. */
    private CapacityCheck.Dials dials(ClientId client, Instant now) {
        PacingBook.Dialled dialled = ports.book().dialled(client, now.minus(MEASURED), now);
        return CapacityCheck.Dials.measured(dialled.calls(), dialled.leads());
    }

    private Alert alert(ClientId client, Shortfall shortfall) {
        return Alert.of(
                fingerprint(client, shortfall),
                Alert.Severity.WARNING,
                KIND + client.text(),
                client,
                "The client's senders cannot work the leads of its plan.",
                Map.of(
                        "channel", shortfall.channel().wire(),
                        "per_day", shortfall.perDay().toPlainString()),
                clock.now());
    }

    private static String fingerprint(ClientId client, Shortfall shortfall) {
        return KIND + client.text() + ":" + shortfall.channel().wire();
    }
}

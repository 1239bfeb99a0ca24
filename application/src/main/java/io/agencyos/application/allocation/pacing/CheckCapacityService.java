package io.agencyos.application.allocation.pacing;

import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.CapacityCheck;
import io.agencyos.domain.allocation.CapacityCheck.Shortfall;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.Map;

/** Each client is a source of alerts of its own, so that closing one's leaves the others'. */
public final class CheckCapacityService implements CheckCapacity {

    private static final String KIND = "capacity_shortfall:";

    private final Clients clients;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    public CheckCapacityService(Clients clients, Alerts alerts, UnitOfWork units, ClockPort clock) {
        this.clients = clients;
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Shortfall> check(ClientId client, Map<Channel, Integer> supply, CapacityCheck.Dials dials) {
        return units.inTenant(TenantScope.worker(client), () -> {
            List<Shortfall> missing = clients.subscription(client)
                    .filter(booked -> booked.status().isRunning())
                    .map(Subscription::plan)
                    .map(plan -> new CapacityCheck(plan.terms().leadsPerMonth(), dials).shortfalls(supply))
                    .orElse(List.of());
            missing.forEach(shortfall -> alerts.raise(alert(client, shortfall)));
            alerts.resolveOthers(
                    KIND + client.text(),
                    missing.stream()
                            .map(shortfall -> fingerprint(client, shortfall))
                            .toList(),
                    clock.now());
            return missing;
        });
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

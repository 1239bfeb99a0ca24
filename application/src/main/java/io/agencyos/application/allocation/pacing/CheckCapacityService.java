package io.agencyos.application.allocation.pacing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.CapacityCheck.Shortfall;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each client is a source of alerts of its own, so that closing one's leaves the others'. */
public final class CheckCapacityService implements CheckCapacity {

    private static final String KIND = "capacity_shortfall:";

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
            Optional<CapacityPorts.Compared> compared = ports.compare(client, now);
            List<Shortfall> missing =
                    compared.map(CapacityPorts.Compared::shortfalls).orElse(List.of());
            compared.ifPresent(
                    beside -> missing.forEach(shortfall -> ports.alerts().raise(alert(client, shortfall, beside))));
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

    private Alert alert(ClientId client, Shortfall shortfall, CapacityPorts.Compared beside) {
        return Alert.of(
                fingerprint(client, shortfall),
                Alert.Severity.WARNING,
                KIND + client.text(),
                client,
                "The client's senders cannot work the leads of its plan.",
                Map.of(
                        "channel", shortfall.channel().wire(),
                        "per_day", shortfall.perDay().toPlainString(),
                        "needed_per_day",
                                beside.check().need(shortfall.channel()).toPlainString(),
                        "supplied_per_day", String.valueOf(beside.supplied(shortfall.channel()))),
                clock.now());
    }

    private static String fingerprint(ClientId client, Shortfall shortfall) {
        return KIND + client.text() + ":" + shortfall.channel().wire();
    }
}

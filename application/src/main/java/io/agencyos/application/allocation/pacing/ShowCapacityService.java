package io.agencyos.application.allocation.pacing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.CapacityCheck.Shortfall;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the alerts of {@link CheckCapacity} go by, to be read at any time. */
public final class ShowCapacityService implements ShowCapacity {

    private static final BigDecimal NOTHING = new BigDecimal("0.0");

    private final CapacityPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ShowCapacityService(CapacityPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<Capacity> of(TenantScope scope) {
        Instant now = clock.now();
        return units.inTenant(scope.asWorker(), () -> ports.compare(scope.clientId(), now))
                .map(ShowCapacityService::shown);
    }

    private static Capacity shown(CapacityPorts.Compared compared) {
        Map<Channel, BigDecimal> missing =
                compared.shortfalls().stream().collect(Collectors.toMap(Shortfall::channel, Shortfall::perDay));
        List<Line> lines = Arrays.stream(Channel.values())
                .map(channel -> new Line(
                        channel,
                        compared.check().need(channel),
                        compared.supplied(channel),
                        missing.getOrDefault(channel, NOTHING)))
                .filter(line -> line.needed().signum() > 0)
                .toList();
        return new Capacity(lines, compared.check().closing(compared.supplied(Channel.EMAIL)));
    }
}

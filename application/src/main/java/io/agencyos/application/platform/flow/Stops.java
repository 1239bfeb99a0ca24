package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stops a flow for a client now: its breakers, those of everybody, and how the client itself stands. */
final class Stops {

    private final FlowPorts ports;
    private final UnitOfWork units;

    Stops(FlowPorts ports, UnitOfWork units) {
        this.ports = ports;
        this.units = units;
    }

    /** The breakers that hold for every client, read before the client's own unit is opened. */
    record Everywhere(List<Breaker> breakers) {}

    Everywhere everywhere() {
        return new Everywhere(units.readingPlatform(() -> ports.breakers().of(Run.PLATFORM)));
    }

    /** In the client's unit. The vendor scope is asked per step, since it depends on the account. */
    Optional<Block> of(Flow<?> flow, ClientId client, Everywhere everywhere, Instant now) {
        Optional<Block> open = Stream.concat(everywhere.breakers().stream(), ports.breakers().of(client).stream())
                .filter(breaker -> flow.stoppedBy().contains(breaker.scope())
                        && breaker.scope() != BreakerScope.VENDOR
                        && breaker.stops(now))
                .findFirst()
                .map(Stops::block);
        return open.or(() -> client.equals(Run.PLATFORM)
                ? Optional.empty()
                : ports.clients().standing(client).flatMap(standing -> ClientStops.first(standing, flow.stoppedBy())));
    }

    /** Whether this account of a vendor is stopped; when a probe is due, it becomes the caller's. In the client's unit. */
    Optional<Block> ofVendor(String account, ClientId client, Everywhere everywhere, Instant now) {
        Optional<Breaker> platform = everywhere.breakers().stream()
                .filter(breaker ->
                        breaker.scope() == BreakerScope.VENDOR && breaker.key().equals(account))
                .filter(breaker -> breaker.stops(now))
                .findFirst();
        Optional<Breaker> own = ports.breakers().find(client, BreakerScope.VENDOR, account);
        Optional<Breaker> stopping = platform.or(() -> own.filter(breaker -> breaker.stops(now)));
        if (stopping.isEmpty()) {
            own.filter(breaker -> breaker.state() != Breaker.State.CLOSED)
                    .ifPresent(breaker -> ports.breakers().save(breaker.probing(now)));
        }
        return stopping.map(Stops::block);
    }

    /** Whether a step of this flow would stand still, because the vendor's account that it needs does not work. */
    Optional<Block> ofAccounts(Flow<?> flow, ClientId client, Everywhere everywhere, Instant now) {
        Set<String> needed =
                flow.steps().stream().flatMap(step -> step.account().stream()).collect(Collectors.toSet());
        return needed.isEmpty()
                ? Optional.empty()
                : Stream.concat(everywhere.breakers().stream(), ports.breakers().of(client).stream())
                        .filter(breaker -> breaker.scope() == BreakerScope.VENDOR
                                && needed.contains(breaker.key())
                                && breaker.stops(now))
                        .findFirst()
                        .map(Stops::block);
    }

    static Block block(Breaker breaker) {
        return new Block(breaker.scope(), breaker.message(), breaker.retryAt());
    }
}

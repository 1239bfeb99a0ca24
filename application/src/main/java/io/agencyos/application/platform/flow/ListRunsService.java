package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns.After;
import io.agencyos.application.platform.flow.store.FlowRuns.Filter;
import io.agencyos.application.platform.flow.store.FlowRuns.StepItem;
import io.agencyos.application.platform.flow.store.FlowRuns.StepKey;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.Progress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads in the caller's own scope. */
final class ListRunsService implements ListRuns {

    private final FlowPorts ports;
    private final Stops stops;
    private final UnitOfWork units;

    ListRunsService(FlowPorts ports, Stops stops, UnitOfWork units) {
        this.ports = ports;
        this.stops = stops;
        this.units = units;
    }

    @Override
    public List<Run> list(TenantScope scope, Filter filter, Optional<After> after, int limit) {
        return units.inTenant(scope, () -> ports.runs().list(scope.clientId(), filter, after, limit));
    }

    @Override
    public Optional<Shown> show(TenantScope scope, RunId id) {
        return units.inTenant(
                scope, () -> ports.runs().find(scope.clientId(), id).map(this::shown));
    }

    private Shown shown(Run run) {
        Instant now = ports.clock().now();
        Instant begun = run.startedAt();
        Optional<Duration> left = begun == null || run.state().isEnded()
                ? Optional.empty()
                : Progress.timeLeft(run.counts(), run.counts().settled(), Duration.between(begun, now));
        return new Shown(
                run,
                ports.runs().steps(run.client(), run.id()),
                ports.runs().children(run.client(), run.id()),
                left,
                now);
    }

    @Override
    public Optional<List<StepItem>> items(
            TenantScope scope, RunId id, Set<ItemState> states, @Nullable StepKey after, int limit) {
        return units.inTenant(
                scope,
                () -> ports.runs()
                        .find(scope.clientId(), id)
                        .map(run -> ports.runs().items(run.client(), run.id(), states, after, limit)));
    }

    @Override
    public List<Breaker> breakers(TenantScope scope) {
        Stops.Everywhere everywhere = stops.everywhere();
        List<Breaker> own = units.inTenant(scope.asWorker(), () -> own(scope.clientId()));
        return Stream.concat(everywhere.breakers().stream(), own.stream())
                .filter(breaker -> breaker.state() != Breaker.State.CLOSED)
                .toList();
    }

    /** How the client itself stands first: it is what most often stops everything. */
    private List<Breaker> own(ClientId client) {
        return Stream.concat(
                        ports
                                .clients()
                                .standing(client)
                                .map(standing -> ClientStops.breakers(client, standing))
                                .stream()
                                .flatMap(List::stream),
                        ports.breakers().of(client).stream())
                .toList();
    }
}

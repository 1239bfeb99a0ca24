package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.flow.run.RunFigures.Backlog;
import io.agencyos.application.platform.flow.store.SendBacklog;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks at every touch that is open. */
public final class MemorySendBacklog implements SendBacklog {

    private final Clients clients;
    private final MemoryTouches touches;

    public MemorySendBacklog(Clients clients, MemoryTouches touches) {
        this.clients = clients;
        this.touches = touches;
    }

    @Override
    public Backlog everywhere(Instant now) {
        return backlog(clients.allLive().stream().map(Client::id).toList(), now);
    }

    @Override
    public Backlog of(ClientId client, Instant now) {
        return backlog(List.of(client), now);
    }

    private Backlog backlog(Collection<ClientId> of, Instant now) {
        List<Touch> open = of.stream().flatMap(touches::all).toList();
        List<Instant> due = open.stream()
                .filter(touch -> touch.state() == TouchState.READY || touch.state() == TouchState.QUEUED)
                .map(MemorySendBacklog::dueAt)
                .filter(at -> !at.isAfter(now))
                .sorted(Comparator.naturalOrder())
                .toList();
        long inFlight = open.stream()
                .filter(touch -> touch.state() == TouchState.DISPATCHING)
                .filter(touch ->
                        leaseEnds(touch).filter(end -> !end.isBefore(now)).isPresent())
                .count();
        return new Backlog(WorkClass.SEND, due.size(), due.isEmpty() ? null : due.getFirst(), (int) inFlight);
    }

    private static Instant dueAt(Touch touch) {
        return leaseEnds(touch).filter(end -> end.isAfter(touch.scheduledAt())).orElse(touch.scheduledAt());
    }

    private static Optional<Instant> leaseEnds(Touch touch) {
        return Optional.ofNullable(touch.lease()).map(Touch.Lease::until);
    }
}

package io.agencyos.application.platform;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks a little further back than where it stands, and leaves out what it told before: what happened earlier may be
 * committed later.
 */
public final class FollowEventsService implements FollowEvents {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration OVERLAP = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private final EventFeed feed;
    private final UnitOfWork units;
    private final ClockPort clock;

    public FollowEventsService(EventFeed feed, UnitOfWork units, ClockPort clock) {
        this.feed = feed;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Reader fromNow(TenantScope scope) {
        Position reader = new Position(scope, clock.now());
        reader.next();
        return reader;
    }

    @Override
    public Optional<Reader> after(TenantScope scope, UUID event) {
        Instant oldest = clock.now().minus(KEPT);
        return units.inTenant(scope.asWorker(), () -> feed.find(scope.clientId(), event, oldest))
                .map(last -> {
                    Position reader = new Position(scope, last.occurredAt());
                    reader.passOver(last);
                    return reader;
                });
    }

    private final class Position implements Reader {

        private final TenantScope scope;
        private final Map<UUID, Instant> told = new HashMap<>();
        private Instant at;

        Position(TenantScope scope, Instant at) {
            this.scope = scope;
            this.at = at;
        }

        private void passOver(DomainEvent last) {
            read(last.occurredAt().minus(OVERLAP)).stream()
                    .filter(event -> event.occurredAt().isBefore(last.occurredAt())
                            || event.occurredAt().equals(last.occurredAt())
                                    && event.id().toString().compareTo(last.id().toString()) <= 0)
                    .forEach(event -> told.put(event.id(), event.occurredAt()));
        }

        private List<DomainEvent> read(Instant from) {
            return units.inTenant(scope.asWorker(), () -> feed.since(scope.clientId(), from, MOST));
        }

        @Override
        public List<DomainEvent> next() {
            Instant from = at.minus(OVERLAP);
            List<DomainEvent> fresh = read(from).stream()
                    .filter(event -> told.putIfAbsent(event.id(), event.occurredAt()) == null)
                    .toList();
            if (!fresh.isEmpty() && fresh.getLast().occurredAt().isAfter(at)) {
                at = fresh.getLast().occurredAt();
            }
            told.values().removeIf(moment -> moment.isBefore(from));
            return fresh;
        }
    }
}

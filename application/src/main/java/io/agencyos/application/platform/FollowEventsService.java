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
import java.util.function.Function;

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
        return fromNow(ofTenant(scope));
    }

    @Override
    public Optional<Reader> after(TenantScope scope, UUID event) {
        return units.inTenant(scope.asWorker(), () -> feed.find(scope.clientId(), event, oldest()))
                .map(last -> after(ofTenant(scope), last));
    }

    @Override
    public Reader fromNowEverywhere() {
        return fromNow(this::ofEverybody);
    }

    @Override
    public Optional<Reader> afterEverywhere(UUID event) {
        return units.readingPlatform(() -> feed.find(event, oldest())).map(last -> after(this::ofEverybody, last));
    }

    private Instant oldest() {
        return clock.now().minus(KEPT);
    }

    private Function<Instant, List<DomainEvent>> ofTenant(TenantScope scope) {
        return from -> units.inTenant(scope.asWorker(), () -> feed.since(scope.clientId(), from, MOST));
    }

    private List<DomainEvent> ofEverybody(Instant from) {
        return units.readingPlatform(() -> feed.since(from, MOST));
    }

    private Reader fromNow(Function<Instant, List<DomainEvent>> whose) {
        Position reader = new Position(whose, clock.now());
        reader.next();
        return reader;
    }

    private static Reader after(Function<Instant, List<DomainEvent>> whose, DomainEvent last) {
        Position reader = new Position(whose, last.occurredAt());
        reader.passOver(last);
        return reader;
    }

    private static final class Position implements Reader {

        private final Function<Instant, List<DomainEvent>> whose;
        private final Map<UUID, Instant> told = new HashMap<>();
        private Instant at;

        Position(Function<Instant, List<DomainEvent>> whose, Instant at) {
            this.whose = whose;
            this.at = at;
        }

        private void passOver(DomainEvent last) {
            whose.apply(last.occurredAt().minus(OVERLAP)).stream()
                    .filter(event -> event.occurredAt().isBefore(last.occurredAt())
                            || event.occurredAt().equals(last.occurredAt())
                                    && event.id().toString().compareTo(last.id().toString()) <= 0)
                    .forEach(event -> told.put(event.id(), event.occurredAt()));
        }

        @Override
        public List<DomainEvent> next() {
            Instant from = at.minus(OVERLAP);
            List<DomainEvent> fresh = whose.apply(from).stream()
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

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
    private static final Duration OVERLAP = Duration.ofMinutes(1);
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

    private Function<EventFeed.Mark, List<DomainEvent>> ofTenant(TenantScope scope) {
        return mark -> units.inTenant(scope.asWorker(), () -> feed.since(scope.clientId(), mark, MOST));
    }

    private List<DomainEvent> ofEverybody(EventFeed.Mark mark) {
        return units.readingPlatform(() -> feed.since(mark, MOST));
    }

    private Reader fromNow(Function<EventFeed.Mark, List<DomainEvent>> whose) {
        Position reader = new Position(whose, clock.now());
        do {
            reader.next();
        } while (reader.isBehind());
        return reader;
    }

    private Reader after(Function<EventFeed.Mark, List<DomainEvent>> whose, DomainEvent last) {
        Position reader = new Position(whose, last.occurredAt());
        reader.passOver(last);
        return reader;
    }

    /** Where one reader stands. Of many events it tells a part at each look and goes on there at the next. */
    private final class Position implements Reader {

        private final Function<EventFeed.Mark, List<DomainEvent>> whose;
        private final Map<UUID, Instant> told = new HashMap<>();
        private EventFeed.Mark mark;
        private boolean behind = true;

        Position(Function<EventFeed.Mark, List<DomainEvent>> whose, Instant at) {
            this.whose = whose;
            this.mark = EventFeed.Mark.before(at.minus(OVERLAP));
        }

        boolean isBehind() {
            return behind;
        }

        /** What was told by then is told already, to a reader that had this event last. */
        private void passOver(DomainEvent last) {
            EventFeed.Mark end = EventFeed.Mark.behind(last);
            EventFeed.Mark from = mark;
            while (from.compareTo(end) < 0) {
                List<DomainEvent> part = whose.apply(from);
                part.stream()
                        .filter(event -> EventFeed.Mark.behind(event).compareTo(end) <= 0)
                        .forEach(event -> told.put(event.id(), event.occurredAt()));
                from = part.size() == MOST ? EventFeed.Mark.behind(part.getLast()) : end;
            }
        }

        @Override
        public List<DomainEvent> next() {
            List<DomainEvent> fresh;
            do {
                Instant looked = clock.now();
                List<DomainEvent> part = whose.apply(mark);
                fresh = part.stream()
                        .filter(event -> told.putIfAbsent(event.id(), event.occurredAt()) == null)
                        .toList();
                behind = part.size() == MOST;
                if (behind) {
                    mark = EventFeed.Mark.behind(part.getLast());
                } else {
                    standAt(looked);
                }
            } while (behind && fresh.isEmpty());
            return fresh;
        }

        /** Everything is told that was committed when it was looked. */
        private void standAt(Instant looked) {
            Instant from = looked.minus(OVERLAP);
            told.values().removeIf(moment -> moment.isBefore(from));
            mark = EventFeed.Mark.before(from);
        }
    }
}

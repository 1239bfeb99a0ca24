package io.agencyos.application.conversation.notice;

import io.agencyos.application.platform.EventFeed;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversation.notice.Notice;
import io.agencyos.domain.conversation.notice.NoticeRule;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client's members what happened since the last time. What happened may be committed later than it happened, so it
 * looks a little further back than where it stood; nobody is told twice. Source: api 9.16.
 */
public final class TellNotices {

    private static final Duration COMMITTED_BY = Duration.ofMinutes(1);
    private static final Duration AT_FIRST = Duration.ofHours(1);
    private static final int AT_ONCE = 10_000;

    private final Notices notices;
    private final NoticeWishes wishes;
    private final EventFeed feed;
    private final Tiers tiers;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /** The tiers of leads; those without one are left out. Works inside the caller's unit of work. */
    @FunctionalInterface
    public interface Tiers {

        Map<LeadId, Tier> of(ClientId client, Collection<LeadId> leads);
    }

    public TellNotices(
            Notices notices,
            NoticeWishes wishes,
            EventFeed feed,
            Tiers tiers,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.notices = notices;
        this.wishes = wishes;
        this.feed = feed;
        this.tiers = tiers;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Needs no unit of work; safe to repeat. */
    public void tell(ClientId client) {
        List<NoticeWishes.Listener> listeners = units.readingPlatform(() -> wishes.listeners(client));
        Optional<EventFeed.Mark> mark = Optional.empty();
        do {
            Optional<EventFeed.Mark> from = mark;
            mark = units.inTenant(TenantScope.worker(client), () -> more(client, from, listeners));
        } while (mark.isPresent());
    }

    /** @return where to go on, where there may be more */
    private Optional<EventFeed.Mark> more(
            ClientId client, Optional<EventFeed.Mark> mark, List<NoticeWishes.Listener> listeners) {
        Instant from = notices.toldUntil(client).orElseGet(() -> clock.now().minus(AT_FIRST));
        List<DomainEvent> events = feed.since(client, mark.orElseGet(() -> EventFeed.Mark.before(from)), AT_ONCE);
        Map<LeadId, Tier> known = tiers.of(
                client, events.stream().flatMap(event -> lead(event).stream()).collect(Collectors.toSet()));
        notices.add(events.stream()
                .flatMap(
                        event -> told(client, event, lead(event).map(known::get).orElse(null), listeners))
                .toList());
        boolean full = events.size() == AT_ONCE;
        Instant behind = clock.now().minus(COMMITTED_BY);
        notices.tellFrom(client, full ? events.getLast().occurredAt() : from.isAfter(behind) ? from : behind);
        return full ? Optional.of(EventFeed.Mark.behind(events.getLast())) : Optional.empty();
    }

    private static Optional<LeadId> lead(DomainEvent event) {
        return Stream.of("lead_id", "lead")
                .map(event.payload()::get)
                .filter(id -> id != null)
                .findFirst()
                .flatMap(id -> EntityId.parse(id, LeadId::new).toOptional());
    }

    private Stream<Notice> told(
            ClientId client, DomainEvent event, @Nullable Tier tier, List<NoticeWishes.Listener> listeners) {
        return NoticeRule.of(event).stream()
                .flatMap(rule -> listeners.stream()
                        .filter(listener -> listener.role().permits(rule.least()))
                        .flatMap(listener -> listener.wants().ways(rule.topic(), tier).stream()
                                .map(ways -> notice(client, event, rule, listener, ways))));
    }

    private Notice notice(
            ClientId client, DomainEvent event, NoticeRule rule, NoticeWishes.Listener listener, Notice.Ways ways) {
        String home = "/api/v1/clients/" + client.text();
        String page = rule.page() == null ? home : home + "/" + rule.page();
        return new Notice(
                ids.next(),
                client,
                listener.user(),
                rule.topic(),
                rule.severity(),
                rule.title(),
                rule.title() + ".",
                rule.page() == null || rule.hourly() ? page : page + "/" + event.aggregateId(),
                rule.hourly()
                        ? rule.event().wire() + "|" + event.occurredAt().truncatedTo(ChronoUnit.HOURS)
                        : event.id().toString(),
                ways,
                event.occurredAt(),
                null);
    }
}

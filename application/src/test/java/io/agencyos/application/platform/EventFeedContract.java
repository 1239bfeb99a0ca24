package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Following what happens to a client, on every store. Source: api 1.10. */
public abstract class EventFeedContract {

    private final AtomicReference<Instant> now = new AtomicReference<>(Leadbook.MONDAY);
    private final ClientId client = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());

    protected abstract UnitOfWork units();

    protected abstract Events events();

    protected abstract EventFeed feed();

    private FollowEvents follow() {
        return new FollowEventsService(feed(), units(), now::get);
    }

    private TenantScope scope() {
        return TenantScope.worker(client);
    }

    private DomainEvent happens(ClientId whose, Instant at) {
        DomainEvent event = new DomainEvent(
                UUID.randomUUID(), whose, EventName.REPLY_RECEIVED, UUID.randomUUID(), at, Map.of("channel", "email"));
        units().inTenant(TenantScope.worker(whose), () -> events().append(event));
        return event;
    }

    @Test // api 1.10, 4: of the own client only, each once
    void a_reader_is_told_each_event_of_the_client_once_in_order() {
        happens(client, now.get());
        FollowEvents.Reader reader = follow().fromNow(scope());
        DomainEvent second = happens(client, now.get().plusSeconds(2));
        DomainEvent first = happens(client, now.get().plusSeconds(1));
        happens(other, now.get().plusSeconds(1));

        assertThat(reader.next()).containsExactly(first, second);
        assertThat(reader.next()).isEmpty();
        DomainEvent late = happens(client, now.get().minusSeconds(3));
        assertThat(reader.next()).as("committed late").containsExactly(late);
    }

    @Test // api 1.10: Last-Event-ID resumes up to 24 h back
    void a_reader_goes_on_after_the_last_event_for_a_day() {
        DomainEvent last = happens(client, now.get());
        DomainEvent missed = happens(client, now.get().plusSeconds(60));
        DomainEvent foreign = happens(other, now.get());
        now.updateAndGet(at -> at.plus(Duration.ofHours(24)));

        assertThat(follow().after(scope(), last.id()).map(FollowEvents.Reader::next))
                .contains(List.of(missed));
        assertThat(follow().after(scope(), foreign.id())).isEmpty();
        assertThat(follow().after(scope(), UUID.randomUUID())).isEmpty();
        now.updateAndGet(at -> at.plusSeconds(1));
        assertThat(follow().after(scope(), last.id())).as("older than a day").isEmpty();
    }

    @Test // api 1.10: one order may change more than is read at once, all of it at one moment
    void a_flood_of_one_moment_is_told_whole_and_so_is_what_comes_after_it() {
        FollowEvents.Reader reader = follow().fromNow(scope());
        List<DomainEvent> flood = units().inTenant(
                        scope(),
                        () -> IntStream.range(0, 2_500)
                                .mapToObj(i -> new DomainEvent(
                                        UUID.randomUUID(),
                                        client,
                                        EventName.LEAD_SCORED,
                                        UUID.randomUUID(),
                                        now.get(),
                                        Map.of()))
                                .peek(events()::append)
                                .toList());
        List<DomainEvent> told = new ArrayList<>();
        for (int look = 0; look < 3; look++) {
            told.addAll(reader.next());
        }

        assertThat(told).as("each once").containsExactlyInAnyOrderElementsOf(flood);
        now.updateAndGet(at -> at.plusSeconds(1));
        DomainEvent after = happens(client, now.get());
        assertThat(reader.next()).containsExactly(after);
        assertThat(follow().after(scope(), told.get(1_700).id()).map(FollowEvents.Reader::next))
                .as("gone on in the middle of it")
                .hasValueSatisfying(rest -> assertThat(rest).isEqualTo(told.subList(1_701, 1_701 + rest.size())));
    }

    @Test // api 1.10: P/events/stream is the platform-wide one
    void staff_is_told_what_happens_to_anybody() {
        DomainEvent before = happens(client, now.get().plus(Duration.ofDays(1)));
        now.updateAndGet(at -> at.plus(Duration.ofDays(1)));
        FollowEvents.Reader reader = follow().fromNowEverywhere();
        DomainEvent one = happens(client, now.get().plusSeconds(1));
        DomainEvent two = happens(other, now.get().plusSeconds(2));

        assertThat(reader.next()).containsExactly(one, two);
        assertThat(reader.next()).isEmpty();
        assertThat(follow().afterEverywhere(before.id()).map(FollowEvents.Reader::next))
                .contains(List.of(one, two));
        assertThat(follow().afterEverywhere(UUID.randomUUID())).isEmpty();
    }
}

package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.application.platform.FollowEventsService;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(world -> List.of(new StreamRoutes(
            new FollowEventsService(world.events, world.units, world.clock),
            new StreamRoutes.Pace(Duration.ofMillis(10), Duration.ofMillis(300)))));

    @AfterEach
    void stop() {
        api.close();
    }

    private DomainEvent happens(ClientId client, EventName name) {
        api.world().clock.advance(Duration.ofSeconds(1));
        DomainEvent event = new DomainEvent(
                api.world().ids.next(),
                client,
                name,
                UUID.randomUUID(),
                api.world().clock.now(),
                Map.of());
        api.world()
                .units
                .inTenant(api.world().worker(client), () -> api.world().events.append(event));
        return event;
    }

    @Test // api 1.10: Last-Event-ID resumes up to 24 h back, older gets one resync; ids only
    void a_reader_goes_on_after_the_event_that_it_had_last() {
        DomainEvent first = happens(api.client(), EventName.CAMPAIGN_STARTED);
        DomainEvent second = happens(api.client(), EventName.REPLY_RECEIVED);
        DomainEvent third = happens(api.client(), EventName.MEETING_BOOKED);
        happens(api.world().open("Farfield").id(), EventName.REPLY_RECEIVED);
        Caller viewer = api.as(Role.VIEWER);

        Answer all = viewer.with("Last-Event-ID", first.id().toString()).get("/events/stream");
        assertThat(all.header("Content-Type")).contains("text/event-stream");
        assertThat(all.text().lines().filter(line -> line.startsWith("event:") || line.startsWith("id:")))
                .containsExactly(
                        "id: " + second.id(), "event: reply.received", "id: " + third.id(), "event: meeting.changed");
        assertThat(all.text()).contains(second.aggregateId().toString());
        assertThat(viewer.get("/events/stream").text()).as("from now on").isEqualTo(": welcome\n\n");

        api.world().clock.advance(Duration.ofHours(25));
        Caller later = api.as(Role.VIEWER);
        assertThat(later.with("Last-Event-ID", first.id().toString())
                        .get("/events/stream")
                        .text())
                .contains("event: resync");
        assertThat(later.with("Last-Event-ID", "nonsense").get("/events/stream").text())
                .contains("event: resync");
    }

    @Test // api 1.10: P/events/stream (PA) is the platform-wide one
    void staff_reads_what_happens_to_any_client() {
        DomainEvent first = happens(api.client(), EventName.CAMPAIGN_STARTED);
        ClientId other = api.world().open("Farfield").id();
        DomainEvent second = happens(other, EventName.REPLY_RECEIVED);

        Answer all = api.staff().with("Last-Event-ID", first.id().toString()).get("/api/v1/admin/events/stream");

        assertThat(all.text()).contains("id: " + second.id()).contains("\"client_id\":\"" + other.text() + "\"");
        assertThat(api.as(Role.OWNER).get("/api/v1/admin/events/stream").code()).isEqualTo("platform_admin_required");
    }

    @Test // api 1.10, 4: what happens meanwhile is told, of the own client only
    void what_happens_while_somebody_reads_is_told_at_once()
            throws InterruptedException, ExecutionException, TimeoutException {
        Caller viewer = api.as(Role.VIEWER);
        ClientId other = api.world().open("Farfield").id();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<String> read = CompletableFuture.supplyAsync(
                    () -> viewer.get("/events/stream").text(), threads);
            while (!read.isDone() && api.world().events.all().size() < 200) {
                happens(api.client(), EventName.CAMPAIGN_PAUSED);
                happens(other, EventName.REPLY_RECEIVED);
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(read.get(30, TimeUnit.SECONDS))
                    .contains("event: campaign.changed")
                    .doesNotContain("reply");
        }
    }

    @Test // api 1.10: at most five streams per user, the sixth is 429; another tenant's stream is not found
    void five_streams_are_enough_and_a_stranger_has_none() {
        Caller viewer = api.as(Role.VIEWER);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> viewer.get("/events/stream").status(), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(statuses)
                    .containsOnly(200, 429)
                    .filteredOn(status -> status == 429)
                    .hasSize(1);
        }
        assertThat(viewer.get("/events/stream").status()).as("they ended").isEqualTo(200);
        assertThat(api.stranger().get("/events/stream").status()).isEqualTo(404);
        assertThat(api.anonymous().get("/events/stream").status()).isEqualTo(401);
    }
}

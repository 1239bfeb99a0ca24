package io.agencyos.adapters.out.unipile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** unipile 1: one call at a time for a seat, at most five for all seats of an account. */
class SeatsTest {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    private static final String OTHER = "acc_Sx2";

    @Test
    void of_eight_seats_five_act_at_once_and_all_have_their_turn() throws Exception {
        Seats seats = new Seats(new MemoryVendorObjects());
        AtomicInteger acting = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch five = new CountDownLatch(5);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Boolean>> acts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int seat = 0; seat < 8; seat++) {
                String name = "acc_" + seat;
                seats.put(CLIENT, name, new SeatId(new UUID(0, seat)));
                acts.add(threads.submit(() -> seats.inTurn(CLIENT, name, "act", () -> {
                            most.accumulateAndGet(acting.incrementAndGet(), Math::max);
                            five.countDown();
                            await(go);
                            acting.decrementAndGet();
                            return Result.ok(true);
                        })
                        .orElseThrow()));
            }
            assertThat(five.await(10, TimeUnit.SECONDS)).isTrue();
            go.countDown();
            for (Future<Boolean> act : acts) {
                assertThat(act.get()).isTrue();
            }
        }
        assertThat(most.get()).isEqualTo(5);
    }

    @Test // unipile 1 "breaker key"
    void a_seat_that_linkedin_does_not_answer_is_left_alone_and_the_others_act_on() {
        try (Stubs vendor = new Stubs()) {
            new Seats(vendor.objects).put(CLIENT, OTHER, new SeatId(new UUID(0, 22)));
            vendor.server.stubFor(request("GET", urlPathEqualTo(Stubs.USER))
                    .withQueryParam("account_id", equalTo(Stubs.SEAT))
                    .willReturn(aResponse().withStatus(503).withBody(Stubs.refusal("provider_unreachable", 503))));
            vendor.on("POST", Stubs.INVITE, 201, "{\"invitation_id\":\"71\"}");
            LinkedInOutreach outreach = vendor.unipile.outreach();
            outreach.send(Stubs.invite());
            outreach.send(Stubs.invite());
            int asked = vendor.asked("GET", Stubs.USER).size();
            assertThat(asked).isEqualTo(5);
            assertThat(outreach.send(Stubs.invite())).isInstanceOf(SendOutcome.NotAccepted.class);
            assertThat(vendor.asked("GET", Stubs.USER)).as("not asked again").hasSize(asked);

            assertThat(vendor.http.closedFor(CLIENT, Unipile.VENDOR, Stubs.SEAT))
                    .isPresent();
            assertThat(vendor.http.closedFor(CLIENT, Unipile.VENDOR, OTHER)).isEmpty();
            assertThat(vendor.http.closedFor(CLIENT, Unipile.VENDOR)).isEmpty();
            assertThat(outreach.send(by(OTHER))).isInstanceOf(SendOutcome.Accepted.class);
        }
    }

    @Test // unipile 9 "Reconcile", outreach 15: what one seat does not tell keeps back nothing of the others, and is
    // made up for
    void the_poll_goes_on_without_a_seat_that_does_not_answer_and_makes_up_for_it() {
        try (Stubs vendor = new Stubs()) {
            new Seats(vendor.objects).put(CLIENT, OTHER, new SeatId(new UUID(0, 22)));
            messages(
                    vendor,
                    Stubs.SEAT,
                    aResponse().withStatus(401).withBody(Stubs.refusal("disconnected_account", 401)));
            messages(vendor, OTHER, aResponse().withBody(Stubs.items(null, message("msg_2", OTHER))));
            vendor.on("GET", Stubs.API + "/users/relations", Stubs.items(null, ""));
            LinkedInReplies replies = vendor.unipile.replies();

            ChannelReplies.Page first = replies.since(CLIENT, null).orElseThrow();
            assertThat(first.events()).extracting(ChannelEvent::key).containsExactly("message/" + OTHER + "/msg_2");

            vendor.on("POST", Stubs.INVITE, 201, "{\"invitation_id\":\"71\"}");
            vendor.clock.advance(Duration.ofHours(11));
            replies.since(CLIENT, first.next()).orElseThrow();
            assertThat(vendor.unipile.outreach().send(Stubs.invite())).isInstanceOf(SendOutcome.Accepted.class);
            vendor.clock.advance(Duration.ofHours(1));
            assertThat(vendor.unipile.outreach().send(Stubs.invite()))
                    .as("outreach 15: nobody is written to whose answers cannot be seen for 12 hours")
                    .isInstanceOf(SendOutcome.NotAccepted.class);
            assertThat(vendor.unipile.outreach().send(by(OTHER))).isInstanceOf(SendOutcome.Accepted.class);

            messages(vendor, Stubs.SEAT, aResponse().withBody(Stubs.items(null, message("msg_1", Stubs.SEAT))));
            ChannelReplies.Page second = replies.since(CLIENT, first.next()).orElseThrow();
            assertThat(second.events()).hasSize(2);
            assertThat(vendor.unipile.outreach().send(Stubs.invite())).isInstanceOf(SendOutcome.Accepted.class);
            assertThat(asked(vendor, Stubs.SEAT)).as("once each time").hasSize(3);
            assertThat(asked(vendor, Stubs.SEAT).getLast())
                    .isEqualTo(asked(vendor, Stubs.SEAT).getFirst());
        }
    }

    private static LinkedInCommand by(String seat) {
        LinkedInCommand usual = Stubs.invite();
        return new LinkedInCommand(
                usual.clientId(),
                usual.touchId(),
                usual.idempotencyKey(),
                usual.kind(),
                new LinkedInCommand.Seat(new SeatId(new UUID(0, 22)), seat),
                usual.profile(),
                null,
                "",
                null);
    }

    private static String message(String id, String seat) {
        return "{\"object\":\"Message\",\"id\":\"" + id + "\",\"account_id\":\"" + seat
                + "\",\"chat_id\":\"ch_9\",\"sender_id\":\"" + Stubs.PRIYA
                + "\",\"text\":\"Thursday works\",\"timestamp\":\"2026-09-02T03:40:11.000Z\",\"is_sender\":0}";
    }

    private static void messages(Stubs vendor, String seat, ResponseDefinitionBuilder answer) {
        vendor.server.stubFor(request("GET", urlPathEqualTo(Stubs.API + "/messages"))
                .withQueryParam("account_id", equalTo(seat))
                .willReturn(answer));
    }

    /** From when on a seat's messages were asked for, each time. */
    private static List<String> asked(Stubs vendor, String seat) {
        return vendor.asked("GET", Stubs.API + "/messages").stream()
                .filter(request ->
                        request.queryParameter("account_id").firstValue().equals(seat))
                .map(request -> request.queryParameter("after").firstValue())
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

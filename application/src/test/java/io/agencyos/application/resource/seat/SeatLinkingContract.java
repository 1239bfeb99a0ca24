package io.agencyos.application.resource.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.resource.seat.SeatLinking.Link;
import io.agencyos.application.resource.seat.SeatLinking.Linked;
import io.agencyos.application.resource.seat.SeatLinking.Request;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that connects seats must do. Source: outreach 11.1, unipile 4.1, 4.2. */
public abstract class SeatLinkingContract {

    /** The service, which has no seat yet. */
    public interface World {

        SeatLinking linking();

        ClientId client();

        Instant now();

        /** Somebody opens the page and signs in; what the service calls back with. Another visit is another account. */
        Callback signIn(Link link);

        /** The service answers nobody until further notice. */
        void breakDown();
    }

    /** What the service calls back with. */
    public record Callback(String token, String vendorRef) {}

    private static final SeatId SEAT = new SeatId(new UUID(0, 21));

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private Link link() {
        return world.linking()
                .createLink(new Request(
                        world.client(),
                        SEAT,
                        URI.create("http://127.0.0.1:1/hooks"),
                        URI.create("https://app.agency.example/seats?ok"),
                        URI.create("https://app.agency.example/seats?failed"),
                        null))
                .orElseThrow();
    }

    private Result<Linked, VendorFailure> confirm(Callback callback) {
        return world.linking().confirm(world.client(), callback.token(), callback.vendorRef());
    }

    private boolean connected(String vendorRef) {
        return world.linking()
                .state(world.client(), vendorRef)
                .fold(signal -> signal == SeatSignal.CONNECTED, failure -> false);
    }

    @Test
    void a_seat_is_connected_once_however_often_it_is_called_back() {
        Link link = link();
        assertThat(link.page().toString()).isNotBlank();
        assertThat(link.expiresAt()).isAfter(world.now());

        Callback callback = world.signIn(link);
        Linked linked = confirm(callback).orElseThrow();

        assertThat(linked.seat()).isEqualTo(SEAT);
        assertThat(linked.vendorRef()).isEqualTo(callback.vendorRef());
        assertThat(linked.name()).isNotBlank();
        assertThat(confirm(callback)).isEqualTo(Result.ok(linked));
        assertThat(connected(linked.vendorRef())).isTrue();
    }

    @Test
    void a_second_account_for_one_request_is_refused_and_the_first_stays() {
        Link link = link();
        Linked first = confirm(world.signIn(link)).orElseThrow();

        Callback second = world.signIn(link);
        assertThat(confirm(second).fold(linked -> "linked", VendorFailure::kind))
                .isEqualTo("conflict");

        assertThat(connected(second.vendorRef())).isFalse();
        assertThat(connected(first.vendorRef())).isTrue();
    }

    @Test
    void a_callback_that_nobody_asked_for_is_not_believed() {
        Callback callback = world.signIn(link());

        assertThat(confirm(new Callback("made-up", callback.vendorRef())).isOk())
                .isFalse();
        assertThat(confirm(new Callback(callback.token(), "acc_foreign")).isOk())
                .isFalse();
        assertThat(world.linking()
                        .confirm(new ClientId(new UUID(0, 9)), callback.token(), callback.vendorRef())
                        .isOk())
                .as("for another client")
                .isFalse();
    }

    @Test
    void a_removed_seat_is_no_seat_any_more_and_removing_it_again_is_harmless() {
        String ref = confirm(world.signIn(link())).orElseThrow().vendorRef();

        assertThat(world.linking().remove(world.client(), ref)).isEqualTo(Result.ok(true));
        assertThat(connected(ref)).isFalse();
        assertThat(world.linking().remove(world.client(), ref)).isEqualTo(Result.ok(true));
    }

    @Test
    void a_service_that_does_not_answer_is_a_failure() {
        Callback callback = world.signIn(link());
        world.breakDown();

        assertThat(confirm(callback).isOk()).isFalse();
        assertThat(world.linking().state(world.client(), callback.vendorRef()).isOk())
                .isFalse();
    }
}

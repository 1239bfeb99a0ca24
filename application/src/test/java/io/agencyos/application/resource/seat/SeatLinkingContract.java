package io.agencyos.application.resource.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.resource.seat.SeatLinking.Link;
import io.agencyos.application.resource.seat.SeatLinking.Linked;
import io.agencyos.domain.resource.SeatSignal;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SeatId;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Connecting a seat by a page of the vendor's. Source: outreach 11.1. */
public abstract class SeatLinkingContract {

    protected static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    private static final SeatId SEAT = new SeatId(new UUID(0, 21));

    /** What a callback claims. */
    public record Claim(String token, String vendorRef) {}

    protected abstract SeatLinking linking();

    protected abstract Instant now();

    /** Somebody opens the page and signs in to an account that was not connected before; what the vendor calls back. */
    protected abstract Claim visited(Link link);

    private Link link() {
        return linking()
                .createLink(new SeatLinking.Request(
                        CLIENT,
                        SEAT,
                        URI.create("http://127.0.0.1:1/hooks"),
                        URI.create("https://app.agency.example/seats?ok"),
                        URI.create("https://app.agency.example/seats?failed"),
                        null))
                .orElseThrow();
    }

    private Result<Linked, VendorFailure> confirm(Claim claim) {
        return linking().confirm(CLIENT, claim.token(), claim.vendorRef());
    }

    @Test
    void a_seat_is_connected_once_however_often_it_is_called_back() {
        Link link = link();
        assertThat(link.expiresAt()).isAfter(now());
        Claim claim = visited(link);

        Linked linked = confirm(claim).orElseThrow();

        assertThat(linked.seat()).isEqualTo(SEAT);
        assertThat(linked.vendorRef()).isEqualTo(claim.vendorRef());
        assertThat(linked.name()).isNotBlank();
        assertThat(confirm(claim)).isEqualTo(Result.ok(linked));
        assertThat(linking().state(CLIENT, linked.vendorRef())).isEqualTo(Result.ok(SeatSignal.CONNECTED));
    }

    @Test
    void a_second_account_for_one_request_is_removed_again() {
        Link link = link();
        Linked first = confirm(visited(link)).orElseThrow();
        Claim second = visited(link);

        assertThat(second.vendorRef()).isNotEqualTo(first.vendorRef());
        assertThat(confirm(second))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(refused.error()).isInstanceOf(VendorFailure.Conflict.class));
        assertThat(linking().state(CLIENT, second.vendorRef()).isOk()).isFalse();
        assertThat(linking().state(CLIENT, first.vendorRef())).isEqualTo(Result.ok(SeatSignal.CONNECTED));
    }

    @Test
    void what_nobody_asked_for_or_what_is_another_clients_is_refused() {
        Claim claim = visited(link());

        assertThat(confirm(new Claim("made-up", claim.vendorRef())).isOk()).isFalse();
        assertThat(confirm(new Claim(claim.token(), "acc_foreign")).isOk()).isFalse();
        assertThat(linking()
                        .confirm(new ClientId(new UUID(0, 9)), claim.token(), claim.vendorRef())
                        .isOk())
                .isFalse();
    }

    @Test
    void a_removed_seat_is_no_seat_any_more() {
        String seat = confirm(visited(link())).orElseThrow().vendorRef();

        assertThat(linking().remove(CLIENT, seat)).isEqualTo(Result.ok(true));
        assertThat(linking().remove(CLIENT, seat)).as("gone already").isEqualTo(Result.ok(true));
        assertThat(linking().state(CLIENT, seat).isOk()).isFalse();
    }
}

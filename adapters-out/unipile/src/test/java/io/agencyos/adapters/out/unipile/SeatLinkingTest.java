package io.agencyos.adapters.out.unipile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** unipile 4.1, 4.2 and 13: connecting a seat, over real HTTP. */
class SeatLinkingTest {

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private Result<SeatLinking.Linked, VendorFailure> confirm(JsonNode callback) {
        return vendor.unipile
                .seatLinking()
                .confirm(
                        SandboxVendor.CLIENT,
                        Fields.text(callback, "name").orElseThrow(),
                        Fields.text(callback, "account_id").orElseThrow());
    }

    @Test // rows 2, 3: the sandbox refuses an expiry without three digits of milliseconds
    void a_seat_is_connected_once_however_often_it_is_called_back() {
        SeatLinking.Link link = vendor.link(SandboxVendor.SEAT);
        assertThat(link.expiresAt()).isEqualTo(vendor.clock.instant().plus(Duration.ofHours(2)));
        JsonNode callback = vendor.visit(link);
        SeatLinking.Linked linked = confirm(callback).orElseThrow();
        assertThat(linked.seat()).isEqualTo(SandboxVendor.SEAT);
        assertThat(linked.name()).isEqualTo("Sam Oduya");
        assertThat(linked.profile()).isNotNull();
        assertThat(linked.profile().url())
                .startsWith("https://www.linkedin.com/in/")
                .endsWith("-example");
        assertThat(confirm(callback)).isEqualTo(Result.ok(linked));
        assertThat(vendor.unipile.seatLinking().state(SandboxVendor.CLIENT, linked.vendorRef()))
                .isEqualTo(Result.ok(SeatSignal.CONNECTED));
    }

    @Test // unipile 4.1: the same account by another link
    void a_seat_is_connected_again_by_a_link_of_its_own() {
        SeatLinking.Linked first =
                confirm(vendor.visit(vendor.link(SandboxVendor.SEAT))).orElseThrow();
        JsonNode callback = vendor.visit(vendor.link(SandboxVendor.SEAT, first.vendorRef()));
        assertThat(Fields.text(callback, "status")).contains("RECONNECTED");
        assertThat(confirm(callback)).isEqualTo(Result.ok(first));
    }

    @Test // unipile 4.1
    void a_second_account_for_one_request_is_removed_again() {
        SeatLinking.Link link = vendor.link(SandboxVendor.SEAT);
        SeatLinking.Linked first = confirm(vendor.visit(link)).orElseThrow();
        vendor.pass(Duration.ofMinutes(1));
        JsonNode second = vendor.visit(link);
        assertThat(Fields.text(second, "account_id")).isNotEqualTo(first.vendorRef());
        assertThat(confirm(second))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(refused.error()).isInstanceOf(VendorFailure.Conflict.class));
        assertThat(vendor.unipile.seatLinking().state(SandboxVendor.CLIENT, first.vendorRef()))
                .isEqualTo(Result.ok(SeatSignal.CONNECTED));
    }

    @Test // row 4
    void a_callback_that_nobody_asked_for_or_of_an_account_that_is_not_ours_is_refused() {
        SeatLinking linking = vendor.unipile.seatLinking();
        assertThat(linking.confirm(SandboxVendor.CLIENT, "made-up", "acc_1").isOk())
                .isFalse();
        JsonNode callback = vendor.visit(vendor.link(SandboxVendor.SEAT));
        String token = Fields.text(callback, "name").orElseThrow();
        assertThat(linking.confirm(SandboxVendor.CLIENT, token, "acc_foreign").isOk())
                .isFalse();
        assertThat(linking.confirm(new ClientId(new UUID(0, 9)), token, "acc_1").isOk())
                .isFalse();
    }

    @ParameterizedTest // row 5
    @CsvSource({
        "OK, CONNECTED",
        "CONNECTING, UNDER_WAY",
        "CREDENTIALS, CREDENTIALS_REQUIRED",
        "PERMISSIONS, CREDENTIALS_REQUIRED",
        "ERROR, FAULTY",
        "STOPPED, RESTRICTED",
        "SOMETHING_NEW, FAULTY"
    })
    void every_word_of_a_seat_has_its_meaning(String word, SeatSignal signal) {
        String seat = vendor.seat();
        vendor.sandbox.setSeatStatus(seat, word);
        assertThat(vendor.unipile.seatLinking().state(SandboxVendor.CLIENT, seat))
                .isEqualTo(Result.ok(signal));
    }

    @Test // row 5: the worst counts, and none is bad
    void of_several_sources_the_worst_counts() {
        assertThat(Seats.signal(
                        Fields.parse("{\"sources\":[{\"status\":\"OK\"},{\"status\":\"CREDENTIALS\"}]}".getBytes())))
                .isEqualTo(SeatSignal.CREDENTIALS_REQUIRED);
        assertThat(Seats.signal(Fields.parse("{\"sources\":[]}".getBytes()))).isEqualTo(SeatSignal.FAULTY);
    }

    @Test
    void a_removed_seat_is_no_seat_any_more() {
        String seat = vendor.seat();
        SeatLinking linking = vendor.unipile.seatLinking();
        assertThat(linking.remove(SandboxVendor.CLIENT, seat)).isEqualTo(Result.ok(true));
        assertThat(linking.state(SandboxVendor.CLIENT, seat).isOk()).isFalse();
        assertThat(vendor.unipile
                        .outreach()
                        .pendingInvitations(SandboxVendor.CLIENT, seat)
                        .isOk())
                .isFalse();
    }
}

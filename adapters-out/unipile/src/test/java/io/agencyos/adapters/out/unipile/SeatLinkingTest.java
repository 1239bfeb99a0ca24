package io.agencyos.adapters.out.unipile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.resource.seat.SeatLinkingContract;
import io.agencyos.domain.resource.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** unipile 4.1, 4.2 and 13: connecting a seat, over real HTTP. */
class SeatLinkingTest extends SeatLinkingContract {

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected SeatLinking linking() {
        return vendor.unipile.seatLinking();
    }

    @Override
    protected Instant now() {
        return vendor.clock.instant();
    }

    @Override
    protected Claim visited(SeatLinking.Link link) {
        vendor.pass(Duration.ofMinutes(1));
        JsonNode callback = vendor.visit(link);
        return new Claim(
                Fields.text(callback, "name").orElseThrow(),
                Fields.text(callback, "account_id").orElseThrow());
    }

    private Result<SeatLinking.Linked, VendorFailure> confirm(JsonNode callback) {
        return linking()
                .confirm(
                        SandboxVendor.CLIENT,
                        Fields.text(callback, "name").orElseThrow(),
                        Fields.text(callback, "account_id").orElseThrow());
    }

    @Test // rows 2, 3: the sandbox refuses an expiry without three digits of milliseconds
    void a_link_lives_two_hours_and_the_account_says_whose_it_is() {
        SeatLinking.Link link = vendor.link(SandboxVendor.SEAT);
        assertThat(link.expiresAt()).isEqualTo(vendor.clock.instant().plus(Duration.ofHours(2)));
        SeatLinking.Linked linked = confirm(vendor.visit(link)).orElseThrow();
        assertThat(linked.name()).isEqualTo("Sam Oduya");
        assertThat(linked.profile()).isNotNull();
        assertThat(linked.profile().url())
                .startsWith("https://www.linkedin.com/in/")
                .endsWith("-example");
    }

    @Test // unipile 4.1: the same account by another link
    void a_seat_is_connected_again_by_a_link_of_its_own() {
        SeatLinking.Linked first =
                confirm(vendor.visit(vendor.link(SandboxVendor.SEAT))).orElseThrow();
        JsonNode callback = vendor.visit(vendor.link(SandboxVendor.SEAT, first.vendorRef()));
        assertThat(Fields.text(callback, "status")).contains("RECONNECTED");
        assertThat(confirm(callback)).isEqualTo(Result.ok(first));
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
    void a_removed_seat_has_no_invitations() {
        String seat = vendor.seat();

        assertThat(linking().remove(SandboxVendor.CLIENT, seat)).isEqualTo(Result.ok(true));
        assertThat(vendor.unipile
                        .outreach()
                        .pendingInvitations(SandboxVendor.CLIENT, seat)
                        .isOk())
                .isFalse();
    }
}

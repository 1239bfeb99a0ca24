package io.agencyos.bootstrap.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.channel.LinkedInOutreach.InMailBalance;
import io.agencyos.application.platform.vendor.VendorCredits.Credits;
import io.agencyos.application.platform.vendor.VendorLimits.Period;
import io.agencyos.application.platform.vendor.VendorLimits.Window;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@code doctor} says of what is left: apollo A10 and A11, unipile U17. */
class AllowancesTest {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    private static final VendorFailure AWAY = new VendorFailure.Unavailable(Details.of("v", "ask", "away"));

    private static Window window(Period period, long limit, long left) {
        return new Window("search", period, Optional.of(limit), limit - left, Optional.of(left));
    }

    @Test
    void of_requests_the_window_is_told_that_is_used_up_first() {
        assertThat(Allowances.data(
                        CLIENT,
                        client -> Result.ok(new Credits(11_660, Optional.of(LocalDate.of(2026, 9, 30)))),
                        client -> Result.ok(List.of(
                                window(Period.DAY, 2_000, 1_988),
                                window(Period.HOUR, 400, 12),
                                new Window("news", Period.DAY, Optional.empty(), 3, Optional.empty())))))
                .containsExactly("11660 credits until 2026-09-30", "search 12 of 400 this hour");
        assertThat(Allowances.data(CLIENT, client -> Result.err(AWAY), client -> Result.err(AWAY)))
                .isEmpty();
    }

    @Test // unipile U17: counts per product, null = product absent
    void of_a_seat_the_inmails_are_told_that_its_owner_pays_for() {
        Seat seat = Seat.asked(new SeatId(new UUID(0, 21)), CLIENT, null, ZoneId.of("Australia/Sydney"), Instant.EPOCH)
                .on(new SeatEvent.Connected(new SeatAccount("acc_1", "Sam Oduya", null)), Instant.EPOCH);
        Seat unlinked =
                Seat.asked(new SeatId(new UUID(0, 22)), CLIENT, null, ZoneId.of("Australia/Sydney"), Instant.EPOCH);

        assertThat(Allowances.seats(
                        CLIENT,
                        List.of(seat, unlinked),
                        (client, account) ->
                                Result.ok(new InMailBalance(Optional.of(12), Optional.empty(), Optional.of(0)))))
                .containsExactly("Sam Oduya: InMails premium 12, sales navigator 0");
        assertThat(Allowances.seats(CLIENT, List.of(seat), (client, account) -> Result.err(AWAY)))
                .isEmpty();
    }
}

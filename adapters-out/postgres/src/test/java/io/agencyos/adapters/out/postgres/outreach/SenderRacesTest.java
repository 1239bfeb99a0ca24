package io.agencyos.adapters.out.postgres.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.outreach.engine.SenderBounds;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Seats and numbers under twenty writers at once. */
class SenderRacesTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Instant NOON = Instant.parse("2026-03-03T01:00:00Z");

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final PostgresQuotas quotas = new PostgresQuotas();

    @Test // RES-9: 20 threads racing for the last 5 units: exactly 5 succeed
    void of_twenty_who_race_for_the_last_five_calls_of_a_number_exactly_five_win() throws Exception {
        SendingNumber number = new SendingNumber(
                new ResourceId(UUID.randomUUID()),
                client,
                new PhoneNumber("+61255500100"),
                "carrier",
                NOON.minus(Duration.ofDays(1)),
                null,
                null);
        List<Quotas.Bound> bounds = SenderBounds.of(number, TouchKind.VOICE, SYDNEY, NOON);
        for (int taken = 0; taken < 15; taken++) {
            assertThat(won(bounds)).isTrue();
        }
        assertThat(race(bounds)).isEqualTo(5);
    }

    @Test // RES-8, RES-9: a client's safety cap holds over all of its numbers
    void the_texts_of_two_numbers_share_the_cap_of_their_client() {
        int sent = 0;
        for (int i = 0; i < 3; i++) {
            SendingNumber number = new SendingNumber(
                    new ResourceId(UUID.randomUUID()),
                    client,
                    new PhoneNumber("+6125550010" + i),
                    "carrier",
                    null,
                    null,
                    null);
            List<Quotas.Bound> bounds = SenderBounds.of(number, TouchKind.SMS, SYDNEY, NOON);
            List<Quotas.Claim> claims = new ArrayList<>();
            for (int text = 0; text < 110; text++) {
                claims.add(new Quotas.Claim(new TouchId(UUID.randomUUID()), bounds));
            }
            int refused = worker(() -> quotas.reserve(client, claims)).size();
            sent += claims.size() - refused;
        }
        assertThat(sent).isEqualTo(200);
    }

    @Test // RES-9, TIME-5: the target of the day and eight actions an hour, whichever is first
    void of_twenty_who_race_for_a_warming_seat_as_many_win_as_its_target_says() throws Exception {
        Seat seat = Seat.asked(new SeatId(UUID.randomUUID()), client, null, SYDNEY, NOON)
                .on(new SeatEvent.Connected(new SeatAccount("acc-1", "Sam Oduya", null)), NOON);
        var book = new SenderBounds.SeatBook(0, 0, false);
        List<Quotas.Bound> bounds = SenderBounds.of(seat, TouchKind.LI_INVITE, book, NOON);
        assertThat(race(bounds)).isEqualTo(seat.today(NOON, false).target()).isBetween(4, 5);
        List<Quotas.Bound> views = SenderBounds.of(seat, TouchKind.LI_VIEW, book, NOON);
        assertThat(race(views))
                .as("views share the hour with the invitations")
                .isEqualTo(8 - seat.today(NOON, false).target());
        var week = new SenderBounds.SeatBook(0, 80, false);
        assertThat(race(SenderBounds.of(seat, TouchKind.LI_INVITE, week, NOON.plus(Duration.ofHours(1)))))
                .as("80 in seven days")
                .isZero();
    }

    private int race(List<Quotas.Bound> bounds) throws Exception {
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            racers.add(() -> won(bounds));
        }
        int winners = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> racer : threads.invokeAll(racers)) {
                winners += racer.get() ? 1 : 0;
            }
        }
        return winners;
    }

    private boolean won(List<Quotas.Bound> bounds) {
        Quotas.Claim claim = new Quotas.Claim(new TouchId(UUID.randomUUID()), bounds);
        return worker(() -> quotas.reserve(client, List.of(claim))).isEmpty();
    }

    private <T> T worker(Supplier<T> work) {
        return database.unitOfWork().inTenant(TenantScope.worker(client), work);
    }
}

package io.agencyos.application.outreach.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which counters an action takes, whatever the clocks do. */
class SenderBoundsTest {

    private static final ClientId CLIENT = new ClientId(new UUID(1, 1));
    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");
    private static final SendingNumber NUMBER = new SendingNumber(
            new ResourceId(new UUID(2, 2)), CLIENT, new PhoneNumber("+61255500100"), "carrier", YEAR, null, null);

    /** The zones whose clocks change this year, Adelaide and Lord Howe among them. */
    private static Stream<ZoneId> changing() {
        return ZoneId.getAvailableZoneIds().stream()
                .map(ZoneId::of)
                .filter(zone -> !changes(zone).isEmpty());
    }

    private static List<Instant> changes(ZoneId zone) {
        return Stream.iterate(
                        zone.getRules().nextTransition(YEAR),
                        change -> change != null && change.getInstant().isBefore(NEXT_YEAR),
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .map(ZoneOffsetTransition::getInstant)
                .toList();
    }

    private static Seat seat(ZoneId zone) {
        return Seat.asked(new SeatId(new UUID(3, 3)), CLIENT, null, zone, YEAR)
                .on(new SeatEvent.Connected(new SeatAccount("acc-1", "Sam Oduya", null)), YEAR);
    }

    private static Quotas.Counter first(List<Quotas.Bound> bounds) {
        return bounds.getFirst().counter();
    }

    @Test // scoring 5: no second day is created by a doubled hour; RES-9: the day turns at midnight of the zone
    void every_local_date_has_one_counter_in_every_zone_whose_clocks_change() {
        Set<ZoneId> looked = new HashSet<>();
        changing()
                .forEach(zone -> changes(zone).forEach(change -> {
                    looked.add(zone);
                    Map<LocalDate, Instant> days = new HashMap<>();
                    for (int quarter = -200; quarter <= 200; quarter++) {
                        Instant now = change.plus(Duration.ofMinutes(15L * quarter));
                        LocalDate date = LocalDate.ofInstant(now, zone);
                        Instant start = first(SenderBounds.of(NUMBER, TouchKind.VOICE, zone, now))
                                .periodStart();
                        assertThat(start).as("%s %s", zone, now).isEqualTo(days.computeIfAbsent(date, day -> start));
                        assertThat(start).isBeforeOrEqualTo(now).isAfter(now.minus(Duration.ofHours(26)));
                        assertThat(LocalDate.ofInstant(start, zone)).isEqualTo(date);
                    }
                    assertThat(new HashSet<>(days.values())).as("%s", zone).hasSameSizeAs(days.keySet());
                }));
        assertThat(looked).contains(ZoneId.of("Australia/Adelaide"), ZoneId.of("Australia/Lord_Howe"));
    }

    @Test // TIME-5: at most 8 actions per clock hour, for views, invitations and messages together
    void what_a_seat_does_in_an_hour_is_one_counter_for_all_kinds() {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
        Seat seat = seat(lordHowe);
        var book = new SenderBounds.SeatBook(0, 0, false);
        Instant now = Instant.parse("2026-03-03T01:20:00Z");

        Set<Quotas.Counter> hours = new HashSet<>();
        for (TouchKind kind : List.of(TouchKind.LI_VIEW, TouchKind.LI_INVITE, TouchKind.LI_MESSAGE)) {
            Quotas.Bound hour = SenderBounds.of(seat, kind, book, now).getLast();
            assertThat(hour.limit()).isEqualTo(8);
            hours.add(hour.counter());
        }
        assertThat(hours)
                .singleElement()
                .extracting(Quotas.Counter::periodStart)
                .as("12:20 there, eleven hours before UTC")
                .isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
    }

    @Test // RES-8: Sundays and national holidays none, Saturdays half, 50 messages, 100 views; 80 in seven days
    void a_seats_limits_are_those_of_its_own_day() {
        Seat active = seat(ZoneId.of("Australia/Sydney")).aged(YEAR.plus(Duration.ofDays(40)));
        Instant monday = Instant.parse("2026-03-02T01:00:00Z");
        assertThat(limit(active, 0, 0, false, monday)).isBetween(15, 20);
        assertThat(limit(active, 5, 0, false, monday)).isEqualTo(limit(active, 0, 0, false, monday) - 5);
        assertThat(limit(active, 0, 78, false, monday)).isEqualTo(2);
        assertThat(limit(active, 0, 0, true, monday)).isZero();
        assertThat(limit(active, 0, 0, false, Instant.parse("2026-02-28T01:00:00Z")))
                .isBetween(8, 10);
        assertThat(limit(active, 0, 0, false, Instant.parse("2026-03-01T01:00:00Z")))
                .isZero();
        var book = new SenderBounds.SeatBook(0, 0, false);
        assertThat(SenderBounds.of(active, TouchKind.LI_MESSAGE, book, monday)
                        .getFirst()
                        .limit())
                .isEqualTo(50);
        assertThat(SenderBounds.of(active, TouchKind.LI_VIEW, book, monday)
                        .getFirst()
                        .limit())
                .isEqualTo(100);
        assertThat(SenderBounds.of(active, TouchKind.EMAIL, book, monday)).isEmpty();
    }

    private static int limit(Seat seat, int manual, int week, boolean holiday, Instant now) {
        var book = new SenderBounds.SeatBook(manual, week, holiday);
        return SenderBounds.of(seat, TouchKind.LI_INVITE, book, now).getFirst().limit();
    }
}

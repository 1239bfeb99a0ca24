package io.agencyos.domain.resource.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.ResourceBuffer;
import io.agencyos.domain.resource.seat.SeatHealth.Level;
import io.agencyos.domain.shared.id.SeatId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of scoring 4.2 (buffer), 4.5, 4.6 and 4.9. */
class SeatsTest {

    private static final SeatId SEAT = new SeatId(UUID.fromString("018f3c5e-7a10-7b3c-9d21-0a5b6c7d8e9f"));
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest // RES-6
    @CsvSource({
        "5,2,2,400,OK,0",
        "17,6,7,353,WARNING,1",
        "17,3,7,176,CRITICAL,4",
        "25,10,10,400,OK,0",
        "0,0,0,1000,OK,0"
    })
    void the_buffer_is_two_fifths_of_what_is_lent(
            int allocated, int ready, int required, int perMille, ResourceBuffer.Level level, int shortfall) {
        var buffer = new ResourceBuffer(allocated, ready);
        assertThat(buffer.required()).isEqualTo(required);
        assertThat(buffer.perMille()).isEqualTo(perMille);
        assertThat(buffer.level()).isEqualTo(level);
        assertThat(buffer.shortfall()).isEqualTo(shortfall);
    }

    @ParameterizedTest // TIME-5, the drawn examples
    @CsvSource({"2026-03-02,20,19", "2026-03-02,5,5", "2026-03-03,20,16", "2026-03-03,5,4"})
    void a_target_is_drawn_once_for_seat_and_date(LocalDate date, int limit, int target) {
        assertThat(new SeatDay(SEAT, date, limit).target()).isEqualTo(target);
    }

    @ParameterizedTest // TIME-5: u = first 8 bytes (big-endian, unsigned) / 2^64
    @CsvSource({"2026-03-02,0.793423", "2026-03-03,0.302177"})
    void the_draw_is_the_fraction_that_the_digest_begins_with(LocalDate date, BigDecimal drawn) {
        BigDecimal whole = new BigDecimal(BigInteger.TWO.pow(Long.SIZE));
        assertThat(new BigDecimal(new SeatDay(SEAT, date, 20).drawn()).divide(whole, 6, RoundingMode.HALF_UP))
                .isEqualTo(drawn);
    }

    @ParameterizedTest // TIME-5, the ranges
    @CsvSource({"20,15", "15,12", "10,8", "5,4", "7,6", "0,0"})
    void a_target_is_at_least_three_quarters_of_the_limit(int limit, int lowest) {
        assertThat(new SeatDay(SEAT, MONDAY, limit).lowest()).isEqualTo(lowest);
    }

    @Property // TIME-5
    void every_target_lies_in_its_range(@ForAll @IntRange(max = 20) int limit, @ForAll @IntRange(max = 3_000) int day) {
        var one = new SeatDay(SEAT, MONDAY.plusDays(day), limit);
        assertThat(one.target()).isBetween(one.lowest(), limit);
    }

    @Test // TIME-5, RES-8, outreach 11.2 worked: 18 drawn, 6 automated, 5 manual → 7; 78 in seven days → 2
    void manual_work_and_the_week_count_against_a_target() {
        assertThat(SeatDay.left(18, 6, 5, 40)).isEqualTo(7);
        assertThat(SeatDay.left(18, 0, 0, 78)).isEqualTo(2);
        assertThat(SeatDay.left(18, 15, 9, 40)).isZero();
    }

    @ParameterizedTest // TIME-5, RES-12, outreach 11.2 worked: warm-up, health, date → limit
    @CsvSource({
        "20,20,2026-03-02,20",
        "20,20,2026-03-07,10",
        "20,15,2026-03-07,7",
        "20,20,2026-03-08,0",
        "5,15,2026-03-02,5",
        "10,10,2026-03-02,10"
    })
    void a_day_is_the_smaller_of_ramp_and_health(int warmUp, int health, LocalDate date, int limit) {
        assertThat(SeatDay.of(SEAT, date, warmUp, health, false).limit()).isEqualTo(limit);
        assertThat(SeatDay.of(SEAT, date, warmUp, health, true).limit()).isZero();
    }

    @ParameterizedTest // RES-13, outreach 11.5, 11.2: requested, accepted → limit
    @CsvSource({"19,0,20", "20,3,10", "20,4,15", "100,19,10", "100,20,15", "100,29,15", "100,30,20", "0,0,20"})
    void the_accept_rate_sets_the_limit_and_equality_is_the_better_class(int requested, int accepted, int limit) {
        assertThat(new SeatHealth(requested, accepted, 0, 0, 0).limit()).isEqualTo(limit);
    }

    @ParameterizedTest // RES-13, outreach 11.5
    @CsvSource({"50,GOOD,true", "51,WARNING,true", "80,WARNING,true", "81,CRITICAL,false"})
    void too_many_unanswered_invitations_stop_new_ones(int pending, Level level, boolean mayInvite) {
        var health = new SeatHealth(0, 0, pending, 0, 0);
        assertThat(health.backlog()).isEqualTo(level);
        assertThat(SeatStanding.of(health, 0, 0, Instant.EPOCH).mayInvite()).isEqualTo(mayInvite);
    }

    @ParameterizedTest // RES-13, outreach 11.5
    @CsvSource({"5,0,true", "4,0,false", "0,0,false", "9,1,false"})
    void only_a_seat_that_tried_in_vain_is_suspicious(int attempted, int sent, boolean suspicious) {
        assertThat(new SeatHealth(0, 0, 0, attempted, sent).possiblyRestricted())
                .isEqualTo(suspicious);
    }

    @Test // TIME-5, outreach 11.3
    void gaps_are_as_worked() {
        assertThat(SeatRhythm.gap(0, 0)).isEqualTo(Duration.ofMinutes(8));
        assertThat(SeatRhythm.gap(0, -2)).isEqualTo(Duration.ofMinutes(8));
        assertThat(SeatRhythm.gap(2.0 / 7, 0)).isEqualTo(Duration.ofSeconds(1_114));
        assertThat(SeatRhythm.gap(0.5, 1)).isEqualTo(Duration.ofSeconds(1_650));
        assertThat(SeatRhythm.gap(1, 2)).isEqualTo(Duration.ofMinutes(45));
    }

    @Test // TIME-5: Beta(2, 5) has the mean 2/7, so a gap the mean of 18.57 minutes
    void drawn_gaps_have_the_mean_of_their_distribution() {
        double mean = IntStream.range(0, 4_000)
                .mapToLong(i -> SeatRhythm.gapBefore("touch-" + i).toSeconds())
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(18.3 * 60, 18.9 * 60);
        assertThat(SeatRhythm.gapBefore("touch-1")).isEqualTo(SeatRhythm.gapBefore("touch-1"));
    }

    @Property // TIME-5
    void starts_and_views_stay_in_their_ranges(@ForAll @IntRange(max = 3_000) int day) {
        assertThat(SeatRhythm.startDelay(SEAT, MONDAY.plusDays(day))).isBetween(Duration.ZERO, Duration.ofMinutes(120));
        assertThat(SeatRhythm.viewLead("touch-" + day)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(30));
    }

    @Test // outreach 11.3: those who wait stand the seat's gap apart, from one day's window into the next
    void a_line_that_is_longer_than_the_day_goes_on_in_the_next_one() {
        ZoneId sydney = ZoneId.of("Australia/Sydney");
        // a Saturday, after which comes a day without invitations
        Instant now = MONDAY.plusDays(5).atTime(14, 0).atZone(sydney).toInstant();
        Instant before = now;
        for (int i = 0; i < 60; i++) {
            Instant turn = SeatRhythm.turn(SEAT, sydney, now, before, "touch-" + i);
            assertThat(Duration.between(before, turn)).isGreaterThanOrEqualTo(Duration.ofMinutes(8));
            assertThat(turn.atZone(sydney).toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(17, 59, 59));
            assertThat(turn.atZone(sydney).getDayOfWeek()).isNotEqualTo(DayOfWeek.SUNDAY);
            before = turn;
        }
        assertThat(LocalDate.ofInstant(before, sydney)).isAfter(MONDAY.plusDays(7));
    }

    @ParameterizedTest(
            name = "{0} is at work: {1}") // scoring TIME-1: Monday to Friday 08:00 to 18:00 of the seat's owner
    @CsvSource({
        "2026-03-02T07:59,false",
        "2026-03-02T08:00,true",
        "2026-03-06T17:59,true",
        "2026-03-06T18:00,false",
        "2026-03-07T10:00,false",
        "2026-03-08T10:00,false"
    })
    void a_seat_looks_while_its_owner_is_at_work(LocalDateTime there, boolean atWork) {
        ZoneId perth = ZoneId.of("Australia/Perth");
        assertThat(SeatRhythm.isAtWork(perth, there.atZone(perth).toInstant())).isEqualTo(atWork);
    }
}

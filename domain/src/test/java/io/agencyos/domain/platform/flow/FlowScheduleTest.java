package io.agencyos.domain.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: flows 1.8. */
class FlowScheduleTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final FlowSchedule AT_TWO = schedule("0 0 2 * * *", Duration.ofHours(3));

    private static FlowSchedule schedule(String cron, Duration misfire) {
        return new FlowSchedule(Cron.parse(cron).orElseThrow(), SYDNEY, misfire);
    }

    private static List<Instant> fires(FlowSchedule schedule, String from, String until) {
        List<Instant> fires = new ArrayList<>();
        Instant end = Instant.parse(until);
        Optional<FlowSchedule.Fire> fire = schedule.nextAfter(Instant.parse(from));
        while (fire.isPresent() && !fire.get().at().isAfter(end)) {
            fires.add(fire.get().at());
            fire = schedule.nextAfter(fire.get().at());
        }
        return fires;
    }

    @Test // flows 1.8, example 1
    void when_two_oclock_comes_twice_it_fires_at_the_first_only() {
        assertThat(fires(AT_TWO, "2026-04-04T03:00:00Z", "2026-04-05T03:00:00Z"))
                .containsExactly(Instant.parse("2026-04-04T15:00:00Z"));
    }

    @Test // flows 1.8, example 2
    void when_two_oclock_does_not_exist_it_fires_at_three() {
        assertThat(fires(AT_TWO, "2026-10-03T03:00:00Z", "2026-10-04T03:00:00Z"))
                .containsExactly(Instant.parse("2026-10-03T16:00:00Z"));
        assertThat(AT_TWO.nextAfter(Instant.parse("2026-10-03T15:00:00Z"))
                        .orElseThrow()
                        .local())
                .isEqualTo(LocalDateTime.parse("2026-10-04T03:00:00"));
    }

    @Test // flows 1.8, example 3
    void a_node_that_was_down_from_one_fifty_to_two_twenty_starts_one_run_at_two_twenty() {
        Instant down = Instant.parse("2026-03-02T14:50:00Z");
        Instant up = Instant.parse("2026-03-02T15:20:00Z");

        FlowSchedule.Due due = AT_TWO.due(down, up).orElseThrow();

        assertThat(due.tooLate()).isFalse();
        assertThat(due.fire().key()).isEqualTo(new RunKey("cron:2026-03-03T02:00:00"));
        assertThat(AT_TWO.due(up, up.plusSeconds(60))).isEmpty();
    }

    @Test // flows 1.8: else recorded as skipped
    void a_start_that_is_later_than_the_misfire_is_skipped() {
        Instant down = Instant.parse("2026-03-02T14:50:00Z");
        Instant at = Instant.parse("2026-03-02T15:00:00Z");

        assertThat(AT_TWO.due(down, at.plus(Duration.ofHours(3))).orElseThrow().tooLate())
                .isFalse();
        assertThat(AT_TWO.due(down, at.plus(Duration.ofHours(3)).plusSeconds(1))
                        .orElseThrow()
                        .tooLate())
                .isTrue();
    }

    @Test
    void after_a_long_gap_one_run_makes_up_for_all() {
        FlowSchedule hourly = schedule("0 0 * * * *", Duration.ofDays(30));

        FlowSchedule.Due due = hourly.due(Instant.parse("2026-03-01T00:30:00Z"), Instant.parse("2026-03-02T00:30:00Z"))
                .orElseThrow();

        assertThat(due.fire().at()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
    }

    @Test // flows 1.8: a repeated local time fires once
    void an_hourly_schedule_rests_in_the_hour_that_comes_twice() {
        assertThat(fires(schedule("0 0 * * * *", Duration.ZERO), "2026-04-04T14:30:00Z", "2026-04-04T18:00:00Z"))
                .containsExactly(
                        Instant.parse("2026-04-04T15:00:00Z"),
                        Instant.parse("2026-04-04T17:00:00Z"),
                        Instant.parse("2026-04-04T18:00:00Z"));
    }

    @ParameterizedTest // the schedules of flows 1.8
    @CsvSource({
        "0 30 6 * * *, 2026-03-01T20:00:00Z, 2026-03-02T19:30:00Z",
        "'0 0 0,6,12,18 * * *', 2026-03-01T20:00:00Z, 2026-03-02T01:00:00Z",
        "0 0 3 * * sun, 2026-03-02T00:00:00Z, 2026-03-07T16:00:00Z",
        "0 0 3 * * 7, 2026-03-02T00:00:00Z, 2026-03-07T16:00:00Z",
        "'0 0 5 1 1,4,7,10 *', 2026-03-02T00:00:00Z, 2026-03-31T18:00:00Z",
        "0 5 * * * *, 2026-03-02T00:05:00Z, 2026-03-02T01:05:00Z",
        "0 */5 * * * *, 2026-03-02T00:03:00Z, 2026-03-02T00:05:00Z",
        "0 0 2 1 * *, 2026-03-02T00:00:00Z, 2026-03-31T15:00:00Z"
    })
    void the_next_start_is(String cron, String after, String next) {
        assertThat(schedule(cron, Duration.ZERO)
                        .nextAfter(Instant.parse(after))
                        .orElseThrow()
                        .at())
                .isEqualTo(Instant.parse(next));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0 0 2 * *",
                "0 0 24 * * *",
                "0 60 * * * *",
                "0 0 2 * * xyz",
                "0 0 5-2 * * *",
                "0 0 */0 * * *",
                "0 0 1,, * * *",
                "a b c d e f",
                "0 0 2 0 * *"
            })
    void a_schedule_that_cannot_be_read_is_refused(String text) {
        assertThat(Cron.parse(text).isOk()).isFalse();
    }

    @Test
    void a_day_that_never_comes_never_fires() {
        assertThat(schedule("0 0 2 31 2 *", Duration.ZERO).nextAfter(Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Property(tries = 300)
    void starts_only_ever_move_forward_and_every_day_has_one(
            @ForAll @LongRange(min = 1_767_225_600L, max = 1_924_905_600L) long second) {
        Instant at = Instant.ofEpochSecond(second);

        Instant first = AT_TWO.nextAfter(at).orElseThrow().at();
        Instant then = AT_TWO.nextAfter(first).orElseThrow().at();

        assertThat(first).isAfter(at);
        assertThat(Duration.between(first, then)).isBetween(Duration.ofHours(23), Duration.ofHours(25));
    }
}

package io.agencyos.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.StartBudget.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Instant START = Instant.parse("2026-03-01T13:00:00Z");

    @ParameterizedTest // scoring RES-12
    @CsvSource({"0,5", "3,5", "4,10", "7,10", "8,20", "14,20", "15,35", "21,35", "22,50", "400,50"})
    void a_domain_warms_up_in_five_bands(int days, int limit) {
        long elapsed = WarmUp.elapsedDays(START, START.plus(Duration.ofDays(days)), Duration.ZERO);
        assertThat(WarmUp.domainLimit(elapsed)).isEqualTo(limit);
    }

    @ParameterizedTest // scoring RES-12
    @CsvSource({"2,20,5", "3,30,10", "4,30,10", "5,40,10", "6,40,10", "7,50,15", "10,50,15", "11,50,20"})
    void numbers_and_seats_have_their_own_ramps(int elapsed, int calls, int invitations) {
        assertThat(WarmUp.voiceLimit(elapsed)).isEqualTo(calls);
        assertThat(WarmUp.seatLimit(elapsed)).isEqualTo(invitations);
    }

    /** First and last day of a band, on the clock of Sydney: at its first instant and at its last. */
    private static List<Long> elapsed(LocalDate from, LocalDate to) {
        return Stream.of(from.atStartOfDay(SYDNEY), to.atTime(LocalTime.MAX).atZone(SYDNEY))
                .map(at -> WarmUp.elapsedDays(START, at.toInstant(), Duration.ZERO))
                .toList();
    }

    @ParameterizedTest // scoring RES-12, the table by dates: started on Monday 2 March 2026 at 00:00
    @CsvSource({
        "2026-03-02,2026-03-05,5,5",
        "2026-03-06,2026-03-09,10,9",
        "2026-03-10,2026-03-16,20,18",
        "2026-03-17,2026-03-23,35,32",
        "2026-03-24,2026-04-04,50,45"
    })
    void a_domain_of_the_second_of_march(LocalDate from, LocalDate to, int limit, int outbound) {
        assertThat(elapsed(from, to))
                .allSatisfy(days -> assertThat(WarmUp.domainLimit(days)).isEqualTo(limit));
        assertThat(new DailyLimit(limit).outbound()).isEqualTo(outbound);
    }

    @ParameterizedTest // scoring RES-12, the table by dates
    @CsvSource({
        "2026-03-02,2026-03-04,5",
        "2026-03-05,2026-03-08,10",
        "2026-03-09,2026-03-12,15",
        "2026-03-13,2026-03-31,20"
    })
    void a_seat_of_the_second_of_march(LocalDate from, LocalDate to, int limit) {
        assertThat(elapsed(from, to))
                .allSatisfy(days -> assertThat(WarmUp.seatLimit(days)).isEqualTo(limit));
    }

    @ParameterizedTest // scoring RES-12, the table by dates
    @CsvSource({
        "2026-03-02,2026-03-04,20",
        "2026-03-05,2026-03-06,30",
        "2026-03-07,2026-03-08,40",
        "2026-03-09,2026-03-31,50"
    })
    void a_number_of_the_second_of_march(LocalDate from, LocalDate to, int limit) {
        assertThat(elapsed(from, to))
                .allSatisfy(days -> assertThat(WarmUp.voiceLimit(days)).isEqualTo(limit));
    }

    @Test // scoring RES-12
    void only_full_days_count_and_a_critical_episode_freezes_them() {
        Instant almost = START.plus(Duration.ofDays(4)).minusSeconds(1);
        assertThat(WarmUp.elapsedDays(START, almost, Duration.ZERO)).isEqualTo(3);
        assertThat(WarmUp.elapsedDays(START, almost.plusSeconds(1), Duration.ofDays(2)))
                .isEqualTo(2);
        assertThat(WarmUp.elapsedDays(null, almost, Duration.ZERO)).isZero();
    }

    @ParameterizedTest // scoring RES-10
    @CsvSource({
        "1000,20,0,GOOD",
        "1000,21,0,WARNING",
        "1000,50,0,WARNING",
        "1000,51,0,CRITICAL",
        "10000,0,5,GOOD",
        "10000,0,6,WARNING",
        "10000,0,10,WARNING",
        "10000,0,11,CRITICAL",
        "1500,45,2,CRITICAL",
        "1000,0,1,WARNING",
        "500,0,1,CRITICAL",
        "1000,0,2,CRITICAL",
        "49,2,0,GOOD",
        "49,3,0,WARNING",
        "49,5,0,CRITICAL",
        "49,0,1,WARNING",
        "49,0,2,CRITICAL",
        "50,2,0,WARNING",
        "50,3,0,CRITICAL",
        "0,0,0,GOOD"
    })
    void health_follows_the_table(int sends, int bounces, int complaints, DomainHealth health) {
        assertThat(HealthRules.of(sends, bounces, complaints)).isEqualTo(health);
    }

    @ParameterizedTest // scoring RES-11
    @CsvSource({"50,5,45", "35,3,32", "20,2,18", "10,1,9", "5,0,5"})
    void a_tenth_is_kept_for_answers(int total, int buffer, int outbound) {
        var limit = new DailyLimit(total);
        assertThat(limit.buffer()).isEqualTo(buffer);
        assertThat(limit.outbound()).isEqualTo(outbound);
    }

    @Test // outreach 7, scoring RES-11
    void forty_five_outbound_and_five_replies_fill_the_day() {
        var limit = new DailyLimit(50);
        assertThat(limit.allowsOutbound(45, 45)).isFalse();
        assertThat(limit.allowsReply(45)).isTrue();
        assertThat(limit.allowsReply(50)).isFalse();
        assertThat(limit.outboundLeft(40, 47)).isEqualTo(3);
    }

    private static Pacing march(int quota, int started, int day) {
        return Pacing.of(
                quota, started, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 3, day));
    }

    @ParameterizedTest // scoring PACE-2, PACE-3
    @CsvSource({"312,499,BURNING_SLOW,69", "313,501,,69", "540,864,,65", "750,1200,,46", "751,1202,BURNING_FAST,46"})
    void the_period_of_march_paces_as_written(int started, int perMille, Pacing.Alert alert, int budget) {
        Pacing pacing = march(1_250, started, 17);
        assertThat(pacing.workingDays()).isEqualTo(22);
        assertThat(pacing.perMille()).isEqualTo(perMille);
        assertThat(pacing.alert()).isEqualTo(Optional.ofNullable(alert));
        assertThat(pacing.startBudget(9_999, 9_999)).isEqualTo(budget);
    }

    @Test // scoring PACE-3
    void budgets_end_at_leads_follow_ups_and_quota() {
        assertThat(march(1_250, 540, 17).startBudget(9_999, 135 - 80)).isEqualTo(55);
        assertThat(march(1_250, 540, 17).startBudget(7, 135)).isEqualTo(7);
        assertThat(march(1_250, 1_230, 31).startBudget(999, 999)).isEqualTo(20);
        assertThat(march(1_250, 1_250, 31).startBudget(999, 999)).isZero();
        assertThat(march(1_250, 10, 13).alert()).isEmpty();
        Pacing weekend =
                Pacing.of(1_250, 1_230, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), LocalDate.of(2026, 1, 31));
        assertThat(weekend.startBudget(999, 999)).isEqualTo(20);
    }

    @Test // scoring PACE-3: a budget says what it ends at
    void a_budget_names_the_bound_that_is_met_first() {
        assertThat(march(1_250, 540, 17).budget(9_999, 9_999)).isEqualTo(new StartBudget(65, Limit.QUOTA));
        assertThat(march(1_250, 312, 17).budget(9_999, 9_999)).isEqualTo(new StartBudget(69, Limit.CATCH_UP));
        assertThat(march(1_250, 540, 17).budget(7, 135)).isEqualTo(new StartBudget(7, Limit.LEADS));
        assertThat(march(1_250, 540, 17).budget(9_999, 135 - 80)).isEqualTo(new StartBudget(55, Limit.SENDERS));
        assertThat(march(1_250, 540, 17).budget(9_999, -3)).isEqualTo(new StartBudget(0, Limit.SENDERS));
        assertThat(march(1_250, 1_300, 31).budget(999, 999)).isEqualTo(new StartBudget(0, Limit.QUOTA));
    }

    @Test // scoring B9: a holiday is no working day, and the days that remain take its share
    void holidays_are_left_out_and_the_other_days_take_more() {
        LocalDate first = LocalDate.of(2026, 4, 1);
        LocalDate last = LocalDate.of(2026, 4, 30);
        LocalDate afterEaster = LocalDate.of(2026, 4, 7);
        Set<LocalDate> easter = Set.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6));

        Pacing plain = Pacing.of(1_250, 125, first, last, afterEaster);
        Pacing aware = Pacing.of(1_250, 125, first, last, afterEaster, easter::contains);

        assertThat(plain).isEqualTo(new Pacing(1_250, 125, 22, 4, 18));
        assertThat(aware).isEqualTo(new Pacing(1_250, 125, 20, 2, 18));
        assertThat(plain.perMille()).isEqualTo(550);
        assertThat(aware.perMille()).isEqualTo(1_000);
        assertThat(Pacing.of(1_250, 0, first, last, first, easter::contains).startBudget(999, 999))
                .isEqualTo(63);
        assertThat(Pacing.of(1_250, 0, first, last, first).startBudget(999, 999))
                .isEqualTo(57);
    }

    @ParameterizedTest // scoring PACE-3
    @CsvSource({"22,69,123,246", "20,75,135,270", "23,66,118,235"})
    void catching_up_is_capped_at_a_fifth_more(int days, int ignition, int velocity, int dominance) {
        assertThat(new Pacing(1_250, 0, days, 0, days).cap()).isEqualTo(ignition);
        assertThat(new Pacing(2_250, 0, days, 0, days).cap()).isEqualTo(velocity);
        assertThat(new Pacing(4_500, 0, days, 0, days).cap()).isEqualTo(dominance);
    }

    @ParameterizedTest // scoring PACE-5
    @CsvSource({"50,57,28", "57,69,9", "80,55,0"})
    void closing_emails_take_only_what_is_left(int followUps, int starts, int sent) {
        int gone = 0;
        while (gone < 51 && Pacing.spareLeft(999, 0, 135 - gone, followUps, starts)) {
            gone++;
        }
        assertThat(gone).isEqualTo(sent);
    }
}

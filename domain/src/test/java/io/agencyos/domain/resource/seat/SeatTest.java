package io.agencyos.domain.resource.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.SenderBinding;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state machine of outreach 11.1 and what follows from it. */
class SeatTest {

    private static final Instant START = Instant.parse("2026-03-01T13:00:00Z");
    private static final SeatAccount ACCOUNT = new SeatAccount("acc-1", "Sam Oduya", null);
    private static final Seat ASKED = Seat.asked(
            new SeatId(new UUID(1, 1)), new ClientId(new UUID(2, 2)), null, ZoneId.of("Australia/Sydney"), START);
    private static final Seat WARMING = ASKED.on(new SeatEvent.Connected(ACCOUNT), START);

    private static Instant after(long days) {
        return START.plus(Duration.ofDays(days));
    }

    @Test // outreach 11.1
    void a_seat_waits_may_be_asked_for_a_second_factor_and_warms_up_when_linked() {
        assertThat(ASKED.state()).isEqualTo(SeatState.PENDING);
        assertThat(ASKED.on(new SeatEvent.TwoFactorAsked(), START).state()).isEqualTo(SeatState.AWAITING_2FA);
        Seat failed = ASKED.on(new SeatEvent.TwoFactorAsked(), START).on(new SeatEvent.Failed("no answer"), START);
        assertThat(failed.state()).isEqualTo(SeatState.PENDING);
        assertThat(failed.link().error()).isEqualTo("no answer");
        assertThat(WARMING.state()).isEqualTo(SeatState.WARMUP);
        assertThat(WARMING.link().activatedAt()).isEqualTo(START);
    }

    @ParameterizedTest // RES-12: seat day = e + 1; day 1–3: 5, 4–7: 10, 8–11: 15, from 12 on 20 and active
    @CsvSource({"0,5,WARMUP", "2,5,WARMUP", "3,10,WARMUP", "6,10,WARMUP", "7,15,WARMUP", "10,15,WARMUP", "11,20,ACTIVE"
    })
    void a_warm_up_runs_by_full_days_and_ends_on_day_twelve(long elapsed, int limit, SeatState state) {
        Seat aged = WARMING.aged(after(elapsed));
        assertThat(aged.limit(after(elapsed))).isEqualTo(limit);
        assertThat(aged.state()).isEqualTo(state);
    }

    @ParameterizedTest // RES-12: day 2 with health limit 15 → 5; day 5 with accept rate 10 % → 10; RES-13: 0.20 → 15
    @CsvSource({"1,100,25,5", "4,100,10,10", "20,100,20,15", "20,100,19,10", "20,100,30,20", "20,19,0,20"})
    void health_never_raises_a_ramp(long elapsed, int requested, int accepted, int limit) {
        SeatHealth health = new SeatHealth(requested, accepted, 0, 0, 0);
        Seat judged = WARMING.aged(after(elapsed)).judged(SeatStanding.of(health, requested, accepted, after(elapsed)));
        assertThat(judged.limit(after(elapsed))).isEqualTo(limit);
    }

    @Test // RES-13: pending > 80 stops the invitations until ≤ 80
    void too_many_unanswered_invitations_stop_a_seat() {
        assertThat(pending(81).limit(after(20))).isZero();
        assertThat(pending(80).limit(after(20))).isEqualTo(20);
        assertThat(pending(51).standing().backlog()).isEqualTo(SeatHealth.Level.WARNING);
    }

    @Test // RES-8: kept beside what the morning's look finds
    void what_an_owner_sends_by_hand_outlives_the_look_at_his_health() {
        Seat handled = WARMING.handled(LocalDate.of(2026, 3, 2), 9, 2);

        Seat judged = handled.judged(SeatStanding.of(new SeatHealth(40, 11, 3, 0, 0), 40, 11, after(1)));

        assertThat(judged.standing().byHand()).isEqualTo(new HandWork(LocalDate.of(2026, 3, 2), 7, List.of()));
        assertThat(judged.standing().limit()).isEqualTo(15);
    }

    private static Seat pending(int pending) {
        return WARMING.aged(after(20)).judged(SeatStanding.of(new SeatHealth(0, 0, pending, 0, 0), 0, 0, after(20)));
    }

    @ParameterizedTest // unipile 4.2: an ERROR that is OK again within 30 minutes is undone; what the network says is
    // not
    @CsvSource({"fault, 1800, ACTIVE", "fault, 1801, RESTRICTED", "restricted, 1, RESTRICTED"})
    void a_short_outage_of_the_service_is_undone(String reason, long seconds, SeatState state) {
        Seat down = WARMING.aged(after(20)).on(new SeatEvent.Restricted(reason), after(20));
        assertThat(down.state()).isEqualTo(SeatState.RESTRICTED);
        Seat back = down.on(new SeatEvent.Connected(ACCOUNT), after(20).plusSeconds(seconds));
        assertThat(back.state()).isEqualTo(state);
        assertThat(back.day(after(20))).isEqualTo(21);
    }

    @Test // outreach 11.1: reconnect of a seat active ≤ 30 days ago keeps its age
    void a_seat_that_comes_back_within_thirty_days_keeps_its_age() {
        Seat down = WARMING.aged(after(20)).on(new SeatEvent.CredentialsRequired(), after(20));
        assertThat(down.limit(after(20))).isZero();
        assertThat(down.on(new SeatEvent.Connected(ACCOUNT), after(50)))
                .satisfies(back -> assertThat(back.state()).isEqualTo(SeatState.ACTIVE))
                .satisfies(back -> assertThat(back.link().activatedAt()).isEqualTo(START));
        assertThat(down.on(new SeatEvent.Connected(ACCOUNT), after(51)))
                .satisfies(anew -> assertThat(anew.state()).isEqualTo(SeatState.WARMUP))
                .satisfies(anew -> assertThat(anew.day(after(51))).isEqualTo(1));
    }

    @Test // RES-13: recovery restarts warm-up at day 1
    void a_restricted_seat_is_let_act_by_staff_alone_and_begins_anew() {
        Seat restricted = WARMING.aged(after(20)).on(new SeatEvent.Restricted("checkpoint"), after(20));
        assertThat(restricted.on(new SeatEvent.Connected(ACCOUNT), after(21)).state())
                .isEqualTo(SeatState.RESTRICTED);
        Seat anew = restricted.on(new SeatEvent.ReEnabled(), after(22));
        assertThat(anew.state()).isEqualTo(SeatState.WARMUP);
        assertThat(anew.limit(after(22))).isEqualTo(5);
        assertThat(WARMING.on(new SeatEvent.ReEnabled(), after(5))).isEqualTo(WARMING);
    }

    @Test // ALLOC-1 step 4: paused ≤ 5 days defers, restricted rebinds
    void a_lead_waits_for_a_seat_that_pauses_and_leaves_one_that_is_restricted() {
        Seat active = WARMING.aged(after(20));
        assertThat(follow(active, true, after(20))).isEqualTo(SenderBinding.Decision.KEEP);
        assertThat(follow(active, false, after(20))).isEqualTo(SenderBinding.Decision.DEFER);
        Seat gone = active.on(new SeatEvent.Disconnected(), after(20));
        assertThat(follow(gone, true, after(25))).isEqualTo(SenderBinding.Decision.DEFER);
        assertThat(follow(gone, true, after(26))).isEqualTo(SenderBinding.Decision.REBIND);
        Seat restricted = active.on(new SeatEvent.Restricted("checkpoint"), after(20));
        assertThat(follow(restricted, true, after(20))).isEqualTo(SenderBinding.Decision.REBIND);
    }

    private static SenderBinding.Decision follow(Seat seat, boolean room, Instant now) {
        return SenderBinding.followUp(seat.forBound(room), now);
    }

    @Test // api 9.8: unfinished after 24 h
    void a_link_that_nobody_used_for_a_day_is_forgotten() {
        assertThat(ASKED.isForgotten(START.plus(Duration.ofHours(24)))).isFalse();
        assertThat(ASKED.isForgotten(START.plus(Duration.ofHours(24)).plusSeconds(1)))
                .isTrue();
        assertThat(WARMING.isForgotten(after(9))).isFalse();
    }

    @Property // RES-8: whatever happens, a seat never does more than the most of a day, and nothing while it cannot act
    void no_history_of_events_lets_a_seat_do_more_than_it_may(
            @ForAll @Size(max = 12) List<@IntRange(max = 6) Integer> events) {
        Seat seat = ASKED;
        Instant now = START;
        for (int event : events) {
            now = now.plus(Duration.ofDays(3));
            seat = seat.on(
                            switch (event) {
                                case 0 -> new SeatEvent.TwoFactorAsked();
                                case 1 -> new SeatEvent.Connected(ACCOUNT);
                                case 2 -> new SeatEvent.Failed("no");
                                case 3 -> new SeatEvent.CredentialsRequired();
                                case 4 -> new SeatEvent.Restricted("checkpoint");
                                case 5 -> new SeatEvent.ReEnabled();
                                default -> new SeatEvent.Disconnected();
                            },
                            now)
                    .aged(now);
            assertThat(seat.limit(now)).isBetween(0, SeatHealth.MOST);
            assertThat(seat.limit(now) > 0).isEqualTo(seat.state().mayAct());
            assertThat(seat.today(now, false).target()).isLessThanOrEqualTo(seat.limit(now));
        }
    }

    @Test // RES-8: manual = vendor-reported total − automated; unavailable ⇒ its 7-day median
    void what_the_owner_did_by_hand_counts() {
        assertThat(SeatDay.manual(11, 6, List.of())).isEqualTo(5);
        assertThat(SeatDay.manual(4, 6, List.of())).isZero();
        assertThat(SeatDay.manual(null, 6, List.of(0, 9, 2, 3, 4, 1, 8))).isEqualTo(3);
        assertThat(SeatDay.manual(null, 6, List.of(2, 4))).isEqualTo(4);
        assertThat(SeatDay.manual(null, 6, List.of())).isZero();
    }

    @ParameterizedTest // RES-12: voice number e 0–2: 20, 3–4: 30, 5–6: 40, ≥ 7: 50; SMS has no ramp
    @CsvSource({"0,20", "2,20", "3,30", "4,30", "5,40", "6,40", "7,50", "90,50"})
    void a_number_warms_up_for_calls_and_not_for_texts(long elapsed, int calls) {
        assertThat(number(null).calls(after(elapsed))).isEqualTo(calls);
        assertThat(number(25).calls(after(elapsed))).isEqualTo(Math.min(25, calls));
        assertThat(number(null).texts()).isEqualTo(100);
    }

    private static SendingNumber number(@Nullable Integer override) {
        return new SendingNumber(
                new ResourceId(new UUID(3, 3)),
                new ClientId(new UUID(2, 2)),
                new PhoneNumber("+61255500100"),
                "carrier",
                START,
                override,
                null);
    }
}

package io.agencyos.domain.outreach.touch;

import static io.agencyos.domain.outreach.touch.TouchEffect.KEEP_EVIDENCE;
import static io.agencyos.domain.outreach.touch.TouchEffect.RECORD_SENT;
import static io.agencyos.domain.outreach.touch.TouchEffect.RELEASE_QUOTA;
import static io.agencyos.domain.outreach.touch.TouchEffect.STEP_FAILED;
import static io.agencyos.domain.outreach.touch.TouchEffect.STEP_REFUSED;
import static io.agencyos.domain.outreach.touch.TouchEffect.TASK_OUTCOME_UNKNOWN;
import static io.agencyos.domain.outreach.touch.TouchEffect.USE_QUOTA;
import static io.agencyos.domain.outreach.touch.Touches.MAILBOX;
import static io.agencyos.domain.outreach.touch.Touches.NOON;
import static io.agencyos.domain.outreach.touch.Touches.TEXT;
import static io.agencyos.domain.outreach.touch.Touches.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TouchMachineTest {

    private static final UUID TOKEN = new UUID(9, 1);
    private static final UUID OTHER = new UUID(9, 2);

    @Test // outreach 18, check 40: the address that a text is written for stands with it from the draft on
    void a_draft_knows_whom_it_is_written_for() {
        Touch drafted = moved(TouchMachine.drafted(Touches.planned(), TEXT, "priya@harbourlane.example", true));
        assertThat(drafted.recipient()).isEqualTo("priya@harbourlane.example");
        assertThat(drafted.state()).isEqualTo(TouchState.AWAITING_APPROVAL);
        assertThat(TouchMachine.drafted(drafted, TEXT, "other@harbourlane.example", true))
                .isEqualTo(TouchMove.wrongState());
    }

    @Test // outreach 4.1 PLANNED
    void a_draft_waits_for_approval_where_the_mode_asks_for_it() {
        assertThat(moved(TouchMachine.drafted(Touches.planned(), TEXT, true)).state())
                .isEqualTo(TouchState.AWAITING_APPROVAL);
        assertThat(moved(TouchMachine.drafted(Touches.planned(), TEXT, false)).state())
                .isEqualTo(TouchState.READY);
    }

    @Test // outreach 1.4
    void an_approved_edit_replaces_the_text() {
        Touch waiting = moved(TouchMachine.drafted(Touches.planned(), TEXT, true));
        var edited = new Touch.TouchContent(null, null, "Other", "Other text", "1".repeat(64), true);

        Touch ready = moved(TouchMachine.approved(waiting, edited));

        assertThat(ready.state()).isEqualTo(TouchState.READY);
        assertThat(ready.content()).isEqualTo(edited);
        assertThat(TouchMachine.approved(ready, null)).isEqualTo(TouchMove.wrongState());
    }

    @Test // outreach 4.3 T3
    void commit_freezes_sender_and_recipient() {
        Touch queued = Touches.queued();

        assertThat(queued.state()).isEqualTo(TouchState.QUEUED);
        assertThat(queued.resourceId()).isEqualTo(MAILBOX);
        assertThat(queued.recipient()).isEqualTo("priya@harbourlane.example");
        assertThat(queued.lease()).isNull();
    }

    @Test // outreach 4.3 T4, 4.6 row 5a, I12: a claim holds 30 seconds and no longer
    void a_dead_dispatchers_claim_runs_out() {
        Touch claimed = moved(TouchMachine.claim(Touches.queued(), TOKEN, NOON));

        assertThat(TouchMachine.claim(claimed, OTHER, NOON.plusSeconds(29)))
                .isEqualTo(new TouchMove.Refused(TouchMove.Why.CLAIMED));
        Touch taken = moved(TouchMachine.claim(claimed, OTHER, NOON.plusSeconds(30)));
        assertThat(TouchMachine.start(taken, TOKEN, TOKEN, "v", "", NOON.plusSeconds(31)))
                .isEqualTo(new TouchMove.Refused(TouchMove.Why.WRONG_TOKEN));
    }

    @Test // outreach 4.6 crash point 7
    void acceptance_uses_the_quota_and_records_one_contact() {
        TouchMove move = TouchMachine.evidence(Touches.dispatching(TOKEN), "ref-1", NOON);

        assertThat(move).isInstanceOfSatisfying(TouchMove.Moved.class, sent -> {
            assertThat(sent.touch().state()).isEqualTo(TouchState.SENT);
            assertThat(sent.touch().vendorRef()).isEqualTo("ref-1");
            assertThat(sent.effects()).containsExactly(USE_QUOTA, RECORD_SENT);
        });
    }

    @Test // outreach 4.6 row 9: the hook came first, the late T5 changes nothing
    void the_same_proof_twice_changes_nothing() {
        Touch sent = moved(TouchMachine.evidence(Touches.dispatching(TOKEN), "ref-1", NOON));

        assertThat(TouchMachine.evidence(sent, "ref-1", NOON)).isEqualTo(TouchMove.wrongState());
    }

    @Test // outreach 4.6 row 11c
    void proof_of_the_first_call_reaches_a_requeued_touch() {
        Touch requeued = moved(TouchMachine.absent(Touches.unknown(TOKEN), TOKEN, true, null));
        assertThat(requeued.state()).isEqualTo(TouchState.QUEUED);
        assertThat(requeued.requeueCount()).isEqualTo(1);

        assertThat(moved(TouchMachine.evidence(requeued, "ref-1", NOON)).state())
                .isEqualTo(TouchState.SENT);
    }

    @Test // outreach 4.6 row 11b
    void an_absence_of_the_first_call_never_requeues_the_second() {
        Touch second = moved(TouchMachine.ambiguous(Touches.dispatching(OTHER), OTHER, NOON, "lost"));

        assertThat(TouchMachine.absent(second, TOKEN, true, null))
                .isEqualTo(new TouchMove.Refused(TouchMove.Why.WRONG_TOKEN));
    }

    @Test // outreach 4.5: two absences count where they are a settle apart, not where two reconcilers asked at once
    void absences_that_were_asked_for_at_once_are_one() {
        Duration settle = Duration.ofMinutes(5);
        Touch once = moved(TouchMachine.absentOnce(Touches.unknown(TOKEN), TOKEN, NOON, NOON.plusSeconds(20), settle));
        Touch hurried = moved(TouchMachine.inconclusive(once, TOKEN, NOON.plusSeconds(60), false));
        Instant apart = NOON.plusSeconds(20).plus(settle);

        Touch beside = moved(TouchMachine.absentOnce(hurried, TOKEN, NOON.plusSeconds(10), apart, settle));

        assertThat(beside.state()).isEqualTo(TouchState.UNKNOWN);
        assertThat(beside.reconcileAt()).as("asked again when it counts").isEqualTo(apart);
        assertThat(beside.lease()).as("the first stands").isEqualTo(once.lease());
        assertThat(TouchMachine.absentOnce(beside, TOKEN, apart.minusMillis(1), apart, settle))
                .as("an answer that was under way does not count either")
                .isInstanceOf(TouchMove.Moved.class);
        assertThat(TouchMachine.absentOnce(beside, TOKEN, apart, apart, settle))
                .as("this one is the second")
                .isEqualTo(TouchMove.wrongState());
    }

    @Test // outreach 4.5: requeued at most once
    void a_second_absence_gives_the_touch_up() {
        Touch requeued = moved(TouchMachine.absent(Touches.unknown(TOKEN), TOKEN, true, null));
        Touch claimed = moved(TouchMachine.claim(requeued, OTHER, NOON));
        Touch again = moved(TouchMachine.start(claimed, OTHER, OTHER, "vendor", "2", NOON));
        Touch lost = moved(TouchMachine.ambiguous(again, OTHER, NOON, "lost"));

        TouchMove move = TouchMachine.absent(lost, OTHER, true, null);

        assertThat(again.vendorSlot())
                .as("the vendor's choice is kept from the first call on")
                .isEqualTo("1");
        assertThat(move).isInstanceOfSatisfying(TouchMove.Moved.class, gone -> {
            assertThat(gone.touch().state()).isEqualTo(TouchState.ABANDONED);
            assertThat(gone.touch().code()).isEqualTo("send_outcome_unknown");
            assertThat(gone.effects()).containsExactly(USE_QUOTA, STEP_FAILED, TASK_OUTCOME_UNKNOWN);
        });
    }

    @Test // outreach 4.1 DISPATCHING: CANCELLED instead of READY where the enrolment is no longer open
    void a_touch_that_was_not_taken_is_withdrawn_when_its_lead_stopped() {
        Touch touch = Touches.dispatching(TOKEN);

        assertThat(moved(TouchMachine.notAccepted(touch, TOKEN, NOON.plusSeconds(60), "busy", null))
                        .state())
                .isEqualTo(TouchState.READY);
        assertThat(TouchMachine.notAccepted(touch, TOKEN, NOON, "busy", "unsubscribed"))
                .isInstanceOfSatisfying(TouchMove.Moved.class, move -> {
                    assertThat(move.touch().state()).isEqualTo(TouchState.CANCELLED);
                    assertThat(move.effects()).containsExactly(RELEASE_QUOTA, STEP_REFUSED);
                });
    }

    @Test // outreach 4.3 T7: a running call is left to its outcome
    void a_stop_cancels_what_has_not_begun_and_leaves_what_has() {
        assertThat(TouchMachine.cancel(Touches.queued(), "unsubscribed"))
                .isInstanceOfSatisfying(
                        TouchMove.Moved.class,
                        move -> assertThat(move.effects()).isEqualTo(List.of(RELEASE_QUOTA, STEP_REFUSED)));
        assertThat(TouchMachine.cancel(Touches.dispatching(TOKEN), "unsubscribed"))
                .isEqualTo(TouchMove.wrongState());
    }

    @Test // outreach 4.3 T6
    void a_lease_expires_after_its_time_and_keeps_its_token() {
        Touch touch = Touches.dispatching(TOKEN);

        assertThat(TouchMachine.leaseExpired(touch, NOON.plusSeconds(90), Duration.ofMinutes(10)))
                .isEqualTo(new TouchMove.Refused(TouchMove.Why.LEASE_RUNNING));
        Touch unknown = moved(TouchMachine.leaseExpired(touch, NOON.plusSeconds(91), Duration.ofMinutes(10)));
        assertThat(unknown.lease()).isNotNull().extracting(Touch.Lease::token).isEqualTo(TOKEN);
        assertThat(unknown.reconcileAt()).isEqualTo(NOON.plusSeconds(691));
    }

    @Test // outreach I7, 4.5: late evidence is stored, the state stays
    void proof_for_an_abandoned_touch_is_kept_without_waking_it() {
        Touch gone = moved(TouchMachine.inconclusive(Touches.unknown(TOKEN), TOKEN, NOON, true));

        assertThat(TouchMachine.evidence(gone, "ref-9", NOON)).isInstanceOfSatisfying(TouchMove.Moved.class, move -> {
            assertThat(move.touch().state()).isEqualTo(TouchState.ABANDONED);
            assertThat(move.touch().vendorRef()).isEqualTo("ref-9");
            assertThat(move.effects()).containsExactly(KEEP_EVIDENCE);
        });
    }

    @Test // outreach I11: a requeued touch keeps everything it was frozen with
    void a_requeued_touch_is_not_frozen_anew() {
        Touch requeued = moved(TouchMachine.absent(Touches.unknown(TOKEN), TOKEN, true, null));
        Touch back = moved(TouchMachine.defer(requeued, NOON.plusSeconds(3600), "outside_window"));

        Touch again = moved(TouchMachine.commit(
                back, new ResourceId(new UUID(0, 99)), null, "somebody@else.example", Touch.Frozen.NOTHING));

        assertThat(again.resourceId()).isEqualTo(MAILBOX);
        assertThat(again.recipient()).isEqualTo("priya@harbourlane.example");
    }
}

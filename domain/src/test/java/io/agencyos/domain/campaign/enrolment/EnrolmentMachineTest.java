package io.agencyos.domain.campaign.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.enrolment.EnrolmentEvent.Plain;
import io.agencyos.domain.campaign.sequence.SequenceRules;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnrolmentMachineTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static Enrolment pending() {
        return new Enrolment(
                new EnrolmentId(new UUID(0, 1)),
                new ClientId(new UUID(0, 2)),
                new LeadId(new UUID(0, 3)),
                new CampaignId(new UUID(0, 4)),
                1,
                EnrolmentState.PENDING,
                null,
                0,
                null,
                1,
                NOW,
                null,
                null,
                null,
                null,
                NOW,
                null,
                null,
                0);
    }

    private static Enrolment active() {
        return after(pending(), new EnrolmentEvent.StepDone(1, true, TODAY, 2, NOW));
    }

    private static Enrolment awaiting() {
        return after(active(), Plain.HUMAN_REPLY);
    }

    private static Enrolment after(Enrolment enrolment, EnrolmentEvent event) {
        return moved(enrolment, event).enrolment();
    }

    private static EnrolmentMove.Moved moved(Enrolment enrolment, EnrolmentEvent event) {
        return (EnrolmentMove.Moved) EnrolmentMachine.on(enrolment, event, NOW);
    }

    @Test // outreach 2.6 first touch SENT
    void the_first_touch_starts_the_run_and_fixes_day_0() {
        var first = moved(pending(), new EnrolmentEvent.StepDone(1, true, TODAY, 2, NOW));
        assertThat(first.enrolment().state()).isEqualTo(EnrolmentState.ACTIVE);
        assertThat(first.enrolment().anchorDate()).isEqualTo(TODAY);
        assertThat(first.effects()).containsExactly(EnrolmentEffect.COUNT_CONTACTED, EnrolmentEffect.LEAD_IN_SEQUENCE);
        Enrolment skipped = after(pending(), new EnrolmentEvent.StepDone(1, false, TODAY, 2, NOW));
        assertThat(skipped.state()).isEqualTo(EnrolmentState.PENDING);
        assertThat(skipped.anchorDate()).isEqualTo(TODAY);
    }

    @Test // api 8, Lead next_outreach_at: with an open answer, or once it is over, no instant is known
    void it_moves_next_when_its_step_is_due_or_when_it_wakes() {
        Instant back = NOW.plusSeconds(120);

        assertThat(pending().nextMove()).isEqualTo(NOW);
        assertThat(active().nextMove()).isEqualTo(NOW);
        assertThat(after(awaiting(), new EnrolmentEvent.OutOfOffice(back)).nextMove())
                .isEqualTo(back);
        assertThat(awaiting().nextMove()).isNull();
        assertThat(after(active(), new EnrolmentEvent.StepDone(5, false, TODAY, null, null))
                        .nextMove())
                .isNull();
    }

    @Test // outreach 2.6 last step
    void the_last_step_completes_it_and_a_late_outcome_moves_no_state() {
        var last = moved(active(), new EnrolmentEvent.StepDone(5, false, TODAY, null, null));
        assertThat(last.enrolment().state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(last.effects()).containsExactly(EnrolmentEffect.AWAIT_LATE_ANSWER);
        Enrolment late = after(awaiting(), new EnrolmentEvent.StepDone(2, true, TODAY, 3, NOW));
        assertThat(late.state()).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(late.currentStep()).isEqualTo(2);
    }

    @Test // outreach 4.3 T5, 2.6: found by a seeded world, whose lead got the same e-mail again after a snooze
    void a_step_that_is_settled_while_a_reply_is_open_is_not_planned_again_afterwards() {
        Enrolment waiting = after(pending(), Plain.HUMAN_REPLY);
        Enrolment late = after(waiting, new EnrolmentEvent.StepDone(1, true, TODAY, 2, NOW.plusSeconds(60)));
        Enrolment snoozed = after(late, new EnrolmentEvent.OutOfOffice(NOW.plusSeconds(120)));

        assertThat(snoozed.nextStep()).isEqualTo(2);
        assertThat(after(snoozed, new EnrolmentEvent.Resume(NOW)).nextStep()).isEqualTo(2);
        assertThat(after(late, Plain.INTENT_AUTO_REPLY).nextStep()).isEqualTo(2);
    }

    @Test // outreach 2.6 last step
    void a_run_whose_last_step_was_settled_while_it_waited_is_complete_when_it_would_go_on() {
        Enrolment late = after(awaiting(), new EnrolmentEvent.StepDone(5, true, TODAY, null, null));
        assertThat(late.state()).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        Enrolment snoozed = after(late, new EnrolmentEvent.OutOfOffice(NOW));

        assertThat(after(late, Plain.INTENT_AUTO_REPLY).state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(moved(snoozed, new EnrolmentEvent.Resume(NOW)).effects())
                .containsExactly(EnrolmentEffect.AWAIT_LATE_ANSWER);
    }

    @Test // outreach 2.6 any human inbound
    void a_reply_stops_everything_at_once_and_says_what_to_do() {
        var reply = moved(active(), Plain.HUMAN_REPLY);
        assertThat(reply.enrolment().state()).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(reply.enrolment().hold()).isNotNull();
        assertThat(reply.effects()).containsExactly(EnrolmentEffect.CANCEL_OPEN_TOUCHES);
        assertThat(EnrolmentMachine.on(awaiting(), Plain.HUMAN_REPLY, NOW)).isEqualTo(new EnrolmentMove.Unchanged());
    }

    @ParameterizedTest // outreach 2.6, the rows that end it
    @CsvSource({
        "INTENT_NOT_INTERESTED,STOPPED,replied_not_interested,SUPPRESS_NOT_INTERESTED",
        "INTENT_UNSUBSCRIBE,STOPPED,unsubscribed,SUPPRESS_UNSUBSCRIBED",
        "INTENT_COMPLAINT,STOPPED,complained,SUPPRESS_COMPLAINED",
        "INTENT_REFERRAL,STOPPED,referral,TASK_NEW_LEAD",
        "INTENT_WRONG_PERSON,STOPPED,wrong_person,SUPPRESS_WRONG_PERSON",
        "SPAM_COMPLAINT,STOPPED,complained,SUPPRESS_COMPLAINED_EVERYWHERE",
        "MEETING_BOOKED,CONVERTED,meeting_booked,LEAD_MEETING_BOOKED",
        "DEAL_MADE,CONVERTED,deal_open,LEAD_CONVERTED",
        "CAMPAIGN_COMPLETED,STOPPED,campaign_completed,SETTLE_STEPS",
        "REJECTED_BY_USER,STOPPED,rejected_by_user,SETTLE_STEPS"
    })
    void each_end_has_its_reason_and_its_effect(
            Plain event, EnrolmentState state, String reason, EnrolmentEffect effect) {
        var end = moved(awaiting(), event);
        assertThat(end.enrolment().state()).isEqualTo(state);
        assertThat(end.enrolment().stopReason()).isEqualTo(reason);
        assertThat(end.enrolment().nextDueAt()).isNull();
        assertThat(end.effects()).contains(EnrolmentEffect.CANCEL_OPEN_TOUCHES, EnrolmentEffect.SETTLE_STEPS, effect);
    }

    @ParameterizedTest // outreach 2.6, the rows that wait
    @CsvSource({
        "INTENT_MEETING_REQUEST,TASK_FOR_CLIENT",
        "INTENT_INTERESTED_OR_QUESTION,PRIORITY_INBOX",
        "INTENT_UNCLEAR,TASK_CLASSIFY_BY_HAND"
    })
    void an_open_conversation_never_resumes_by_itself(Plain event, EnrolmentEffect effect) {
        var stays = moved(awaiting(), event);
        assertThat(stays.enrolment().state()).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(stays.effects()).containsExactly(effect);
    }

    @Test // outreach 2.6 out_of_office, auto_reply
    void machines_do_not_end_a_run() {
        Instant back = NOW.plusSeconds(86_400 * 3);
        Enrolment snoozed = after(awaiting(), new EnrolmentEvent.OutOfOffice(back));
        assertThat(snoozed.state()).isEqualTo(EnrolmentState.SNOOZED);
        assertThat(snoozed.snoozedUntil()).isEqualTo(back);
        assertThat(after(snoozed, new EnrolmentEvent.Resume(back)).state()).isEqualTo(EnrolmentState.ACTIVE);
        var machine = moved(awaiting(), Plain.INTENT_AUTO_REPLY);
        assertThat(machine.enrolment().state()).isEqualTo(EnrolmentState.ACTIVE);
        assertThat(machine.effects()).containsExactly(EnrolmentEffect.REPLAN_CANCELLED);
        assertThat(after(after(snoozed, Plain.HUMAN_REPLY), Plain.INTENT_AUTO_REPLY)
                        .state())
                .isEqualTo(EnrolmentState.SNOOZED);
    }

    @Test // outreach 2.6 bounce, suppression, lead lost
    void a_bounce_closes_email_alone_while_another_channel_is_left() {
        assertThat(moved(active(), new EnrolmentEvent.HardBounce(true)).effects())
                .containsExactly(EnrolmentEffect.CLOSE_EMAIL);
        assertThat(after(active(), new EnrolmentEvent.HardBounce(false)).stopReason())
                .isEqualTo("bounced");
        assertThat(after(active(), new EnrolmentEvent.Suppressed(SuppressionReason.LEGAL))
                        .stopReason())
                .isEqualTo("suppressed_legal");
        assertThat(after(active(), new EnrolmentEvent.LeadLost(StopReason.Plain.JOB_CHANGED))
                        .stopReason())
                .isEqualTo("job_changed");
    }

    @ParameterizedTest // outreach 2.6: nothing leaves a terminal state
    @EnumSource(Plain.class)
    void nothing_reopens_what_is_over(Plain event) {
        Enrolment booked = after(active(), Plain.MEETING_BOOKED);
        assertThat(EnrolmentMachine.on(booked, event, NOW)).isEqualTo(new EnrolmentMove.Unchanged());
    }

    @Test // outreach 2.4 worked
    void a_late_step_pushes_the_later_ones() {
        assertThat(DueDates.planned(TODAY, 3, TODAY, 0)).isEqualTo("2026-03-05");
        assertThat(DueDates.planned(TODAY, 5, LocalDate.of(2026, 3, 5), 3)).isEqualTo("2026-03-07");
        assertThat(DueDates.planned(TODAY, 5, LocalDate.of(2026, 3, 9), 3)).isEqualTo("2026-03-11");
        assertThat(DueDates.isStale(TODAY, TODAY.plusDays(14))).isFalse();
        assertThat(DueDates.isStale(TODAY, TODAY.plusDays(15))).isTrue();
    }

    @Test // outreach 2.1
    void delays_add_up_to_offsets() {
        assertThat(SequenceRules.offsets(List.of(0, 3, 2, 3, 4))).containsExactly(0, 3, 5, 8, 12);
    }
}

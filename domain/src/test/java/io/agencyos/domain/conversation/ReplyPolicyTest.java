package io.agencyos.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversation.ReplyEffects.Alert;
import io.agencyos.domain.conversation.ReplyEffects.Answer;
import io.agencyos.domain.conversation.ReplyEffects.Due;
import io.agencyos.domain.conversation.ReplyEffects.EnrolmentChange;
import io.agencyos.domain.conversation.ReplyEffects.PoolEffect;
import io.agencyos.domain.conversation.ReplyEffects.Scope;
import io.agencyos.domain.conversation.ReplyEffects.SilenceTask;
import io.agencyos.domain.conversation.ReplyEffects.SuppressionEffect;
import io.agencyos.domain.conversation.ReplyEffects.TaskEffect;
import io.agencyos.domain.conversation.ReplyEffects.TaskKind;
import io.agencyos.domain.conversation.ReplyEffects.ThreadEffect;
import io.agencyos.domain.conversation.ReplyPolicy.Circumstances;
import io.agencyos.domain.conversation.rules.RuleClassifier;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.Channel;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** content 4.6, one test per row of the table. */
class ReplyPolicyTest {

    private static final ZonedDateTime RECEIVED =
            ZonedDateTime.of(2026, 2, 18, 10, 0, 0, 0, ZoneId.of("Australia/Sydney"));
    private static final LocalDate DAY = RECEIVED.toLocalDate();

    @Test
    void a_meeting_request_waits_for_the_booking_and_changes_no_status() {
        ReplyEffects effects = effects("Sure, can we chat Tuesday at 2pm?");

        assertThat(effects.enrolment()).isEqualTo(new EnrolmentChange.Await());
        assertThat(effects.leadStatus()).isEmpty();
        assertThat(effects.tasks())
                .containsExactly(new TaskEffect(TaskKind.BOOK_MEETING, new Due(1, Due.Unit.BUSINESS_HOURS)));
        assertThat(effects.alerts()).containsExactlyInAnyOrder(Alert.EMAIL_NOW, Alert.IN_APP_NOW);
        assertThat(effects.answer()).isEqualTo(Answer.CALENDAR_LINK);
        assertThat(effects.followUps()).containsExactly(new SilenceTask(TaskKind.BOOK_MEETING, 3, true));
        assertThat(effects.thread()).isEqualTo(thread(ThreadStatus.ACTIVE, ThreadOutcome.ONGOING));
    }

    @Test
    void interest_is_followed_up_within_four_business_hours() {
        ReplyEffects effects = effects("Can you send through some case studies?");

        assertThat(effects.tasks())
                .containsExactly(new TaskEffect(TaskKind.FOLLOW_UP, new Due(4, Due.Unit.BUSINESS_HOURS)));
        assertThat(effects.alerts()).containsExactlyInAnyOrder(Alert.IN_APP_NOW, Alert.DIGEST);
        assertThat(effects.answer()).isEqualTo(Answer.ANSWER_WITH_SOFT_ASK);
    }

    @Test
    void a_question_is_answered_and_never_resumes_by_itself() {
        ReplyEffects effects = effects("How much do you charge?");

        assertThat(effects.enrolment()).isEqualTo(new EnrolmentChange.Await());
        assertThat(effects.tasks())
                .containsExactly(new TaskEffect(TaskKind.ANSWER, new Due(4, Due.Unit.BUSINESS_HOURS)));
        assertThat(effects.followUps()).containsExactly(new SilenceTask(TaskKind.FOLLOW_UP, 7, false));
        assertThat(effects.answer()).isEqualTo(Answer.ANSWER);
    }

    @Test
    void a_not_now_with_a_stated_time_is_snoozed_until_then_and_resumes_alone_in_autopilot_only() {
        String text = "Not right now, try me again in July.";

        assertThat(effects(text).enrolment())
                .isEqualTo(new EnrolmentChange.SnoozeUntilDay(LocalDate.of(2026, 7, 1), false));
        assertThat(effects(text, Circumstances.on(DAY, PermissionMode.AUTOPILOT))
                        .enrolment())
                .isEqualTo(new EnrolmentChange.SnoozeUntilDay(LocalDate.of(2026, 7, 1), true));
        assertThat(effects(text).suppression()).isEmpty();
        assertThat(effects(text).thread()).isEqualTo(thread(ThreadStatus.RESOLVED, ThreadOutcome.FUTURE_INTEREST));
    }

    @Test
    void a_no_stops_releases_and_suppresses_for_180_days() {
        ReplyEffects effects = effects("We already work with an agency and are happy with them.");
        var cooling = Optional.of(Period.ofDays(180));

        assertThat(effects.enrolment())
                .isEqualTo(new EnrolmentChange.Stop(StopReason.Plain.REPLIED_NOT_INTERESTED, Scope.THIS_ENROLMENT));
        assertThat(effects.leadStatus()).contains(LeadStatus.NOT_INTERESTED);
        assertThat(effects.rejectionReason()).contains(RejectionReason.USING_COMPETITOR);
        assertThat(effects.suppression())
                .contains(new SuppressionEffect(SuppressionKeyType.PERSON, SuppressionReason.NOT_INTERESTED, cooling));
        assertThat(effects.release()).contains(ReleaseReason.NOT_INTERESTED);
        assertThat(effects.pool()).contains(new PoolEffect(PoolStatus.COOLING, cooling));
        assertThat(effects.answer()).isEqualTo(Answer.NONE_BY_DEFAULT);
        assertThat(effects.thread()).isEqualTo(thread(ThreadStatus.RESOLVED, ThreadOutcome.REJECTED));
    }

    @Test
    void an_opt_out_stops_every_campaign_for_good_and_is_never_answered() {
        ReplyEffects effects = effects("Take me off your list");

        assertThat(effects.enrolment())
                .isEqualTo(new EnrolmentChange.Stop(StopReason.Plain.UNSUBSCRIBED, Scope.ALL_CAMPAIGNS_OF_THE_CLIENT));
        assertThat(effects.leadStatus()).contains(LeadStatus.UNSUBSCRIBED);
        assertThat(effects.suppression())
                .contains(new SuppressionEffect(
                        SuppressionKeyType.PERSON, SuppressionReason.UNSUBSCRIBED, Optional.empty()));
        assertThat(effects.pool()).contains(new PoolEffect(PoolStatus.UNSUBSCRIBED, Optional.empty()));
        assertThat(effects.answer()).isEqualTo(Answer.NEVER);
        assertThat(effects.thread()).isEqualTo(thread(ThreadStatus.DEAD, ThreadOutcome.REJECTED));
    }

    @Test
    void an_absence_snoozes_until_the_business_day_after_the_return() {
        assertThat(effects("I'm on annual leave, back on Monday.").enrolment())
                .isEqualTo(new EnrolmentChange.SnoozeUntil(
                        ZonedDateTime.of(2026, 2, 24, 9, 0, 0, 0, RECEIVED.getZone()), true));
    }

    @Test
    void an_absence_of_more_than_90_days_waits_for_a_person() {
        ReplyEffects effects = effects("I'm on parental leave, returning 10 January");

        assertThat(effects.enrolment()).isEqualTo(new EnrolmentChange.Await());
        assertThat(effects.tasks()).extracting(TaskEffect::kind).containsExactly(TaskKind.RESUME_REVIEW);
    }

    @Test
    void a_machine_changes_nothing() {
        Classification read = new RuleClassifier()
                .classify(InboundReply.ofText(Channel.EMAIL, "Thank you for contacting Acme.", RECEIVED)
                        .withAutomatedHeader());

        ReplyEffects effects = ReplyPolicy.effectsOf(read, coPilot());

        assertThat(effects.enrolment()).isEqualTo(new EnrolmentChange.Restore());
        assertThat(effects.tasks()).isEmpty();
        assertThat(effects.alerts()).isEmpty();
    }

    @Test
    void a_referral_stops_and_is_reviewed_within_a_business_day() {
        ReplyEffects effects = effects("Not my area, but Tom Nguyen handles this.");

        assertThat(effects.enrolment())
                .isEqualTo(new EnrolmentChange.Stop(StopReason.Plain.REFERRAL, Scope.THIS_ENROLMENT));
        assertThat(effects.tasks())
                .containsExactly(new TaskEffect(TaskKind.REFERRAL_REVIEW, new Due(1, Due.Unit.BUSINESS_DAYS)));
        assertThat(effects.answer()).isEqualTo(Answer.THANKS);
        assertThat(effects.thread()).isEqualTo(thread(ThreadStatus.RESOLVED, ThreadOutcome.REFERRAL));
    }

    @Test
    void a_departed_person_is_invalid_for_the_client_and_for_the_pool() {
        ReplyEffects effects = effects("I no longer work at Acme.");

        assertThat(effects.leadStatus()).contains(LeadStatus.INVALID);
        assertThat(effects.release()).contains(ReleaseReason.WRONG_PERSON);
        assertThat(effects.pool()).contains(new PoolEffect(PoolStatus.INVALID, Optional.empty()));
        assertThat(effects.suppression())
                .contains(new SuppressionEffect(
                        SuppressionKeyType.PERSON, SuppressionReason.WRONG_PERSON, Optional.empty()));
    }

    @Test
    void a_person_who_is_not_responsible_is_no_news_to_the_pool() {
        assertThat(effects("Sorry, I am not the right person for this").pool()).isEmpty();
    }

    @Test
    void a_wrong_number_clears_only_the_phone() {
        ReplyEffects effects = effects("Wrong number mate");

        assertThat(effects.enrolment()).isEqualTo(new EnrolmentChange.ResumeWithoutPhone());
        assertThat(effects.leadStatus()).isEmpty();
        assertThat(effects.release()).isEmpty();
        assertThat(effects.suppression())
                .contains(new SuppressionEffect(
                        SuppressionKeyType.PHONE, SuppressionReason.WRONG_PERSON, Optional.empty()));
    }

    @Test
    void anger_stops_every_campaign_and_reaches_owner_and_platform_now() {
        ReplyEffects effects = effects("This is spam. I'm reporting you to ACMA.");

        assertThat(effects.enrolment())
                .isEqualTo(new EnrolmentChange.Stop(StopReason.Plain.COMPLAINED, Scope.ALL_CAMPAIGNS_OF_THE_CLIENT));
        assertThat(effects.leadStatus()).contains(LeadStatus.UNSUBSCRIBED);
        assertThat(effects.suppression())
                .contains(new SuppressionEffect(
                        SuppressionKeyType.PERSON, SuppressionReason.COMPLAINED, Optional.empty()));
        assertThat(effects.tasks()).containsExactly(new TaskEffect(TaskKind.COMPLAINT, new Due(2, Due.Unit.HOURS)));
        assertThat(effects.alerts()).containsExactly(Alert.OWNER_AND_PLATFORM_ADMIN_NOW);
        assertThat(effects.answer()).isEqualTo(Answer.NEVER);
        assertThat(effects.thread().escalated()).isTrue();
    }

    @Test
    void below_70_percent_a_person_looks_and_nothing_else_happens() {
        ReplyEffects effects = effects("Maybe later in the year");

        assertThat(effects.enrolment()).isEqualTo(new EnrolmentChange.Await());
        assertThat(effects.suppression()).isEmpty();
        assertThat(effects.tasks())
                .containsExactly(new TaskEffect(TaskKind.REPLY_REVIEW, new Due(4, Due.Unit.BUSINESS_HOURS)));
        assertThat(effects.answer()).isEqualTo(Answer.NEVER);
    }

    @Test
    void a_writer_who_is_not_the_lead_is_reviewed_but_an_opt_out_acts_at_once() {
        var stranger = new Circumstances(DAY, PermissionMode.AUTOPILOT, true, false, false);

        assertThat(effects("Sure, can we chat Tuesday at 2pm?", stranger).tasks())
                .extracting(TaskEffect::kind)
                .containsExactly(TaskKind.REPLY_REVIEW);
        assertThat(effects("> unsubscribe", stranger).leadStatus()).contains(LeadStatus.UNSUBSCRIBED);
    }

    private static ReplyEffects effects(String text) {
        return effects(text, coPilot());
    }

    private static ReplyEffects effects(String text, Circumstances at) {
        Classification read = new RuleClassifier().classify(InboundReply.ofText(Channel.EMAIL, text, RECEIVED));
        return ReplyPolicy.effectsOf(read, at.readFrom(read));
    }

    private static Circumstances coPilot() {
        return Circumstances.on(DAY, PermissionMode.CO_PILOT);
    }

    private static ThreadEffect thread(ThreadStatus status, ThreadOutcome outcome) {
        return new ThreadEffect(status, Optional.of(outcome), false);
    }
}

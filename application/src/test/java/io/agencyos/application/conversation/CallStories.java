package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.LiveAnswer;
import io.agencyos.application.conversation.inbox.LiveQuestion;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.call.CallTrouble;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes back from calls. Source: outreach 10.6, 10.7; content 4.6; vapi 6, 7, 8. */
public abstract class CallStories extends CallbackStories {

    @Test // outreach 10.6 answered, content 4.6: the same table without an answer; api 10.3: one completion per call id
    void what_was_said_in_a_call_is_a_reply_and_stands_with_the_call() {
        begin();
        ChannelEvent.CallReported report = reported(answered("Sounds great, please tell me more."));
        talk.tells(PHONES, report, report);
        talk.tells(PHONES, reported(answered("Sounds great, please tell me more.")));

        assertThat(talk.reread(touch).state()).as("the report proves the call").isEqualTo(TouchState.SENT);
        assertThat(scenario.replies(lead)).singleElement().satisfies(reply -> {
            assertThat(reply.channel()).isEqualTo(Channel.VOICE);
            assertThat(reply.intent()).isEqualTo(Intent.INTERESTED);
            assertThat(reply.senderDiffers()).isFalse();
        });
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(call().map(CallBook.Call::result)).contains(CallResult.INTERESTED);
        assertThat(call().map(CallBook.Call::seconds)).contains(121L);
        assertThat(recording()).isPresent();
        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("follow_up");
    }

    @Test // scoring 1.1: a phone is verified where an earlier call was delivered
    void a_call_that_was_taken_verifies_its_number_and_a_busy_line_does_not() {
        begin();
        talk.tells(PHONES, reported(untaken(CallOutcome.BUSY)));
        assertThat(scenario.reached()).isEmpty();

        begin();
        talk.tells(PHONES, reported(answered("Sounds great, please tell me more.")));
        assertThat(scenario.reached()).containsExactly(lead.id());
        Lead now = scenario.outreach().reread(lead);
        assertThat(now.signals().verifies(now.contact().phone())).isTrue();
    }

    private static CallReport untaken(CallOutcome outcome) {
        Optional<CallTrouble> trouble =
                outcome == CallOutcome.FAILED_TECHNICAL ? Optional.of(CallTrouble.LINE) : Optional.empty();
        return new CallReport(outcome, trouble, 0, BigDecimal.ZERO, Optional.empty(), Optional.empty(), false);
    }

    @Test // outreach 14: touch_number excludes failed_technical and a RETRY that did not connect
    void a_call_that_failed_counts_among_the_touches_of_its_lead_until_that_is_known() {
        begin();
        scenario.outreach().advance(Duration.ofMinutes(1));
        accepted();
        assertThat(numbers()).hasSize(2).containsEntry(touch.id(), 2);
        talk.tells(PHONES, reported(untaken(CallOutcome.FAILED_TECHNICAL)));
        assertThat(numbers()).hasSize(1).doesNotContainKey(touch.id());

        begin();
        scenario.outreach().advance(Duration.ofMinutes(1));
        accepted();
        talk.tells(PHONES, reported(untaken(CallOutcome.BUSY)));
        assertThat(numbers()).as("the first dial counts").hasSize(2).containsEntry(touch.id(), 2);
        touch = talk.calledAgain(lead, PHONES, PRIYAS);
        ref = talk.ref("call-2");
        scenario.outreach().advance(Duration.ofHours(2));
        accepted();
        assertThat(numbers()).hasSize(3).containsEntry(touch.id(), 3);
        talk.tells(PHONES, reported(untaken(CallOutcome.NO_ANSWER)));
        assertThat(numbers())
                .as("the second that nobody took does not")
                .hasSize(2)
                .doesNotContainKey(touch.id());
    }

    private Map<TouchId, Integer> numbers() {
        return scenario.outreach()
                .in(() -> scenario.ground().timeline().touchNumbers(lead.clientId(), List.of(lead.id())));
    }

    @Test // outreach 10.5, 6.2: spoken "remove me"
    void who_does_not_want_to_be_called_again_is_left_alone_though_no_classifier_answers() {
        begin();
        scenario.readBy(reply -> {
            throw new IllegalStateException("nobody reads today");
        });
        talk.tells(PHONES, reported(answered("Don't call me again.")));
        scenario.outreach().runFor(Duration.ofDays(10));

        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.suppressions()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.reason()).isEqualTo(SuppressionReason.UNSUBSCRIBED);
            assertThat(entry.source()).isEqualTo(SuppressionSource.VOICE_CALL);
        });
        assertThat(call().map(CallBook.Call::result)).contains(CallResult.DO_NOT_CALL);
        assertThat(scenario.sent(lead)).isEqualTo(2);
    }

    @Test // outreach 10.6 wrong_number → PHONE suppression
    void a_wrong_number_closes_the_number_and_not_the_person() {
        begin();
        talk.tells(PHONES, reported(answered("Sorry, you have the wrong number.")));

        assertThat(scenario.suppressions())
                .singleElement()
                .satisfies(entry -> assertThat(entry.keyType()).isEqualTo(SuppressionKeyType.PHONE));
        assertThat(call().map(CallBook.Call::result)).contains(CallResult.WRONG_NUMBER);
        assertThat(scenario.state(lead).maySend()).isTrue();
    }

    @Test // outreach 10.5 recording_declined: deleted within 24 h
    void who_does_not_want_to_be_recorded_is_not_kept() {
        begin();
        talk.tells(PHONES, reported(answered("Please stop recording.")));

        assertThat(call().map(CallBook.Call::result)).contains(CallResult.RECORDING_DECLINED);
        assertThat(recording())
                .hasValueSatisfying(kept -> assertThat(kept.deleteAfter())
                        .isBeforeOrEqualTo(scenario.outreach().now().plus(Duration.ofHours(24))));
    }

    @Test // outreach 10.6 assistant-forwarded → AWAITING_OUTCOME
    void a_call_that_a_person_took_over_waits_for_what_comes_of_it() {
        begin();
        talk.tells(
                PHONES,
                reported(new CallReport(
                        CallOutcome.TRANSFERRED,
                        Optional.empty(),
                        40,
                        BigDecimal.ONE,
                        Optional.empty(),
                        Optional.empty(),
                        false)));

        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.REPLIED);
    }

    @Test // vapi 6, 7: ended without report → the call is asked for; a report that comes as well changes nothing
    void a_call_whose_report_does_not_come_is_asked_for() {
        begin();
        talk.tells(
                PHONES,
                new ChannelEvent.CallOver(talk.key(), scenario.outreach().now(), about()));
        assertThat(call()).isEmpty();

        scenario.reports().say(answered("No thanks, not interested."));
        scenario.outreach().advance(Duration.ofSeconds(11));
        scenario.process();
        talk.tells(PHONES, reported(answered("No thanks, not interested.")));

        assertThat(call().map(CallBook.Call::result)).contains(CallResult.NOT_INTERESTED);
        assertThat(scenario.replies(lead)).extracting(Reply::intent).containsExactly(Intent.NOT_INTERESTED);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("replied_not_interested");
    }

    @Test // outreach 10.7: none after 24 h → no_report
    void a_call_of_which_nothing_is_told_for_a_day_is_given_up() {
        begin();
        talk.tells(
                PHONES,
                new ChannelEvent.CallOver(talk.key(), scenario.outreach().now(), about()));
        for (int hours = 0; hours <= 36; hours += 6) {
            scenario.outreach().advance(Duration.ofHours(6));
            scenario.process();
        }

        assertThat(call().map(CallBook.Call::result)).contains(CallResult.NO_REPORT);
        assertThat(scenario.events(WebhookInbox.State.DEAD)).isEmpty();
    }

    /** The vendor took the call, and says nothing more of it. */
    private void accepted() {
        scenario.outreach()
                .in(() -> scenario.outreach()
                        .useCases()
                        .acceptEvidence()
                        .accepted(
                                lead.clientId(),
                                touch.id(),
                                ref,
                                scenario.outreach().now()));
    }

    private void hours(int hours) {
        for (int quarter = 0; quarter < 4 * hours; quarter++) {
            scenario.outreach().advance(Duration.ofMinutes(15));
            scenario.poll();
            scenario.process();
        }
    }

    @Test // outreach 10.7: no report by accept + max duration + 15 min; vapi 7: still queued → ended, then cancelled
    void a_call_that_waits_for_a_line_and_is_never_told_of_is_ended() {
        begin();
        accepted();
        scenario.outreach().advance(Duration.ofMinutes(19));
        scenario.poll();
        scenario.process();
        assertThat(scenario.events(WebhookInbox.State.RECEIVED))
                .as("its report may still come")
                .isEmpty();

        hours(1);
        assertThat(scenario.reports().hungUp()).isNotEmpty().containsOnly(ref);
        assertThat(call()).isEmpty();

        scenario.reports().say(untaken(CallOutcome.CANCELLED));
        hours(7);
        assertThat(call().map(CallBook.Call::result)).contains(CallResult.CANCELLED);
        assertThat(scenario.events(WebhookInbox.State.RECEIVED)).isEmpty();
    }

    @Test // vapi 7: P8 refused → alert; outreach 10.7: still none after 24 h → no_report
    void a_call_that_nobody_ends_is_told_and_given_up_after_a_day() {
        begin();
        accepted();
        scenario.reports().endsNothing();
        hours(2);
        List<Alert> alerts = scenario.outreach()
                .on()
                .units()
                .onPlatform(() -> scenario.ground().alerts().open(1_000));
        assertThat(alerts)
                .filteredOn(alert -> lead.clientId().equals(alert.clientId()))
                .extracting(Alert::source)
                .contains("call_not_ended");
        assertThat(scenario.sent(lead)).as("nobody is called again meanwhile").isEqualTo(2);

        hours(34);
        assertThat(call().map(CallBook.Call::result)).contains(CallResult.NO_REPORT);
        assertThat(scenario.events(WebhookInbox.State.DEAD)).isEmpty();
    }

    @Test // vapi 8 call.deleted
    void what_the_vendor_erased_is_marked_deleted() {
        begin();
        talk.tells(PHONES, reported(answered("Sounds great, please tell me more.")));
        talk.tells(
                PHONES,
                new ChannelEvent.CallErased(talk.key(), scenario.outreach().now(), about()));

        assertThat(recording())
                .hasValueSatisfying(gone -> assertThat(gone.deletedAt()).isNotNull());
    }

    @Test // api 10.1: not for a call of ours
    void a_report_of_a_call_that_nobody_here_made_waits_for_a_person() {
        begin();
        talk.tells(
                PHONES,
                new ChannelEvent.CallReported(
                        talk.key(),
                        scenario.outreach().now(),
                        new ChannelEvent.About(Channel.VOICE, talk.ref("call-9"), null, null, "+61491570157"),
                        answered("Who is this?")));

        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).hasSize(1);
        assertThat(scenario.replies(lead)).isEmpty();
    }

    @Test // vapi 12 rows 19, 20: the suppression is stored before the assistant hears that it is
    void an_assistant_hears_that_somebody_is_left_alone_once_it_is_so() {
        begin();
        String key = talk.key();
        stored(new ChannelEvent.OptedOut(key, scenario.outreach().now(), about(), "opt_out"));
        List<LiveAnswer.ToolAnswer> first = told(tool(LiveQuestion.Wish.LEAVE_ALONE, key));

        assertThat(first)
                .singleElement()
                .satisfies(answer -> assertThat(answer.done()).isTrue());
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        int entries = scenario.suppressions().size();
        assertThat(entries).isPositive();
        assertThat(told(tool(LiveQuestion.Wish.LEAVE_ALONE, key)))
                .as("asked twice")
                .isEqualTo(first);
        assertThat(scenario.suppressions()).hasSize(entries);
    }

    @Test // vapi 12 rows 18, 21
    void an_assistant_is_promised_nothing_that_is_not_kept() {
        begin();
        String key = talk.key();
        stored(new ChannelEvent.Received(
                key, scenario.outreach().now(), about(), null, "Please call me back later.", null));
        assertThat(told(
                        tool(LiveQuestion.Wish.CALL_BACK, key),
                        tool(LiveQuestion.Wish.MEET, "an event that never came"),
                        tool(LiveQuestion.Wish.LEAVE_ALONE, "another"),
                        tool(LiveQuestion.Wish.SLOTS, ""),
                        tool(LiveQuestion.Wish.UNKNOWN, "")))
                .extracting(LiveAnswer.ToolAnswer::done)
                .containsExactly(true, false, false, false, false);
        assertThat(scenario.replies(lead)).hasSize(1);
        assertThat(scenario.outreach().enrolment(lead).state().maySend())
                .as("the run waits for whoever calls back")
                .isFalse();
        assertThat(scenario.tasks(lead)).isNotEmpty();
    }

    @Test // outreach 10.5: client, purpose, contact and an opt-out choice
    void who_calls_our_number_hears_whose_it_is_and_how_to_be_left_alone() {
        begin();
        AnswerLive.Asked asked = new AnswerLive.Asked(lead.clientId(), new Plain(PHONES), new LiveQuestion.WhoTalks());
        assertThat(scenario.useCases().answerLive().answer(asked).get("told"))
                .isInstanceOfSatisfying(LiveAnswer.Talks.class, talks -> {
                    assertThat(talks.opening())
                            .contains("automated", "Northlight", "offer our services", "hello@northlight.example")
                            .contains("do not want to be called again");
                    assertThat(talks.prompt()).contains("opt_out");
                });
        AnswerLive.Asked ofNobody =
                new AnswerLive.Asked(new ClientId(UUID.randomUUID()), new Plain(PHONES), new LiveQuestion.WhoTalks());
        assertThat(scenario.useCases().answerLive().answer(ofNobody).get("told"))
                .isInstanceOf(LiveAnswer.NobodyTalks.class);
    }
}

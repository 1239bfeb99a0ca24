package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.LiveAnswer;
import io.agencyos.application.conversation.inbox.LiveQuestion;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who asks in a call to be called again; with what every story of calls stands on. Source: outreach 10.6. */
public abstract class CallbackStories extends ConversationStories {

    static final String PHONES = "fake-phones";
    static final String PRIYAS = "+61491570006";

    ConversationScenario scenario;
    ChannelTalk talk;
    Lead lead;
    Touch touch;
    String ref;

    void begin() {
        scenario = scenario();
        talk = new ChannelTalk(scenario);
        lead = talk.contacted(PRIYAS);
        touch = talk.called(lead, PHONES, PRIYAS);
        ref = talk.ref("call-1");
    }

    static CallReport answered(String words) {
        return new CallReport(
                CallOutcome.ANSWERED,
                Optional.empty(),
                121,
                new BigDecimal("0.1912"),
                Optional.of("AI: Hi Priya, this is Sam. User: " + words + " AI: Goodbye."),
                Optional.empty(),
                true);
    }

    ChannelEvent.About about() {
        return new ChannelEvent.About(Channel.VOICE, ref, touch.idempotencyKey(), null, PRIYAS);
    }

    ChannelEvent.CallReported reported(CallReport report) {
        return new ChannelEvent.CallReported(talk.key(), scenario.outreach().now(), about(), report);
    }

    Optional<CallBook.Call> call() {
        return scenario.outreach().in(() -> scenario.ground().voice().calls().byRef(lead.clientId(), PHONES, ref));
    }

    Optional<CallArchive.Recording> recording() {
        CallBook.Call call = call().orElseThrow();
        return scenario.outreach().in(() -> scenario.ground().archive().find(lead.clientId(), call.id()));
    }

    /** A vendor whose words are ours. */
    record Plain(String vendor) implements HookReader {

        @Override
        public Result<String, Forgery> verify(Delivery delivery, List<String> secrets, Instant now) {
            return Result.err(Forgery.SIGNATURE_MISSING);
        }

        @Override
        public List<InboundEvent> read(ClientId client, String eventKey, byte[] body) {
            return List.of();
        }

        @Override
        public Map<String, Object> answer(ClientId client, LiveAnswer answer) {
            return Map.of("told", answer);
        }
    }

    List<LiveAnswer.ToolAnswer> told(LiveQuestion.Tool... tools) {
        AnswerLive.Asked asked =
                new AnswerLive.Asked(lead.clientId(), new Plain(PHONES), new LiveQuestion.Tools(List.of(tools)));
        Object told = scenario.useCases().answerLive().answer(asked).get("told");
        return ((LiveAnswer.ToolAnswers) Objects.requireNonNull(told)).answers();
    }

    /** It came in, and nobody has looked at it yet. */
    void stored(ChannelEvent event) {
        WebhookInbox.Key key = new WebhookInbox.Key(new WebhookInbox.Feed(PHONES, lead.clientId()), event.key());
        scenario.outreach()
                .on()
                .units()
                .onPlatform(() -> scenario.stores()
                        .inbox()
                        .store(List.of(new WebhookInbox.Arrival(
                                key, scenario.outreach().now(), new WebhookInbox.Content.Event(event)))));
    }

    static LiveQuestion.Tool tool(LiveQuestion.Wish wish, String eventKey) {
        return new LiveQuestion.Tool("c1", "a tool", wish, eventKey);
    }

    /** Tuesday 3 March 2026, 15:00 in Sydney. */
    private static final Instant TOMORROW_AT_THREE = Instant.parse("2026-03-03T04:00:00Z");

    @Test // outreach 10.6: callback -> SNOOZED + call at requested time
    void who_asks_to_be_called_back_at_a_time_sleeps_until_then() {
        begin();
        String key = talk.key();
        stored(new ChannelEvent.Received(
                key, scenario.outreach().now(), about(), null, "Please call me back later. 2026-03-03T15:00", null));
        assertThat(told(tool(LiveQuestion.Wish.CALL_BACK, key)))
                .singleElement()
                .returns(true, LiveAnswer.ToolAnswer::done);
        sleepsUntilTomorrow();
        assertThat(scenario.tasks(lead)).as("nobody else has to do anything").isEmpty();

        scenario.outreach().advance(Duration.ofMinutes(2));
        talk.tells(PHONES, reported(answered("It is a bad time, can you call me back?")));
        assertThat(call().map(CallBook.Call::result)).contains(CallResult.CALLBACK_REQUESTED);
        sleepsUntilTomorrow();
        assertThat(scenario.tasks(lead)).isEmpty();
        EnrolmentId run = scenario.outreach().enrolment(lead).id();
        assertThat(scenario.outreach()
                        .in(() -> scenario.ground().voice().calls().wishes(lead.clientId(), List.of(run)))
                        .values())
                .singleElement()
                .returns(touch.stepNo(), CallBook.Wish::stepNo)
                .returns(false, CallBook.Wish::followed);
    }

    private void sleepsUntilTomorrow() {
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.SNOOZED);
        assertThat(scenario.outreach().enrolment(lead).snoozedUntil()).isEqualTo(TOMORROW_AT_THREE);
    }

    @Test // outreach 10.6: what the assistant noted counts where the words alone say nothing, and where there are none
    void what_was_noted_in_the_call_stands_whatever_is_told_of_it() {
        for (String words : List.of("Yes, tomorrow at three then.", "")) {
            begin();
            scenario.outreach()
                    .in(() -> scenario.outreach()
                            .useCases()
                            .acceptEvidence()
                            .accepted(
                                    lead.clientId(),
                                    touch.id(),
                                    ref,
                                    scenario.outreach().now()));
            String key = talk.key();
            stored(new ChannelEvent.Received(
                    key,
                    scenario.outreach().now(),
                    about(),
                    null,
                    "Please call me back later. tomorrow at three",
                    null));
            told(tool(LiveQuestion.Wish.CALL_BACK, key));
            scenario.outreach().advance(Duration.ofMinutes(2));
            talk.tells(
                    PHONES,
                    reported(
                            words.isEmpty()
                                    ? new CallReport(
                                            CallOutcome.ANSWERED,
                                            Optional.empty(),
                                            121,
                                            BigDecimal.ONE,
                                            Optional.empty(),
                                            Optional.empty(),
                                            true)
                                    : answered(words)));
            assertThat(call().map(CallBook.Call::result)).as(words).contains(CallResult.CALLBACK_REQUESTED);
            sleepsUntilTomorrow();
        }
    }

    @Test // outreach 6.2, 10.5: a wish to be left alone goes before the one to be called
    void who_wants_to_be_left_alone_after_all_is_not_called_again() {
        begin();
        String key = talk.key();
        stored(new ChannelEvent.Received(
                key, scenario.outreach().now(), about(), null, "Please call me back later. tomorrow at three", null));
        told(tool(LiveQuestion.Wish.CALL_BACK, key));
        talk.tells(PHONES, reported(answered("Call me back tomorrow. No, wait, don't call me again.")));
        assertThat(call().map(CallBook.Call::result)).contains(CallResult.DO_NOT_CALL);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
    }

    @Test // outreach 4.5: what may have rung is never doubled, what was withdrawn before it could is no call
    void a_wish_is_granted_once_though_its_call_was_cancelled() {
        begin();
        talk.tells(PHONES, reported(answered("Call me back tomorrow at three.")));
        assertThat(wish()).returns(false, CallBook.Wish::followed);
        Touch withdrawn = Outreachbook.touch(scenario.outreach().enrolment(lead))
                .kind(TouchKind.VOICE)
                .step(touch.stepNo())
                .origin(TouchOrigin.RETRY)
                .attempt(2)
                .to(PRIYAS)
                .state(TouchState.CANCELLED)
                .make();
        scenario.outreach().in(() -> scenario.outreach().on().stores().touches().insertNew(List.of(withdrawn)));
        assertThat(wish()).returns(false, CallBook.Wish::followed);
        talk.calledAgain(lead, PHONES, PRIYAS);
        assertThat(wish()).returns(true, CallBook.Wish::followed);
    }

    private CallBook.Wish wish() {
        EnrolmentId run = scenario.outreach().enrolment(lead).id();
        return scenario.outreach()
                .in(() -> scenario.ground().voice().calls().wishes(lead.clientId(), List.of(run)))
                .get(run);
    }

    @Test // outreach 10.6: by the transcript alone
    void the_words_of_the_call_are_enough() {
        begin();
        talk.tells(PHONES, reported(answered("I am in a meeting until two, call me back tomorrow at three.")));
        sleepsUntilTomorrow();
    }

    @Test // outreach 10.6: no time, several things open, or somebody who approves every call: a person sees to it
    void a_person_calls_back_where_no_time_is_understood_or_somebody_decides_about_every_call() {
        begin();
        talk.tells(PHONES, reported(answered("Call me back some other time.")));
        waitsForAPerson();

        scenario = scenario(PermissionMode.CO_PILOT);
        talk = new ChannelTalk(scenario);
        lead = talk.known(scenario.outreach().lead(), PRIYAS, null);
        scenario.outreach().useCases().plan().run(lead.clientId(), 10);
        touch = talk.called(lead, PHONES, PRIYAS);
        ref = talk.ref("call-1");
        talk.tells(PHONES, reported(answered("Call me back tomorrow at three.")));
        waitsForAPerson();
    }

    private void waitsForAPerson() {
        assertThat(call().map(CallBook.Call::result)).contains(CallResult.CALLBACK_REQUESTED);
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(scenario.tasks(lead)).isNotEmpty();
    }
}

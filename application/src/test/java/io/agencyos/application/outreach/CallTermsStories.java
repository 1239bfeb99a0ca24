package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.outreach.call.CallTrouble;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.usage.MicroAud;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long calls may be, what the next is expected to cost, and what follows one that could not be ended. Source: vapi 5, 7. */
public abstract class CallTermsStories extends VoiceLoopContract {

    /** What assistants were made to say. */
    protected abstract List<VoiceScript> scripts();

    /** What people have to look at, over the stores of this world. */
    protected abstract TaskBoard board(OutreachScenario.World world);

    private List<String> tasks(OutreachScenario scenario) {
        return scenario
                .in(() -> board(scenario.on()).list(scenario.client(), TaskBoard.Status.OPEN, null, 100))
                .stream()
                .map(TaskBoard.Task::kind)
                .toList();
    }

    private static MicroAud spent(OutreachScenario scenario) {
        return scenario.in(() -> scenario.on().world().meter().spent(scenario.client(), "fake-voice", scenario.now()))
                .month();
    }

    @Test // vapi 5: 0.35 AUD per started minute, replaced by the moving average of the tenant's last 100 calls
    void a_hundred_calls_say_what_is_set_aside_for_the_next() {
        OutreachScenario scenario = autopilot();
        Touch touch = called(scenario, scenario.lead());
        MicroAud first = new MicroAud(5 * 350_000);
        assertThat(spent(scenario)).isEqualTo(first);

        Instant then = scenario.now();
        scenario.in(() -> {
            CallBook calls = voice(scenario).calls();
            calls.add(past(touch, 0, then.minus(Duration.ofDays(1)), "900"));
            for (int call = 1; call <= CallTerms.AVERAGED; call++) {
                calls.add(past(touch, call, then.plusSeconds(call), "0.2"));
            }
            return touch;
        });
        assertThat(scenario.in(() -> voice(scenario).calls().lately(scenario.client(), 2)))
                .satisfies(lately -> assertThat(lately.costUsd()).isEqualByComparingTo("0.4"))
                .returns(2, CallTerms.Lately::calls)
                .returns(4, CallTerms.Lately::minutes);

        scenario.lead();
        scenario.runFor(Duration.ofDays(3));
        assertThat(dials()).hasSize(2);
        assertThat(spent(scenario))
                .as("0.2 x 1.55 for two begun minutes, five times one of them; the oldest does not count")
                .isEqualTo(first.plus(new MicroAud(5 * 155_000)));
    }

    private static CallBook.Call past(Touch touch, int number, Instant ended, String usd) {
        return past(touch, number, ended, usd, CallResult.NO_OUTCOME);
    }

    private static CallBook.Call past(Touch touch, int number, Instant ended, String usd, CallResult result) {
        return new CallBook.Call(
                UUID.randomUUID(),
                touch.clientId(),
                touch.leadId(),
                touch.campaignId(),
                Objects.requireNonNull(touch.enrolmentId()),
                touch.id(),
                touch.stepNo(),
                "fake-voice",
                "past-" + number,
                TextBook.OURS,
                TextBook.OURS,
                ended.minusSeconds(61),
                ended,
                61,
                result,
                null,
                null,
                new BigDecimal(usd));
    }

    @Test // outreach 10.1: max duration 300 s (configurable 60-600)
    void an_installation_says_how_long_its_calls_may_be() {
        OutreachScenario.World world = world(clock);
        Objects.requireNonNull(world.texts()).under(new CallTerms(90, new BigDecimal("1.55")));
        OutreachScenario scenario = OutreachScenario.on(course(), world, clock);
        called(scenario, scenario.lead());
        assertThat(scripts()).extracting(VoiceScript::longestSeconds).containsOnly(90);
        // outreach 10.7: voicemail of at most 30 s, at two and a half words a second; 10.1: the persona's voice
        assertThat(scripts()).allSatisfy(script -> {
            String message =
                    script.voicemail().orElseThrow().replace("{{mail_note}}", " I sent you an e-mail about this.");
            assertThat(message)
                    .contains("Sam", "Northlight", "hello@northlight.example")
                    .as("no e-mail was sent: the sentence about it is filled in for each call")
                    .contains("e-mail about this");
            assertThat(message.split("\\s+")).hasSizeLessThanOrEqualTo(75);
            assertThat(script.voiceId()).isEqualTo("pNInz6obpgDQGcFmaJgB");
        });
        assertThat(spent(scenario)).as("two begun minutes").isEqualTo(new MicroAud(2 * 350_000));
    }

    @Test // outreach 10.4: the longest call that an installation allows ends with its window all the same
    void a_call_that_begins_late_is_as_long_as_its_window_is_open() {
        OutreachScenario.World world = world(clock);
        Objects.requireNonNull(world.texts()).under(new CallTerms(600, new BigDecimal("1.55")));
        OutreachScenario scenario = OutreachScenario.on(course(), world, clock);
        scenario.lead();
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        Instant late = at("2026-03-02T11:52:30");
        clock.set(late);
        scenario.runFor(Duration.ofMinutes(1));
        assertThat(dials())
                .singleElement()
                .satisfies(dial -> assertThat(dial.longestSeconds()).isEqualTo(450 - 60));
        assertThat(scripts()).extracting(VoiceScript::longestSeconds).containsOnly(600);
    }

    @Test // vapi 5.1: number held, alert; the one new attempt waits until the named hold is lifted
    void a_number_that_may_not_call_rests_a_day_and_its_call_is_made_then() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        everyCallWaitsADayAfter(CallTrouble.CARRIER_RIGHTS, scenario, lead);
        ends(scenario, lead, "call-2", report(CallOutcome.FAILED_TECHNICAL, CallTrouble.CARRIER_RIGHTS));
        assertThat(redials(scenario, lead)).as("one new attempt").hasSize(1);
    }

    @Test // vapi 5.1: ASSISTANT_SETUP -> campaign's voice step held, alert; the one new attempt waits for it
    void an_assistant_that_does_not_work_holds_the_calls_of_its_campaign_for_a_day() {
        OutreachScenario scenario = autopilot();
        everyCallWaitsADayAfter(CallTrouble.ASSISTANT_SETUP, scenario, scenario.lead());
    }

    /** Nobody is called for a day, neither the lead again nor anybody else; then both are. */
    private void everyCallWaitsADayAfter(CallTrouble trouble, OutreachScenario scenario, Lead lead) {
        called(scenario, lead);
        Instant failed = scenario.now();
        ends(scenario, lead, "call-1", report(CallOutcome.FAILED_TECHNICAL, trouble));
        assertThat(redials(scenario, lead)).hasSize(1);
        Lead other = scenario.lead();
        scenario.runFor(Duration.ofHours(23));
        assertThat(dials()).as("neither again nor anybody else").hasSize(1);
        assertThat(Objects.requireNonNull(scenario.reread(other).block()).code())
                .isEqualTo("resource_unhealthy");

        scenario.runFor(Duration.ofDays(3));
        assertThat(dials()).hasSize(3);
        assertThat(redials(scenario, lead))
                .singleElement()
                .satisfies(again -> assertThat(again.sentAt()).isAfterOrEqualTo(failed.plus(Duration.ofDays(1))));
    }

    @Test // vapi 5.1: hold 60 s
    void without_a_free_line_nobody_is_called_for_a_minute() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);
        clock.set(Objects.requireNonNull(scenario.touches(lead).getFirst().sentAt())
                .plusSeconds(2));
        ends(scenario, lead, "call-1", report(CallOutcome.FAILED_TECHNICAL, CallTrouble.RATE_LIMITED));
        scenario.runFor(Duration.ofDays(1));
        assertThat(dials()).hasSize(2);
    }

    @Test // vapi 7: P8 refused -> the lead is not called again that day
    void nobody_is_called_again_on_the_day_of_a_call_that_could_not_be_ended() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        Touch touch = called(scenario, lead);
        Instant accepted = Objects.requireNonNull(touch.sentAt());
        clock.set(accepted.plus(Duration.ofMinutes(20)));
        ends(scenario, lead, "call-1", report(CallOutcome.FAILED_TECHNICAL, CallTrouble.LINE));

        assertThat(redials(scenario, lead))
                .hasSize(1)
                .allSatisfy(again -> assertThat(sydney(again.scheduledAt()).toLocalDate())
                        .isAfter(sydney(accepted).toLocalDate()));
        scenario.runFor(Duration.ofDays(2));
        assertThat(dials()).as("and then once").hasSize(2);
    }

    /** So many calls of the past days ended so; then one more does, and somebody waits to be called. */
    private Lead waitsBehind(OutreachScenario scenario, int calls, CallResult past, CallOutcome newest) {
        Lead lead = scenario.lead();
        Touch touch = called(scenario, lead);
        Instant then = scenario.now();
        scenario.in(() -> {
            for (int call = 1; call <= calls; call++) {
                voice(scenario).calls().add(past(touch, call, then.minusSeconds(60L * call), "0.2", past));
            }
            return touch;
        });
        ends(
                scenario,
                lead,
                "call-1",
                newest == CallOutcome.FAILED_TECHNICAL ? report(newest, CallTrouble.MISDIALLED) : report(newest));
        return scenario.lead();
    }

    @Test // vapi Beyond: quality brake, > 20 % failed_technical in the last 50 calls -> channel paused, alert
    void calls_that_break_too_often_rest_for_a_day_and_are_tried_again() {
        OutreachScenario scenario = autopilot();
        Lead waiting = waitsBehind(scenario, 49, CallResult.FAILED_TECHNICAL, CallOutcome.FAILED_TECHNICAL);
        scenario.runFor(Duration.ofHours(22));
        assertThat(dials()).hasSize(1);
        assertThat(Objects.requireNonNull(scenario.reread(waiting).block()).code())
                .isEqualTo("resource_unhealthy");
        assertThat(tasks(scenario)).contains("call_quality");
        scenario.runFor(Duration.ofDays(3));
        assertThat(dials()).hasSizeGreaterThan(1);
    }

    @Test // vapi Beyond: caller reputation, answer rate < 5 % with >= 40 calls in 7 days -> number rests 14 days
    void a_number_that_hardly_anybody_answers_rests_for_a_fortnight() {
        OutreachScenario scenario = autopilot();
        waitsBehind(scenario, 39, CallResult.NO_ANSWER, CallOutcome.VOICEMAIL_LEFT);
        assertThat(tasks(scenario)).contains("number_unanswered");
        scenario.runFor(Duration.ofDays(13));
        assertThat(dials()).hasSize(1);
        scenario.runFor(Duration.ofDays(4));
        assertThat(dials()).hasSizeGreaterThan(1);
    }

    /** The call has just ended, and the person asked in it to be called then; answers when it is. */
    private Optional<Instant> asksFor(OutreachScenario scenario, Lead lead, String ref, Instant wanted) {
        Instant left = scenario.touches(lead).stream()
                .map(Touch::sentAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
        clock.set(left.plus(Duration.ofMinutes(3)));
        ends(scenario, lead, ref, report(CallOutcome.ANSWERED));
        ConcludeCalls conclude = scenario.useCases()
                .concludeCalls(voice(scenario), book(scenario).archive());
        return scenario.in(() -> {
            StopOutreach stop = scenario.useCases().stopOutreach();
            stop.humanReply(scenario.client(), lead.id());
            conclude.cameTo(scenario.client(), "fake-voice", ref, CallResult.CALLBACK_REQUESTED);
            Optional<Instant> at = conclude.calledAgain(scenario.client(), lead, wanted);
            at.ifPresent(until -> stop.snooze(scenario.client(), lead.id(), until));
            return at;
        });
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Australia/Sydney")).toInstant();
    }

    @Test // outreach 10.6: callback -> SNOOZED + call at requested time within legal envelope; 4.4: attempt_no
    void who_asks_to_be_called_is_called_then_and_once_and_the_steps_keep_their_distance() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);
        Instant evening = at("2026-03-02T18:30");
        assertThat(asksFor(scenario, lead, "call-1", evening))
                .as("no hour of ours, and one of the law")
                .contains(evening);
        assertThat(scenario.enrolment(lead))
                .returns(EnrolmentState.SNOOZED, Enrolment::state)
                .returns(evening, Enrolment::snoozedUntil);

        scenario.runFor(Duration.ofDays(20));
        assertThat(redials(scenario, lead)).singleElement().satisfies(call -> {
            assertThat(call.state()).isEqualTo(TouchState.SENT);
            assertThat(call.attemptNo()).isEqualTo(2);
            assertThat(call.sentAt()).isBetween(evening, evening.plus(Duration.ofMinutes(15)));
        });
        assertThat(scenario.touches(lead))
                .extracting(
                        touch -> sydney(Objects.requireNonNull(touch.sentAt())).toLocalDate())
                .containsExactlyInAnyOrder(
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 10),
                        LocalDate.of(2026, 3, 16));
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 2.6, 10.6: the run is stopped in between
    void a_wish_to_be_called_ends_with_its_run() {
        OutreachScenario scenario = autopilot();
        Lead stopped = scenario.lead();
        Instant tomorrow = at("2026-03-03T15:00");
        called(scenario, stopped);
        asksFor(scenario, stopped, "call-1", tomorrow);
        scenario.in(() -> scenario.useCases()
                .stopOutreach()
                .stop(scenario.client(), stopped.id(), StopReason.Plain.UNSUBSCRIBED));
        scenario.runFor(Duration.ofDays(3));
        assertThat(dials()).as("nobody after a stop").hasSize(1);
    }

    @Test // outreach 2.6 auto_reply: the run goes on where it stood
    void a_wish_to_be_called_outlives_a_machines_note() {
        OutreachScenario other = autopilot();
        Lead lead = other.lead();
        Instant tomorrow = at("2026-03-03T15:00");
        called(other, lead);
        asksFor(other, lead, "call-2", tomorrow);
        other.in(() -> {
            StopOutreach stop = other.useCases().stopOutreach();
            stop.humanReply(other.client(), lead.id());
            stop.resumeAfterMachineReply(other.client(), lead.id());
            return lead;
        });
        assertThat(other.enrolment(lead).state()).isEqualTo(EnrolmentState.SNOOZED);
        other.runFor(Duration.ofDays(3));
        assertThat(redials(other, lead))
                .singleElement()
                .satisfies(
                        call -> assertThat(call.sentAt()).isBetween(tomorrow, tomorrow.plus(Duration.ofMinutes(15))));
    }

    @Test // outreach 5.2, 10.6: within the legal envelope; total dials per step of three
    void outside_the_law_it_is_the_next_hour_that_the_law_allows_and_a_fourth_dial_is_a_persons() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);
        assertThat(asksFor(scenario, lead, "call-1", at("2026-03-02T21:00"))).contains(at("2026-03-03T09:00"));
        scenario.runFor(Duration.ofDays(1));
        assertThat(dials()).hasSize(2);
        assertThat(asksFor(scenario, lead, "call-2", at("2026-03-08T11:00")))
                .as("a Sunday, and Monday is a holiday nowhere")
                .contains(at("2026-03-09T09:00"));
        scenario.runFor(Duration.ofDays(7));
        assertThat(dials()).hasSize(3);
        assertThat(asksFor(scenario, lead, "call-3", at("2026-03-10T11:00"))).isEmpty();
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
    }
}

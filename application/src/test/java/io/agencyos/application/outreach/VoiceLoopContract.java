package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.pacing.PacingBook;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.application.outreach.phone.RemoveAssistants;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.call.CallTrouble;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ActivityId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Calls through the send protocol: every crash and trouble of an e-mail, and what is asked of calls alone. Source: outreach 10. */
public abstract class VoiceLoopContract extends RecallStories {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    /** Every dial that rang, oldest first. */
    protected abstract List<VoiceCommand> dials();

    /** From now on an assistant stands only after it was asked for. */
    protected abstract void unprepared();

    /** The next assistant that is to go stays, since the vendor is away. */
    protected abstract void removalFails();

    protected abstract PacingBook pacing(OutreachScenario.World world);

    @Override
    protected final List<String> delivered() {
        return dials().stream().map(VoiceCommand::idempotencyKey).toList();
    }

    @Override
    protected final Course course() {
        return Course.CALL;
    }

    static TextBook book(OutreachScenario scenario) {
        return Objects.requireNonNull(scenario.on().texts());
    }

    static VoicePorts voice(OutreachScenario scenario) {
        return book(scenario).voice().orElseThrow();
    }

    static CallReport report(CallOutcome outcome, CallTrouble... troubles) {
        boolean answered = outcome == CallOutcome.ANSWERED;
        return new CallReport(
                outcome,
                List.of(troubles).stream().findFirst(),
                answered ? 121 : 0,
                new BigDecimal("0.1912"),
                answered ? Optional.of("AI: Hi Priya. User: Friday works.") : Optional.empty(),
                Optional.empty(),
                answered);
    }

    /** The newest call of the lead ends so, now. */
    static boolean ends(OutreachScenario scenario, Lead lead, String ref, CallReport report) {
        Touch touch = scenario.touches(lead).stream()
                .filter(one -> one.state() == TouchState.SENT)
                .reduce((first, second) -> second)
                .orElseThrow();
        ConcludeCalls conclude = scenario.useCases()
                .concludeCalls(voice(scenario), book(scenario).archive());
        return scenario.in(() -> conclude.concluded(
                scenario.client(), touch.id(), new ConcludeCalls.Ended("fake-voice", ref, scenario.now(), report)));
    }

    final Touch called(OutreachScenario scenario, Lead lead) {
        scenario.runFor(aDay());
        assertThat(dials()).hasSize(1);
        return scenario.touches(lead).getFirst();
    }

    static LocalDateTime sydney(Instant at) {
        return LocalDateTime.ofInstant(at, SYDNEY);
    }

    static List<Touch> redials(OutreachScenario scenario, Lead lead) {
        return scenario.touches(lead).stream()
                .filter(touch -> touch.origin() == TouchOrigin.RETRY)
                .toList();
    }

    @Test // outreach 10.5: in the opening where the client enables ai_disclosure (default on), and always when asked
    void a_client_may_leave_it_to_the_question_that_a_machine_speaks_and_changes_its_mind_for_what_is_written_too() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        discloses(scenario, false);
        queued(scenario, lead);
        assertThat(Objects.requireNonNull(scenario.touches(lead).getFirst().content())
                        .body())
                .startsWith("Hi Priya, this is Sam calling for Northlight")
                .contains("recorded");
        scenario.runFor(aDay());
        assertThat(dials()).hasSize(1);

        Lead later = scenario.lead();
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        discloses(scenario, true);
        scenario.runFor(Duration.ofDays(2));
        assertThat(dials()).hasSize(2);
        assertThat(dials().getLast().facts().get("opening")).contains("an automated assistant");
        assertThat(scenario.touches(later).getFirst().state()).isEqualTo(TouchState.SENT);
    }

    private static void discloses(OutreachScenario scenario, boolean atOnce) {
        scenario.in(() -> {
            Clients clients = scenario.on().world().clients();
            clients.updateSettings(clients.settings(scenario.client()).disclosing(atOnce));
        });
    }

    @Test // outreach 10.1, 10.3, 10.5
    void a_call_names_who_calls_for_whom_says_that_it_is_a_machine_and_may_be_recorded() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);

        VoiceCommand dial = dials().getFirst();
        assertThat(dial.facts().get("opening"))
                .startsWith("Hi Priya, this is Sam, an automated assistant calling for Northlight")
                .contains("marketing", "may be recorded")
                .endsWith("Is now a bad time?");
        assertThat(dial.facts().get("number_source")).isEqualTo("our client's own records");
        assertThat(dial.facts().get("knowledge"))
                .contains("how_did_you_get_my_number: We have it from our client's own records.")
                .contains("hello@northlight.example")
                .contains("company_context: ", "talking_points: ", "meeting_ask: ");
        assertThat(dial.facts().get("mail_note"))
                .as("no e-mail was sent before")
                .isEmpty();
        assertThat(dial.lineRef()).as("its own number, named").isEqualTo(TextBook.OURS.e164());
        assertThat(dial.to()).isEqualTo(lead.contact().phone());
        assertThat(dial.assistantRef()).isNotBlank();
    }

    @Test // outreach 2.4, 5.3, 10.4: days 0, 8 and 13 (a Sunday), mornings and afternoons, 6 minutes before the end at
    // the latest
    void a_sequence_of_calls_keeps_its_days_and_the_windows_of_calls() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofDays(20));

        assertThat(scenario.steps(lead)).extracting(EnrolmentStep::code).containsOnlyNulls();
        assertThat(scenario.touches(lead))
                .extracting(touch -> sydney(touch.sentAt()).toLocalDate())
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 16));
        assertThat(scenario.touches(lead))
                .extracting(touch -> sydney(touch.sentAt()).toLocalTime())
                .allSatisfy(at -> assertThat(!at.isBefore(LocalTime.of(9, 0)) && !at.isAfter(LocalTime.of(11, 54))
                                || !at.isBefore(LocalTime.of(13, 0)) && !at.isAfter(LocalTime.of(16, 54)))
                        .as("at %s", at)
                        .isTrue());
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 3.5, 6.5: listed is skipped but for express consent to be called; stale waits; unavailable is
    // skipped
    void the_register_is_asked_before_every_call() {
        OutreachScenario scenario = autopilot();
        Lead listed = scenario.lead();
        Lead agreed = scenario.lead();
        Lead unavailable = scenario.lead();
        book(scenario).registered(listed, GateFacts.Address.Register.LISTED);
        book(scenario).registered(agreed, GateFacts.Address.Register.LISTED);
        book(scenario).registered(unavailable, GateFacts.Address.Register.UNAVAILABLE);
        scenario.on().agreed().accept(agreed, Channel.VOICE);
        scenario.runFor(aDay());

        assertThat(scenario.steps(listed).getFirst().code()).isEqualTo("dncr_listed");
        assertThat(scenario.steps(unavailable).getFirst().code()).isEqualTo("dncr_unavailable");
        assertThat(dials())
                .extracting(VoiceCommand::to)
                .containsExactly(agreed.contact().phone());
        assertThat(List.of(toldOf(scenario, listed), toldOf(scenario, unavailable)))
                .as("outreach 14: the timeline says who is listed")
                .containsExactly(true, false);
    }

    /** Whether the timeline has it; the second of its name is not taken. */
    private static boolean toldOf(OutreachScenario scenario, Lead lead) {
        Touch touch = scenario.touches(lead).getFirst();
        Activity again = new Activity(
                new ActivityId(UUID.randomUUID()),
                touch.clientId(),
                lead.id(),
                touch.campaignId(),
                ActivityAction.REJECTED_DNCR,
                Channel.VOICE,
                TouchKind.VOICE,
                touch.id(),
                touch.stepNo(),
                scenario.now(),
                "rejected_dncr:" + touch.id(),
                null,
                ActivityActor.SYSTEM);
        return !scenario.in(() -> scenario.on().world().activities().append(again));
    }

    @Test // outreach 10.1: the assistant is made once; nobody is called before it stands
    void a_campaign_whose_assistant_is_not_there_yet_calls_a_minute_later() {
        OutreachScenario scenario = autopilot();
        unprepared();
        Lead lead = scenario.lead();
        Touch touch = called(scenario, lead);
        assertThat(touch.dispatchCount()).isEqualTo(2);
        assertThat(touch.state()).isEqualTo(TouchState.SENT);
    }

    @Test // outreach 10.1: deleted 7 days after campaign completion
    void an_assistant_goes_a_week_after_its_campaign_and_what_the_vendor_keeps_is_asked_for_again() {
        OutreachScenario scenario = autopilot();
        called(scenario, scenario.lead());
        VoiceCaller caller =
                voice(scenario).lines().of(number(scenario)).orElseThrow().caller();
        RemoveAssistants removal = new RemoveAssistants(
                scenario.on().world().campaigns(),
                client -> List.of(caller),
                scenario.on().units(),
                scenario::now);
        assertThat(caller.assistants(scenario.client()).orElseThrow())
                .extracting(VoiceCaller.Standing::campaign)
                .containsExactly(scenario.campaign().id());
        scenario.advance(Duration.ofDays(40));
        assertThat(removal.remove(scenario.client()).removed()).as("it runs").isZero();

        Campaigns campaigns = scenario.on().world().campaigns();
        scenario.in(() -> campaigns.update(campaigns
                .find(scenario.client(), scenario.campaign().id())
                .orElseThrow()
                .completed(scenario.now())));
        scenario.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(removal.remove(scenario.client()).removed()).isZero();

        scenario.advance(Duration.ofSeconds(1));
        removalFails();
        assertThat(removal.remove(scenario.client())).satisfies(round -> {
            assertThat(round.removed()).isZero();
            assertThat(round.failures()).hasSize(1);
        });
        assertThat(removal.remove(scenario.client())).isEqualTo(new RemoveAssistants.Round(1, List.of()));
        assertThat(removal.remove(scenario.client())).isEqualTo(new RemoveAssistants.Round(0, List.of()));
        assertThat(caller.assistants(scenario.client()).orElseThrow()).isEmpty();
    }

    private static SendingNumber number(OutreachScenario scenario) {
        return scenario.in(
                () -> voice(scenario).numbers().ofClient(scenario.client()).getFirst());
    }

    @Test // outreach 10.6: busy -> 2 h later, at most twice; the step is one step
    void a_busy_line_is_dialled_again_after_two_hours_and_at_most_three_times() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);
        for (int dial = 1; dial <= 3; dial++) {
            assertThat(ends(scenario, lead, "call-" + dial, report(CallOutcome.BUSY)))
                    .isTrue();
            scenario.runFor(Duration.ofDays(1));
        }

        assertThat(dials()).hasSize(3).extracting(VoiceCommand::idempotencyKey).doesNotHaveDuplicates();
        assertThat(scenario.touches(lead)).extracting(Touch::stepNo).containsOnly(1);
        assertThat(scenario.touches(lead)).extracting(Touch::attemptNo).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(scenario.steps(lead))
                .filteredOn(step -> step.outcome() == EnrolmentStep.Outcome.SENT)
                .hasSize(1);
        assertThat(scenario.enrolment(lead).nextStep()).isEqualTo(2);
        assertThat(scenario.conservation().closes()).isTrue();
        // PLAN-2: dials per called lead
        PacingBook book = pacing(scenario.on());
        assertThat(scenario.in(() -> book.dialled(scenario.client(), OutreachScenario.MONDAY_MORNING, scenario.now())))
                .isEqualTo(new PacingBook.Dialled(3, 1));
    }

    @Test // outreach 10.6: next business day in the other half
    void nobody_answering_is_dialled_again_on_the_next_day_in_the_other_half() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);
        LocalTime first = sydney(scenario.touches(lead).getFirst().sentAt()).toLocalTime();
        clock.set(scenario.touches(lead).getFirst().sentAt().plusSeconds(40));
        ends(scenario, lead, "call-1", report(CallOutcome.NO_ANSWER));

        Touch again = redials(scenario, lead).getFirst();
        assertThat(sydney(again.scheduledAt()).toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(sydney(again.scheduledAt()).toLocalTime().isBefore(LocalTime.NOON))
                .isNotEqualTo(first.isBefore(LocalTime.NOON));
        scenario.runFor(Duration.ofDays(2));
        ends(scenario, lead, "call-2", report(CallOutcome.NO_ANSWER));
        assertThat(redials(scenario, lead)).as("a second time ends the step").hasSize(1);
    }

    @Test // outreach 10.6, 10.7: a report that comes twice has one effect
    void a_call_is_concluded_once() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);
        assertThat(ends(scenario, lead, "call-1", report(CallOutcome.BUSY))).isTrue();
        assertThat(ends(scenario, lead, "call-1", report(CallOutcome.BUSY))).isFalse();
        assertThat(redials(scenario, lead)).hasSize(1);
    }

    @Test // outreach 10.6, 10.9: what was said is kept, the recording for 90 days; nobody who answered is dialled again
    void an_answered_call_is_kept_with_its_words_and_never_redialled() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);
        ends(scenario, lead, "call-1", report(CallOutcome.ANSWERED));

        CallBook.Call call = scenario.in(() -> voice(scenario)
                .calls()
                .byRef(scenario.client(), "fake-voice", "call-1")
                .orElseThrow());
        assertThat(call.seconds()).isEqualTo(121);
        assertThat(call.result()).isEqualTo(CallResult.NO_OUTCOME);
        assertThat(call.from()).isEqualTo(TextBook.OURS);
        assertThat(call.transcript()).contains("Friday works");
        assertThat(call.costUsd()).isEqualByComparingTo("0.1912");
        assertThat(scenario.in(() ->
                                scenario.on().world().meter().spent(scenario.client(), "fake-voice", scenario.now()))
                        .month())
                .as("at 1.55, in place of the five minutes that were set aside")
                .isEqualTo(new MicroAud(296_360));
        assertThat(redials(scenario, lead)).isEmpty();
        CallArchive.Recording kept = scenario.in(() ->
                book(scenario).archive().find(scenario.client(), call.id()).orElseThrow());
        assertThat(kept.deleteAfter()).isEqualTo(call.endedAt().plus(Duration.ofDays(90)));
    }

    @Test // outreach 10.5: refused recording -> deleted within 24 h
    void a_recording_that_was_refused_goes_at_once() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);
        ends(scenario, lead, "call-1", report(CallOutcome.ANSWERED));
        ConcludeCalls conclude = scenario.useCases()
                .concludeCalls(voice(scenario), book(scenario).archive());
        scenario.in(() -> conclude.cameTo(scenario.client(), "fake-voice", "call-1", CallResult.RECORDING_DECLINED));

        List<CallArchive.Due> due =
                scenario.in(() -> book(scenario).archive().due(scenario.client(), scenario.now(), null, 10));
        assertThat(due).extracting(CallArchive.Due::ref).containsExactly("call-1");
    }

    @Test // outreach 10.6: one new attempt after 15 min; vapi 5.1: a reason that is not known is looked at by a person
    void a_line_that_broke_is_dialled_again_once_and_an_unknown_end_is_not() {
        OutreachScenario scenario = autopilot();
        Lead broken = scenario.lead();
        called(scenario, broken);
        ends(scenario, broken, "call-1", report(CallOutcome.FAILED_TECHNICAL, CallTrouble.LINE));
        assertThat(redials(scenario, broken)).hasSize(1);
        scenario.runFor(Duration.ofDays(1));
        ends(scenario, broken, "call-2", report(CallOutcome.FAILED_TECHNICAL, CallTrouble.LINE));
        assertThat(redials(scenario, broken)).hasSize(1);

        Lead strange = scenario.lead();
        scenario.runFor(Duration.ofDays(1));
        ends(scenario, strange, "call-3", report(CallOutcome.FAILED_TECHNICAL, CallTrouble.UNKNOWN_END_REASON));
        assertThat(redials(scenario, strange)).isEmpty();
    }

    @Test // vapi 5.1: misdialled marks the number invalid
    void a_number_that_does_not_exist_is_not_dialled_again() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);
        ends(scenario, lead, "call-1", report(CallOutcome.FAILED_TECHNICAL, CallTrouble.MISDIALLED));
        assertThat(book(scenario).isInvalid(lead)).isTrue();
        scenario.runFor(Duration.ofDays(20));
        assertThat(dials()).hasSize(1);
        assertThat(scenario.steps(lead)).extracting(EnrolmentStep::code).contains("invalid_phone");
    }

    @Test // outreach 3.3 check 16, 2.6: whoever stops is not dialled again
    void a_redial_does_not_outlive_its_run() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        called(scenario, lead);
        ends(scenario, lead, "call-1", report(CallOutcome.NO_ANSWER));
        scenario.in(() ->
                scenario.useCases().stopOutreach().stop(scenario.client(), lead.id(), StopReason.Plain.UNSUBSCRIBED));
        scenario.runFor(Duration.ofDays(5));

        assertThat(dials()).hasSize(1);
        assertThat(redials(scenario, lead)).extracting(Touch::state).containsExactly(TouchState.CANCELLED);
    }

    @Test // outreach 7, check 36: five calls at once; the sixth waits for an end
    void five_calls_run_at_once_and_the_sixth_waits() {
        OutreachScenario scenario = autopilot();
        List<Lead> leads = scenario.leads(7);
        leads.forEach(lead -> book(scenario).registered(lead, GateFacts.Address.Register.CLEAN));
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        clock.set(LocalDateTime.parse("2026-03-02T16:40").atZone(SYDNEY).toInstant());
        scenario.pass();

        assertThat(dials()).hasSize(5);
        assertThat(leads.stream().map(scenario::reread).map(Lead::block).filter(Objects::nonNull))
                .extracting(Lead.Block::code)
                .containsOnly("concurrency_limit");
        assertThat(used(scenario, QuotaMetric.VOICE)).isEqualTo(5);
        scenario.advance(Duration.ofMinutes(7));
        scenario.pass();
        assertThat(dials()).as("the first five are over by now").hasSize(7);
    }
}

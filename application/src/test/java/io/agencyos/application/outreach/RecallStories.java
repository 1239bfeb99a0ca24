package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.stop.RecallTouches.Round;
import io.agencyos.application.outreach.store.RecallBook;
import io.agencyos.application.platform.EmergencyStops;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.EmergencyStopId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a vendor accepted before a stop is asked back from it. Source: outreach 4.3 T7, salesforge 5, vapi 7. */
public abstract class RecallStories extends VendorTroubleStories {

    /** In the world that was made last. */
    protected abstract RecallBook recalls();

    /** Whose e-mails were asked back, oldest first. */
    protected abstract List<EmailAddress> recalled();

    /** Whether the vendor was told never to write to the lead again. */
    protected abstract boolean forbidden(Lead lead);

    /** The vendor of e-mails does not take the coming recalls. */
    protected abstract void recallsFail(int count);

    /** References of the calls that were hung up, oldest first. */
    protected abstract List<String> hungUp();

    private OutreachScenario mailing() {
        return OutreachScenario.on(Course.MAIL, world(clock), clock);
    }

    private Round recall(OutreachScenario scenario) {
        VoicePorts voice = Objects.requireNonNull(scenario.on().texts()).voice().orElseThrow();
        return scenario.useCases()
                .recallTouches(mailbox -> scenario.on().sender(), voice, recalls())
                .recall(scenario.client(), 100);
    }

    private static EmailAddress address(Lead lead) {
        return Objects.requireNonNull(lead.contact().email());
    }

    private static void stop(OutreachScenario scenario, Lead lead, StopReason reason) {
        scenario.in(() -> scenario.useCases().stopOutreach().stop(scenario.client(), lead.id(), reason));
    }

    private Lead mailed(OutreachScenario scenario) {
        Lead lead = scenario.lead();
        scenario.runFor(aDay());
        assertThat(scenario.touches(lead)).extracting(Touch::state).contains(TouchState.SENT);
        return lead;
    }

    @Test // salesforge 5, stop events: an opt-out goes on the vendor's list for good
    void whoever_opts_out_goes_on_the_vendors_own_list_once() {
        OutreachScenario scenario = mailing();
        Lead lead = mailed(scenario);
        assertThat(recall(scenario)).isEqualTo(new Round(0, 0));
        assertThat(forbidden(lead)).isFalse();
        stop(scenario, lead, StopReason.Plain.UNSUBSCRIBED);

        assertThat(recall(scenario)).isEqualTo(new Round(1, 0));
        assertThat(forbidden(lead)).isTrue();
        assertThat(recall(scenario)).as("settled").isEqualTo(new Round(0, 0));
    }

    @Test // outreach 6.2 row 1: all stop, whatever became of the run that the last e-mail belongs to
    void whoever_opts_out_after_the_last_step_goes_on_the_vendors_own_list_too() {
        OutreachScenario scenario = mailing();
        Lead lead = mailed(scenario);
        completed(scenario, lead);
        assertThat(recall(scenario)).as("nobody asked for it").isEqualTo(new Round(0, 0));
        optedOut(scenario, lead);

        assertThat(recall(scenario)).isEqualTo(new Round(1, 0));
        assertThat(forbidden(lead)).isTrue();
        assertThat(recall(scenario)).as("settled").isEqualTo(new Round(0, 0));
    }

    @Test // vapi 7: live stop, also of the call that was the last step
    void the_call_of_a_run_that_is_over_is_hung_up_when_its_lead_opts_out() {
        OutreachScenario scenario = autopilot();
        Lead lead = mailed(scenario);
        clock.set(Objects.requireNonNull(call(scenario, lead).sentAt()).plusSeconds(20));
        stop(scenario, lead, StopReason.Plain.CAMPAIGN_COMPLETED);
        assertThat(recall(scenario)).isEqualTo(new Round(0, 0));
        optedOut(scenario, lead);

        assertThat(recall(scenario)).isEqualTo(new Round(1, 0));
        assertThat(hungUp()).containsExactly(call(scenario, lead).vendorRef());
    }

    private static void completed(OutreachScenario scenario, Lead lead) {
        for (int days = 0; scenario.enrolment(lead).state() != EnrolmentState.COMPLETED; days++) {
            assertThat(days).isLessThan(60);
            scenario.runFor(Duration.ofDays(1));
        }
    }

    /** As an opt-out leaves the lead. */
    private static void optedOut(OutreachScenario scenario, Lead lead) {
        stop(scenario, lead, StopReason.Plain.UNSUBSCRIBED);
        scenario.in(() -> {
            Leads leads = scenario.on().world().leads().leads();
            Lead now = leads.find(scenario.client(), lead.id()).orElseThrow();
            leads.update(now.becoming(LeadStatus.UNSUBSCRIBED, scenario.now()));
        });
    }

    @Test // salesforge 5, stop events: any other stop
    void an_e_mail_that_may_wait_is_kept_from_leaving_after_a_reply_and_the_address_stays_free() {
        OutreachScenario scenario = mailing();
        Lead lead = mailed(scenario);
        scenario.in(() -> scenario.useCases().stopOutreach().humanReply(scenario.client(), lead.id()));

        assertThat(recall(scenario)).isEqualTo(new Round(1, 0));
        assertThat(recalled()).containsExactly(address(lead));
        assertThat(forbidden(lead)).isFalse();
    }

    @Test // salesforge 5: after 72 h it is stuck, which is the sender's own affair
    void what_was_handed_over_three_days_before_a_reply_is_not_asked_back() {
        OutreachScenario scenario = mailing();
        Lead lead = mailed(scenario);
        scenario.advance(Duration.ofHours(73));
        scenario.in(() -> scenario.useCases().stopOutreach().humanReply(scenario.client(), lead.id()));
        assertThat(recall(scenario)).isEqualTo(new Round(0, 0));
        assertThat(recalled()).isEmpty();
    }

    @Test // vendors/index 4: an idempotent write is repeated until it is taken
    void a_recall_that_was_not_taken_is_asked_again_after_a_minute() {
        OutreachScenario scenario = mailing();
        Lead lead = mailed(scenario);
        stop(scenario, lead, new StopReason.Suppressed(SuppressionReason.COMPETITOR));
        recallsFail(1);
        assertThat(recall(scenario)).isEqualTo(new Round(0, 1));
        assertThat(recall(scenario)).as("not yet").isEqualTo(new Round(0, 0));
        scenario.advance(Duration.ofMinutes(1));
        assertThat(recall(scenario)).isEqualTo(new Round(1, 0));
        assertThat(recalled()).containsExactly(address(lead));
    }

    @Test // vapi 7: live stop, the lead asked to stop on another channel while it rings
    void a_call_to_somebody_who_opts_out_meanwhile_is_hung_up_once() {
        OutreachScenario scenario = autopilot();
        Lead other = scenario.lead();
        Lead lead = mailed(scenario);
        clock.set(Objects.requireNonNull(call(scenario, lead).sentAt()).plusSeconds(20));
        stop(scenario, lead, StopReason.Plain.UNSUBSCRIBED);

        assertThat(recall(scenario)).isEqualTo(new Round(1, 0));
        assertThat(hungUp())
                .containsExactly(call(scenario, lead).vendorRef())
                .doesNotContain(call(scenario, other).vendorRef());
        assertThat(recall(scenario)).isEqualTo(new Round(0, 0));
    }

    @Test // outreach 10.6: whoever answered, perhaps by a tool of this very call, talks on
    void a_reply_alone_hangs_up_nobody() {
        OutreachScenario scenario = autopilot();
        Lead lead = mailed(scenario);
        clock.set(Objects.requireNonNull(call(scenario, lead).sentAt()).plusSeconds(20));
        scenario.in(() -> scenario.useCases().stopOutreach().humanReply(scenario.client(), lead.id()));
        assertThat(recall(scenario)).isEqualTo(new Round(0, 0));
        assertThat(hungUp()).isEmpty();
    }

    @Test // outreach 10.7: a call whose report came is over
    void a_call_that_ended_is_not_hung_up() {
        OutreachScenario scenario = autopilot();
        Lead lead = mailed(scenario);
        Touch call = call(scenario, lead);
        clock.set(Objects.requireNonNull(call.sentAt()).plusSeconds(60));
        ended(scenario, call);
        stop(scenario, lead, StopReason.Plain.UNSUBSCRIBED);
        assertThat(recall(scenario)).isEqualTo(new Round(0, 0));
        assertThat(hungUp()).isEmpty();
    }

    private static void ended(OutreachScenario scenario, Touch call) {
        TextBook book = Objects.requireNonNull(scenario.on().texts());
        CallReport report = new CallReport(
                CallOutcome.ANSWERED, Optional.empty(), 60, BigDecimal.ZERO, Optional.empty(), Optional.empty(), false);
        ConcludeCalls conclude = scenario.useCases().concludeCalls(book.voice().orElseThrow(), book.archive());
        scenario.in(() -> conclude.concluded(
                scenario.client(),
                call.id(),
                new ConcludeCalls.Ended(
                        "fake-voice", Objects.requireNonNull(call.vendorRef()), scenario.now(), report)));
    }

    @Test // outreach 1.5, 3.3 check 1: a stop of the channel reaches the calls that run
    void a_kill_switch_hangs_up_every_running_call() {
        OutreachScenario scenario = autopilot();
        Lead lead = mailed(scenario);
        clock.set(Objects.requireNonNull(call(scenario, lead).sentAt()).plusSeconds(20));
        assertThat(recall(scenario)).isEqualTo(new Round(0, 0));
        EmergencyStop stop = EmergencyStop.set(
                new EmergencyStopId(UUID.randomUUID()),
                EmergencyStop.Scope.CHANNEL,
                "voice",
                "the assistant says nonsense",
                new UserId(UUID.randomUUID()),
                scenario.now());
        EmergencyStops desk = (EmergencyStops) scenario.on().world().stops();
        scenario.on().units().onPlatform(() -> desk.insert(stop));

        Round round = recall(scenario);
        scenario.on().units().onPlatform(() -> desk.update(stop.release(stop.setBy(), 1, scenario.now())));
        assertThat(round).isEqualTo(new Round(1, 0));
        assertThat(hungUp()).containsExactly(call(scenario, lead).vendorRef());
    }

    @Test // outreach 1.5: calls in progress finish unless hangup is asked for
    void a_clients_stop_hangs_up_its_running_calls_where_it_says_so() {
        OutreachScenario scenario = autopilot();
        Lead lead = mailed(scenario);
        clock.set(Objects.requireNonNull(call(scenario, lead).sentAt()).plusSeconds(20));
        Client.Pause stop = new Client.Pause(scenario.now(), "a wrong price", null);

        OutreachStories.pause(scenario, stop);
        assertThat(recall(scenario)).isEqualTo(new Round(0, 0));
        OutreachStories.pause(scenario, stop.hangingUp());
        Round round = recall(scenario);
        OutreachStories.pause(scenario, null);

        assertThat(round).isEqualTo(new Round(1, 0));
        assertThat(hungUp()).containsExactly(call(scenario, lead).vendorRef());
    }

    private static Touch call(OutreachScenario scenario, Lead lead) {
        return scenario.touches(lead).stream()
                .filter(touch -> touch.state() == TouchState.SENT)
                .findFirst()
                .orElseThrow();
    }
}

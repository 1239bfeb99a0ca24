package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.outreach.call.CallTrouble;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.usage.MicroAud;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long calls may be, what the next is expected to cost, and what follows one that could not be ended. Source: vapi 5, 7. */
public abstract class CallTermsStories extends VoiceLoopContract {

    /** What assistants were made to say. */
    protected abstract List<VoiceScript> scripts();

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
                CallResult.NO_OUTCOME,
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
}

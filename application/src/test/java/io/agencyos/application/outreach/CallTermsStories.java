package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.CallOutcome;
import io.agencyos.domain.outreach.CallResult;
import io.agencyos.domain.outreach.CallTerms;
import io.agencyos.domain.outreach.CallTrouble;
import io.agencyos.domain.outreach.Touch;
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
        assertThat(spent(scenario)).as("two begun minutes").isEqualTo(new MicroAud(2 * 350_000));
    }

    @Test // vapi 7: P8 refused -> the lead is not called again that day
    void nobody_is_called_again_on_the_day_of_a_call_that_could_not_be_ended() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        Touch touch = called(scenario, lead);
        Instant accepted = Objects.requireNonNull(touch.sentAt());
        clock.set(accepted.plus(CallTerms.OVERDUE));
        ends(scenario, lead, "call-1", report(CallOutcome.FAILED_TECHNICAL, CallTrouble.LINE));

        assertThat(redials(scenario, lead))
                .hasSize(1)
                .allSatisfy(again -> assertThat(sydney(again.scheduledAt()).toLocalDate())
                        .isAfter(sydney(accepted).toLocalDate()));
        scenario.runFor(Duration.ofDays(2));
        assertThat(dials()).as("and then once").hasSize(2);
    }
}

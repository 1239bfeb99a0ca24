package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.resource.QuotaMetric;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Texts whose calls had no answer: when absence is believed, and what happens while the vendor is asked. Source: outreach 4.5. */
public abstract class LostTextStories extends StopTextStories {

    /** Runs once while the next look-up is under way: what another process, or a person, does meanwhile. */
    protected abstract void whileLookedUp(Runnable work);

    @Test // outreach 4.5: the history of texts may lag, so absence is found twice, five minutes apart
    void a_text_that_was_lost_is_handed_over_again_only_after_two_look_ups() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        failNext(Fault.REQUEST_LOST);
        scenario.useCases().dispatch().run(scenario.client(), 10);
        scenario.advance(Duration.ofMinutes(5));
        scenario.useCases().reconcile().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.UNKNOWN);

        scenario.advance(Duration.ofMinutes(4));
        scenario.useCases().reconcile().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.UNKNOWN);

        scenario.advance(Duration.ofMinutes(1));
        scenario.useCases().reconcile().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.QUEUED);
        scenario.useCases().dispatch().run(scenario.client(), 10);
        assertThat(texts()).hasSize(1);
    }

    @Test // outreach 4.5: two reconcilers that ask at once tell one absence; the second has to be asked for a settle
    // later
    void two_look_ups_at_once_are_one() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        lostText(scenario, lead);
        whileLookedUp(() -> scenario.useCases().reconcile().run(scenario.client(), 10));
        scenario.useCases().reconcile().run(scenario.client(), 10);

        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.UNKNOWN);
        scenario.advance(Duration.ofMinutes(5));
        scenario.useCases().reconcile().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.QUEUED);
    }

    @Test // outreach 4.5, 6.2: whoever says stop while the vendor is asked gets no second text, whatever the answer
    void a_stop_while_the_vendor_is_asked_ends_a_lost_text() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        lostText(scenario, lead);
        scenario.useCases().reconcile().run(scenario.client(), 10);
        scenario.advance(Duration.ofMinutes(5));
        whileLookedUp(() -> saysStop(scenario, lead));
        scenario.useCases().reconcile().run(scenario.client(), 10);
        scenario.runFor(Duration.ofDays(3));

        assertThat(texts()).isEmpty();
        assertThat(scenario.touches(lead))
                .hasSize(1)
                .allMatch(touch -> touch.state().isTerminal());
        assertThat(reserved(scenario, QuotaMetric.SMS)).isZero();
    }

    @Test // outreach 4.5: look-ups that fail are repeated for a day, counted from the call that is asked about
    void a_second_call_has_a_day_of_its_own_to_be_found() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        lostText(scenario, lead);
        scenario.useCases().reconcile().run(scenario.client(), 10);
        scenario.advance(Duration.ofMinutes(5));
        scenario.useCases().reconcile().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.QUEUED);

        scenario.advance(Duration.ofHours(25));
        failNext(Fault.ANSWER_LOST, Fault.LOOKUP_DOWN);
        scenario.runFor(aDay());

        assertThat(texts()).hasSize(1);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
        assertThat(scenario.touches(lead).getFirst().dispatchCount()).isEqualTo(2);
    }

    private void lostText(OutreachScenario scenario, Lead lead) {
        queued(scenario, lead);
        failNext(Fault.REQUEST_LOST);
        scenario.useCases().dispatch().run(scenario.client(), 10);
        scenario.advance(Duration.ofMinutes(5));
    }
}

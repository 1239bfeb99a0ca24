package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.RetryLadder;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What becomes of a touch whose request, answer or look-up is lost, refused or late. Source: outreach 4.5 to 4.8. */
public abstract class VendorTroubleStories extends CrashStories {

    @Test // outreach 4.6 row 7
    void a_lost_answer_is_looked_up_and_never_sent_again() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.ANSWER_LOST);
        scenario.runFor(aDay());

        assertThat(delivered()).hasSize(1);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
        assertThat(scenario.touches(lead).getFirst().dispatchCount()).isEqualTo(1);
        assertThat(scenario.conservation().sent()).isEqualTo(1);
    }

    @Test // outreach 4.5, 4.8 I8: found by a simulated world whose clock was ten minutes ahead when the call began
    void a_look_up_finds_what_was_sent_while_our_clock_was_wrong() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        meanwhile(() -> scenario.advance(Duration.ofMinutes(-10)));
        failNext(Fault.ANSWER_LOST);
        scenario.runFor(aDay());

        assertThat(delivered()).hasSize(1);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
    }

    @Test // outreach 4.6 row 6, 4.5: absent, so once more, the same message
    void a_lost_request_is_proved_absent_and_handed_over_once_more() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.REQUEST_LOST);
        scenario.runFor(aDay());

        assertThat(delivered()).hasSize(1);
        Touch touch = scenario.touches(lead).getFirst();
        assertThat(touch.state()).isEqualTo(TouchState.SENT);
        assertThat(touch.requeueCount()).isEqualTo(1);
        assertThat(touch.dispatchCount()).isEqualTo(2);
    }

    @Test // outreach 4.5: absent a second time is given up, counts for quota, is never sent again
    void a_request_lost_twice_is_abandoned_and_left_to_a_person() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.REQUEST_LOST, Fault.REQUEST_LOST);
        scenario.runFor(aDay());

        assertThat(delivered()).isEmpty();
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.ABANDONED);
        assertThat(scenario.steps(lead).getFirst().code()).isEqualTo("send_outcome_unknown");
        assertThat(used(scenario, metric())).isEqualTo(1);
        assertThat(scenario.enrolment(lead).nextStep()).isEqualTo(2);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 4.3 V, 4.6 rows 6 and 11a: the process stalls between marker and request
    void a_dispatcher_that_stalls_before_the_request_makes_no_call() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        due(scenario, lead);
        scenario.useCases().commit().run(scenario.client(), 10);
        stallBetweenMarkerAndCall(scenario);
        scenario.useCases().dispatch().run(scenario.client(), 10);

        assertThat(delivered()).isEmpty();
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.DISPATCHING);

        scenario.advance(Duration.ofSeconds(91));
        scenario.useCases().reconcile().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.UNKNOWN);
        scenario.runFor(aDay());
        assertThat(delivered()).hasSize(1);
    }

    private static void stallBetweenMarkerAndCall(OutreachScenario scenario) {
        AtomicReference<Integer> looks = new AtomicReference<>(0);
        scenario.processTimeIs(() -> looks.getAndUpdate(n -> n + 1) == 0
                ? 0L
                : Duration.ofSeconds(31).toNanos());
    }

    @Test // outreach 4.7: not accepted releases the quota and is tried again after the vendor's own time
    void a_busy_vendor_is_asked_again_later() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.RATE_LIMITED, Fault.UNREACHABLE, Fault.UNAUTHORIZED);
        scenario.runFor(aDay());

        assertThat(delivered()).hasSize(1);
        Touch touch = scenario.touches(lead).getFirst();
        assertThat(touch.dispatchCount()).isEqualTo(4);
        assertThat(touch.requeueCount()).isZero();
        assertThat(used(scenario, metric())).isEqualTo(1);
    }

    @Test // outreach 4.7, 18 vendor down, scoring 5: connect refused: the channel's ladder, then READY next window and
    // an
    // alert
    void a_vendor_that_nobody_reaches_is_tried_by_the_ladder_and_then_on_the_next_day() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        List<Duration> waits = new ArrayList<>();
        Channel channel = scenario.touches(lead).getFirst().kind().channel();
        for (int tries = 1; RetryLadder.after(channel, tries).isPresent(); tries++) {
            waits.add(refused(scenario, lead, Fault.UNREACHABLE));
            waits.add(refused(scenario, lead, Fault.RATE_LIMITED));
        }
        Duration last = refused(scenario, lead, Fault.UNREACHABLE);

        List<Duration> own = new ArrayList<>();
        for (int tries = 1; RetryLadder.after(channel, tries).isPresent(); tries++) {
            own.add(RetryLadder.after(channel, tries).orElseThrow());
            own.add(RetryLadder.asked(channel, tries, ASKED));
        }
        assertThat(waits).isEqualTo(own);
        assertThat(last).isGreaterThan(Duration.ofHours(2));
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.READY);
        assertThat(delivered()).isEmpty();
        scenario.runFor(Duration.ofDays(3));
        assertThat(delivered()).hasSize(1);
    }

    /** What the fakes ask for. */
    private static final Duration ASKED = Duration.ofMinutes(2);

    private Duration refused(OutreachScenario scenario, Lead lead, Fault fault) {
        failNext(fault);
        scenario.useCases().commit().run(scenario.client(), 10);
        scenario.useCases().dispatch().run(scenario.client(), 10);
        Duration wait = Duration.between(
                scenario.now(), scenario.touches(lead).getFirst().scheduledAt());
        scenario.advance(wait);
        return wait;
    }

    @Test // outreach 4.7: recipient invalid
    void a_refused_recipient_fails_its_step_and_gives_the_quota_back() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.RECIPIENT_REFUSED);
        scenario.runFor(aDay());

        assertThat(delivered()).isEmpty();
        assertThat(scenario.steps(lead).getFirst().outcome()).isEqualTo(EnrolmentStep.Outcome.FAILED);
        assertThat(scenario.steps(lead).getFirst().code()).isEqualTo("recipient_rejected");
        assertThat(isUnreachable(scenario, lead)).isTrue(); // 6.3
        assertThat(used(scenario, metric())).isZero();
        assertThat(scenario.enrolment(lead).nextStep()).isEqualTo(2);
    }

    @Test // outreach 4.5: inconclusive is asked again
    void a_look_up_that_fails_is_repeated() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.ANSWER_LOST, Fault.LOOKUP_DOWN, Fault.LOOKUP_DOWN);
        scenario.runFor(aDay());

        assertThat(delivered()).hasSize(1);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
    }

    @Test // I8: requests and answers are lost at random, and nobody gets anything twice
    void whatever_gets_lost_nobody_is_contacted_twice() {
        OutreachScenario scenario = autopilot();
        scenario.leads(25);
        java.util.Random chance = new java.util.Random(42);
        Fault[] faults = {
            Fault.REQUEST_LOST, Fault.ANSWER_LOST, Fault.UNREACHABLE, Fault.RATE_LIMITED, Fault.LOOKUP_DOWN
        };
        for (int i = 0; i < 40; i++) {
            failNext(faults[chance.nextInt(faults.length)]);
        }
        scenario.runFor(Duration.ofDays(2));

        Map<String, Integer> perKey = new HashMap<>();
        delivered().forEach(key -> perKey.merge(key, 1, Integer::sum));
        assertThat(perKey.values()).allMatch(times -> times == 1);
        assertThat(scenario.conservation().closes()).isTrue();
        assertThat(reserved(scenario, metric())).isZero();
    }

    @Test // outreach 4.6 row 13, 4.5: what is not there leaves where its own key proves it, and is left to a person
    // elsewhere
    void after_a_restore_what_left_is_found_and_what_did_not_leave_is_sent_once_or_given_up() {
        OutreachScenario scenario = autopilot();
        Lead told = scenario.lead();
        Instant backup = scenario.now();
        queued(scenario, told);
        Touch before = scenario.touches(told).getFirst();
        failNext(Fault.ANSWER_LOST);
        scenario.useCases().dispatch().run(scenario.client(), 10);
        assertThat(delivered()).hasSize(1);
        restore(scenario, told, before);
        Lead untold = scenario.lead();
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        EmergencyStop restored = stopped(scenario, EmergencyStop.Scope.RESTORED, backup.toString());

        scenario.runFor(Duration.ofDays(4));
        boolean provable = switch (course()) {
            case TEXT, CALL, BOTH -> true;
            // a first e-mail would have a new Message-ID, a first act another seat
            case MAIL, LINKEDIN, POST, EVERY -> false;
        };
        assertThat(scenario.touches(told)).extracting(Touch::state).containsOnly(TouchState.SENT);
        assertThat(scenario.touches(told).getFirst().dispatchCount()).isEqualTo(1);
        assertThat(scenario.touches(untold))
                .extracting(Touch::state)
                .containsOnly(provable ? TouchState.SENT : TouchState.ABANDONED);
        assertThat(delivered()).as("nobody twice").hasSize(provable ? 2 : 1).doesNotHaveDuplicates();
        assertThat(scenario.conservation().closes()).isTrue();
        released(scenario, restored);
    }
}

package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.linkedin.LinkedInWriter;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The message that follows an accepted invitation, beside the steps. Source: outreach 11.4, 2.5, 3.3. */
public abstract class FollowUpStories extends VendorTroubleStories {

    /** What the service calls a second seat. */
    protected static final String SECOND = "acc_2";

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    protected static LinkedInBook book(OutreachScenario scenario) {
        return Objects.requireNonNull(scenario.on().linkedIn());
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, SYDNEY);
    }

    private static List<Touch> followUps(OutreachScenario scenario, Lead lead) {
        return scenario.touches(lead).stream()
                .filter(touch -> touch.origin() == TouchOrigin.FOLLOW_UP)
                .toList();
    }

    private static boolean isSent(OutreachScenario scenario, Lead lead) {
        return followUps(scenario, lead).stream().anyMatch(touch -> touch.state() == TouchState.SENT);
    }

    /** The lead took the invitation that left on Monday, a day later. */
    private Instant accepted(OutreachScenario scenario, Lead lead) {
        scenario.runFor(aDay());
        scenario.advance(Duration.ofDays(1));
        return book(scenario).acceptsAndIsWrittenTo(lead, scenario.now());
    }

    @Test // outreach 11.4: ACCEPTED; FOLLOW_UP message 3 to 5 days later; 4.2: it belongs to the invitation's step
    void who_accepts_is_written_to_three_to_five_days_later_beside_the_steps() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        Instant due = accepted(scenario, lead);
        assertThat(Duration.between(scenario.now(), due)).isBetween(Duration.ofDays(3), Duration.ofDays(5));
        Instant next = Objects.requireNonNull(scenario.enrolment(lead).nextDueAt());
        scenario.runFor(Duration.between(scenario.now(), due));
        // a weekend may lie between; behind it the next step soon falls due itself
        for (int look = 0; look < 24 && !isSent(scenario, lead); look++) {
            scenario.runFor(Duration.ofHours(3));
        }

        Touch message = followUps(scenario, lead).getFirst();
        assertThat(followUps(scenario, lead)).hasSize(1);
        assertThat(message.state()).isEqualTo(TouchState.SENT);
        assertThat(message.kind()).isEqualTo(TouchKind.LI_MESSAGE);
        assertThat(message.stepNo()).isEqualTo(1);
        assertThat(date(Objects.requireNonNull(message.sentAt())))
                .isBetween(date(due), date(due).plusDays(3));
        assertThat(Objects.requireNonNull(message.content()).body())
                .as("words of its own: a later step may say the step's, and nobody reads a text twice")
                .contains("Thank you for connecting.", "Northlight")
                .endsWith(LinkedInWriter.OPT_OUT);
        assertThat(scenario.enrolment(lead).nextStep()).isEqualTo(2);
        assertThat(scenario.enrolment(lead).nextDueAt()).isEqualTo(next);
        assertThat(scenario.steps(lead).getFirst().outcome()).isEqualTo(EnrolmentStep.Outcome.SENT);
        assertThat(scenario.conservation().sent())
                .as("it counts in its step's row")
                .isEqualTo(1);
        assertThat(book(scenario).followUp(lead)).isEmpty();
        assertThat(used(scenario, QuotaMetric.LI_INVITE)).isEqualTo(1);
    }

    @Test // who is first gets the first id, and by ids are gaps and minutes drawn: the same leads have the same days
    void messages_are_planned_in_the_order_in_which_they_fall_due() {
        OutreachScenario scenario = autopilot();
        List<Lead> leads = scenario.leads(6);
        scenario.runFor(Duration.ofDays(3));
        List<Lead> invited = leads.stream()
                .filter(lead -> scenario.touches(lead).stream().anyMatch(touch -> touch.state() == TouchState.SENT))
                .toList();
        assertThat(invited).as("in three days").hasSizeGreaterThan(2);
        scenario.advance(Duration.ofDays(4));
        invited.forEach(lead -> book(scenario).acceptsAndIsWrittenTo(lead, scenario.now()));
        for (int i = 0; i < invited.size(); i++) {
            book(scenario)
                    .writtenTo(
                            invited.get(i),
                            scenario.now().minus(Duration.ofMinutes(Math.floorMod(i * 7, 5) * 10L + i)));
        }
        List<Lead> inOrder = invited.stream()
                .sorted(Comparator.comparing(
                        lead -> book(scenario).followUp(lead).orElseThrow()))
                .toList();

        scenario.pass();

        assertThat(inOrder)
                .allSatisfy(lead -> assertThat(followUps(scenario, lead)).hasSize(1));
        assertThat(inOrder.stream()
                        .map(lead -> followUps(scenario, lead).getFirst().id().text()))
                .isSorted();
    }

    @Test // outreach 2.5 linkedin_accepted: the next SEQUENCE step waits until two days behind the message
    void in_an_adaptive_campaign_the_next_step_waits_for_the_message() {
        OutreachScenario scenario = autopilot();
        scenario.in(() -> scenario.on().world().campaigns().update(Campaignbook.adaptive(scenario.campaign())));
        Lead lead = scenario.lead();
        scenario.runFor(aDay());
        scenario.advance(Duration.ofDays(6));
        Instant due = book(scenario).acceptsAndIsWrittenTo(lead, scenario.now());
        scenario.runFor(Duration.ofDays(8));

        assertThat(date(Objects.requireNonNull(
                        followUps(scenario, lead).getFirst().sentAt())))
                .isAfterOrEqualTo(date(due));
        Instant next = scenario.touches(lead).stream()
                .filter(touch -> touch.stepNo() == 2)
                .map(Touch::scheduledAt)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(scenario.enrolment(lead).nextDueAt()));
        assertThat(date(next))
                .as("planned for day 8, the day before the message")
                .isAfterOrEqualTo(
                        date(followUps(scenario, lead).getFirst().scheduledAt()).plusDays(2));
    }

    @Test // outreach 2.5: off for 2.2
    void in_another_campaign_the_next_step_keeps_its_day() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(aDay());
        Instant planned = Objects.requireNonNull(scenario.enrolment(lead).nextDueAt());
        scenario.advance(Duration.ofDays(6));
        book(scenario).acceptsAndIsWrittenTo(lead, scenario.now());
        scenario.runFor(Duration.ofDays(6));

        assertThat(scenario.touches(lead).stream().filter(touch -> touch.stepNo() == 2))
                .extracting(touch -> date(touch.scheduledAt()), Touch::state)
                .containsExactly(tuple(date(planned), TouchState.SENT));
        assertThat(followUps(scenario, lead))
                .as("the step was the message after the acceptance")
                .isEmpty();
        assertThat(book(scenario).followUp(lead)).isEmpty();
    }

    @Test // outreach 11.4: follow-up is cancelled by any reply
    void a_reply_takes_the_message_back_and_none_is_planned_afterwards() {
        OutreachScenario scenario = autopilot();
        Lead early = scenario.lead();
        Lead late = scenario.lead();
        scenario.runFor(aDay());
        scenario.advance(Duration.ofDays(1));
        book(scenario).acceptsAndIsWrittenTo(early, scenario.now());
        Instant due = book(scenario).acceptsAndIsWrittenTo(late, scenario.now());
        scenario.in(() -> scenario.useCases().stopOutreach().humanReply(scenario.client(), early.id()));
        scenario.advance(Duration.between(scenario.now(), due));
        scenario.useCases().plan().run(scenario.client(), 10);
        assertThat(followUps(scenario, late)).hasSize(1);
        scenario.in(() -> scenario.useCases().stopOutreach().humanReply(scenario.client(), late.id()));
        scenario.runFor(Duration.ofDays(7));

        assertThat(followUps(scenario, early)).isEmpty();
        assertThat(followUps(scenario, late))
                .extracting(Touch::state, Touch::code)
                .containsExactly(tuple(TouchState.CANCELLED, "replied"));
        assertThat(scenario.enrolment(late).state()).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(delivered()).as("the two invitations").hasSize(2);
    }

    @Test // outreach 3.3 check 16: FOLLOW_UP belongs to an accepted invitation of a run that goes on
    void whoever_stops_is_not_written_to() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        accepted(scenario, lead);
        scenario.in(() ->
                scenario.useCases().stopOutreach().stop(scenario.client(), lead.id(), StopReason.Plain.UNSUBSCRIBED));
        scenario.runFor(Duration.ofDays(7));

        assertThat(followUps(scenario, lead)).isEmpty();
        assertThat(book(scenario).followUp(lead)).isEmpty();
        assertThat(delivered()).hasSize(1);
    }

    @Test // outreach 4.5, 4.6 row 7: the same protocol
    void an_answer_that_is_lost_makes_no_second_message() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        Instant due = accepted(scenario, lead);
        failNext(Fault.ANSWER_LOST);
        scenario.runFor(Duration.between(scenario.now(), due).plus(Duration.ofDays(3)));

        assertThat(delivered()).hasSize(2).doesNotHaveDuplicates();
        assertThat(followUps(scenario, lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
        assertThat(scenario.enrolment(lead).nextStep()).isEqualTo(2);
    }

    /** What a second planner writes that had read the connection before the first one planned its message. */
    private static void comesUpAgain(OutreachScenario scenario, Lead lead) {
        book(scenario).writtenTo(lead, scenario.now());
    }

    @Test // outreach 4.6 row 12, I8: two planners at once, one of which looked before the other one wrote
    void a_message_that_comes_up_again_is_not_sent_again() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        Instant due = accepted(scenario, lead);
        scenario.advance(Duration.between(scenario.now(), due));
        scenario.useCases().plan().run(scenario.client(), 10);
        assertThat(followUps(scenario, lead)).hasSize(1);
        comesUpAgain(scenario, lead);
        scenario.runFor(Duration.ofDays(4));
        assertThat(followUps(scenario, lead)).extracting(Touch::state).containsExactly(TouchState.SENT);

        comesUpAgain(scenario, lead);
        scenario.runFor(Duration.ofDays(4));
        assertThat(followUps(scenario, lead)).hasSize(1);
        assertThat(book(scenario).followUp(lead)).as("and is over").isEmpty();
    }

    @Test // outreach 11.4: what waits for the step under way is looked at once an hour, not at every look of the loop
    void a_message_that_waits_is_looked_at_again_after_an_hour() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        Instant due = accepted(scenario, lead);
        scenario.advance(Duration.between(scenario.now(), due));
        OutreachStage plan = scenario.useCases().plan();
        assertThat(plan.run(scenario.client(), 10)).isEqualTo(1);
        comesUpAgain(scenario, lead);

        assertThat(plan.run(scenario.client(), 10)).as("is looked at").isEqualTo(1);
        assertThat(plan.run(scenario.client(), 10)).isZero();
        scenario.advance(Duration.ofMinutes(59));
        assertThat(plan.run(scenario.client(), 10)).isZero();
        scenario.advance(Duration.ofMinutes(1));
        assertThat(plan.run(scenario.client(), 10)).as("is looked at again").isEqualTo(1);
        assertThat(followUps(scenario, lead)).hasSize(1);
    }

    @Test // outreach 3.3: what is put off for longer does not keep the steps waiting
    void a_message_that_cannot_leave_for_days_gives_way_to_the_steps_and_comes_up_again() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        Instant due = accepted(scenario, lead);
        scenario.advance(Duration.between(scenario.now(), due));
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        Touch planned = followUps(scenario, lead).getFirst();
        scenario.advance(Duration.between(scenario.now(), planned.scheduledAt()));
        book(scenario).happens(scenario.client(), new SeatEvent.CredentialsRequired(), scenario.now());
        scenario.runFor(Duration.ofHours(1));

        assertThat(followUps(scenario, lead)).noneMatch(touch -> touch.state() == TouchState.QUEUED);
        scenario.runFor(Duration.ofDays(2));
        assertThat(delivered()).hasSize(1);
        assertThat(scenario.touches(lead).stream()
                        .filter(touch -> !touch.state().isTerminal()))
                .as("the step is not kept waiting by a message that waits")
                .noneMatch(touch -> touch.scheduledAt().isAfter(scenario.now().plus(Duration.ofDays(1))));
    }

    @Test // outreach 7, 11.1: disconnected → held, reassigned after 5 days
    void a_seat_that_stays_dead_for_more_than_five_days_is_replaced_and_the_lead_invited_anew() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(aDay());
        book(scenario).accepts(lead, scenario.now());
        SeatId first = book(scenario).connection(lead).orElseThrow().seatId();
        scenario.advance(Duration.ofDays(1));
        book(scenario).happens(scenario.client(), new SeatEvent.Disconnected(), scenario.now());
        SeatId second = book(scenario).another(scenario.client(), SECOND, scenario.now());
        scenario.runFor(Duration.ofDays(4));
        assertThat(delivered()).as("its seat is waited for").hasSize(1);
        scenario.runFor(Duration.ofDays(7));

        SeatConnection connection = book(scenario).connection(lead).orElseThrow();
        assertThat(connection.seatId()).isEqualTo(second).isNotEqualTo(first);
        assertThat(connection.state()).isEqualTo(ConnectionState.PENDING);
        assertThat(scenario.touches(lead).stream().filter(touch -> touch.state() == TouchState.SENT))
                .extracting(Touch::stepNo, Touch::kind)
                .containsExactly(tuple(1, TouchKind.LI_INVITE), tuple(2, TouchKind.LI_INVITE));
    }

    @Test // outreach 3.4 never silent: where nobody else acts the lead waits with its reason
    void without_another_seat_the_lead_waits_with_its_reason() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(aDay());
        book(scenario).accepts(lead, scenario.now());
        book(scenario).happens(scenario.client(), new SeatEvent.CredentialsRequired(), scenario.now());
        scenario.runFor(Duration.ofDays(12));

        assertThat(delivered()).hasSize(1);
        assertThat(Objects.requireNonNull(scenario.reread(lead).block()).code()).isEqualTo("seat_disconnected");
    }
}

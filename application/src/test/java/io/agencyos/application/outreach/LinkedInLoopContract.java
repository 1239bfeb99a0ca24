package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.outreach.linkedin.CountHandWork;
import io.agencyos.application.outreach.linkedin.LinkedInWriter;
import io.agencyos.application.outreach.linkedin.WithdrawInvitations;
import io.agencyos.application.resource.seat.SeatTries;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.resource.seat.SeatHealth;
import io.agencyos.domain.resource.seat.SeatRhythm;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Acts of seats through the send protocol: every crash and trouble of an e-mail, and what is asked of LinkedIn alone. */
public abstract class LinkedInLoopContract extends PostReadingStories {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    /** The person takes every invitation of the seat from now on, and is connected with it. */
    protected abstract void befriend(LinkedInUrl page);

    protected abstract SeatTries tries(OutreachScenario.World world);

    /** The owner of the account invites so many people now. */
    protected abstract void invitesByHand(int people);

    @Test // RES-13: ≥ 5 attempted in 3 days and none sent is suspicious; an idle seat is not
    void a_seat_whose_invitations_never_go_out_is_suspicious_and_one_that_sends_is_not() {
        OutreachScenario vain = strangers();
        vain.leads(6);
        assertThat(tried(vain).possiblyRestricted()).as("idle").isFalse();
        failNext(Collections.nCopies(500, Fault.UNREACHABLE).toArray(Fault[]::new));
        vain.runFor(Duration.ofDays(3));
        assertThat(acts(TouchKind.LI_INVITE)).isEmpty();
        assertThat(tried(vain).possiblyRestricted()).isTrue();

        clock.set(OutreachScenario.MONDAY_MORNING);
        OutreachScenario busy = strangers();
        busy.leads(6);
        failNext(Fault.UNREACHABLE, Fault.UNREACHABLE, Fault.UNREACHABLE);
        busy.runFor(Duration.ofDays(3));
        assertThat(tried(busy).attempted()).isGreaterThanOrEqualTo(5);
        assertThat(tried(busy).possiblyRestricted()).isFalse();
    }

    private SeatHealth tried(OutreachScenario scenario) {
        SeatId seat = scenario.on().linkedIn().seat(scenario.client()).id();
        SeatTries.Tried tried = scenario.in(() -> tries(scenario.on())
                        .invitations(scenario.client(), scenario.now().minus(Duration.ofDays(3))))
                .getOrDefault(seat, SeatTries.Tried.NOTHING);
        return new SeatHealth(0, 0, 0, tried.attempted(), tried.sent());
    }

    @Override
    protected final List<String> delivered() {
        return acts().stream()
                .map(Done::act)
                .filter(act -> act.kind() != TouchKind.LI_VIEW)
                .map(LinkedInCommand::idempotencyKey)
                .toList();
    }

    @Override
    protected final Course course() {
        return Course.LINKEDIN;
    }

    private OutreachScenario strangers() {
        OutreachScenario scenario = autopilot();
        book(scenario).strangers();
        return scenario;
    }

    @Test // outreach 11.4: NONE → VIEWED, invitation 10 to 30 minutes later → PENDING with the vendor's id
    void a_profile_is_looked_at_once_and_invited_ten_to_thirty_minutes_later_without_a_note() {
        OutreachScenario scenario = strangers();
        Lead lead = scenario.lead();
        scenario.runFor(aDay());

        Done look = acts(TouchKind.LI_VIEW).getFirst();
        Done invitation = acts(TouchKind.LI_INVITE).getFirst();
        assertThat(acts()).hasSize(2);
        assertThat(Duration.between(look.at(), invitation.at()))
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(35));
        assertThat(invitation.act().text()).isEmpty();
        assertThat(invitation.act().personRef())
                .as("who it is was found out by the look")
                .isNotNull();
        SeatConnection connection = book(scenario).connection(lead).orElseThrow();
        assertThat(connection.state()).isEqualTo(ConnectionState.PENDING);
        assertThat(connection.request().ref())
                .isEqualTo(scenario.touches(lead).getFirst().vendorRef());
        assertThat(connection.request().sentAt()).isEqualTo(invitation.at());
        assertThat(book(scenario).who(scenario.client(), Objects.requireNonNull(connection.personRef())))
                .contains(lead.id());
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
        assertThat(used(scenario, QuotaMetric.LI_VIEW)).isEqualTo(1);
        assertThat(used(scenario, QuotaMetric.LI_INVITE)).isEqualTo(1);
        assertThat(scenario.reread(lead).history().touches())
                .as("a look is no touch")
                .isEqualTo(1);
    }

    @Test // outreach 13: nobody looks at a lead, and whoever the client named is invited
    void a_client_that_tests_invites_its_own_people() {
        OutreachScenario scenario = strangers();
        scenario.lead();
        TestModeStories.testing(scenario, TestModeStories.EVERYWHERE);
        scenario.runFor(aDay());

        assertThat(acts()).singleElement().satisfies(done -> {
            assertThat(done.act().kind()).isEqualTo(TouchKind.LI_INVITE);
            assertThat(done.act().profile()).isEqualTo(TestModeStories.TESTERS_PAGE);
        });
    }

    @Test // outreach 11.4: view failed twice → invitation allowed without view
    void two_looks_that_fail_are_enough() {
        OutreachScenario scenario = strangers();
        Lead lead = scenario.lead();
        failNext(Fault.UNREACHABLE, Fault.RATE_LIMITED);
        scenario.runFor(aDay());

        assertThat(acts(TouchKind.LI_VIEW)).isEmpty();
        assertThat(acts(TouchKind.LI_INVITE)).hasSize(1);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
    }

    @Test // outreach 11.4: already 1st degree → CONNECTED (skip to message)
    void who_is_connected_already_gets_a_message_and_no_invitation() {
        OutreachScenario scenario = strangers();
        Lead lead = scenario.lead();
        befriend(LinkedInBook.page(lead));
        scenario.runFor(aDay());

        assertThat(acts(TouchKind.LI_INVITE)).isEmpty();
        String text = acts(TouchKind.LI_MESSAGE).getFirst().act().text();
        assertThat(text).contains("Northlight").endsWith(LinkedInWriter.OPT_OUT);
        assertThat(text.length()).isBetween(50, 500);
        assertThat(scenario.touches(lead))
                .extracting(Touch::kind, Touch::state, Touch::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                TouchKind.LI_INVITE, TouchState.CANCELLED, "step_superseded"),
                        org.assertj.core.groups.Tuple.tuple(TouchKind.LI_MESSAGE, TouchState.SENT, null));
        assertThat(scenario.steps(lead).getFirst().outcome()).isEqualTo(EnrolmentStep.Outcome.SENT);
        assertThat(book(scenario).connection(lead).orElseThrow().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // unipile 6 already_connected: the touch becomes a message step
    void an_invitation_that_the_service_refuses_because_the_two_are_connected_becomes_a_message() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        befriend(LinkedInBook.page(lead));
        scenario.runFor(aDay());

        assertThat(acts()).extracting(done -> done.act().kind()).containsExactly(TouchKind.LI_MESSAGE);
        assertThat(scenario.steps(lead).getFirst().outcome()).isEqualTo(EnrolmentStep.Outcome.SENT);
    }

    @Test // outreach 11.4: decided at commit, so that an acceptance in between costs no invitation
    void a_touch_that_was_planned_as_an_invitation_becomes_a_message_when_the_lead_accepts_before_it_leaves() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        SeatConnection looked = book(scenario).connection(lead).orElseThrow();
        scenario.in(() -> scenario.on().linkedIn().ports().connections().save(looked.connected(scenario.now())));
        scenario.runFor(aDay());

        assertThat(acts()).extracting(done -> done.act().kind()).containsExactly(TouchKind.LI_MESSAGE);
        assertThat(reserved(scenario, QuotaMetric.LI_INVITE)).isZero();
        assertThat(used(scenario, QuotaMetric.LI_INVITE)).isZero();
    }

    @Test // outreach 11.4: ACCEPTED → message; the sequence goes on
    void a_lead_that_accepted_is_written_to_with_the_next_step() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(aDay());
        book(scenario).accepts(lead, scenario.now());
        scenario.runFor(Duration.ofDays(10));

        assertThat(acts())
                .extracting(done -> done.act().kind(), done -> LocalDate.ofInstant(done.at(), SYDNEY))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TouchKind.LI_INVITE, LocalDate.of(2026, 3, 2)),
                        org.assertj.core.groups.Tuple.tuple(TouchKind.LI_MESSAGE, LocalDate.of(2026, 3, 10)));
        assertThat(scenario.enrolment(lead).nextStep()).isEqualTo(3);
    }

    @Test // outreach 11.4: with an invitation still PENDING a further LinkedIn step is SKIPPED(invite_cooldown)
    void a_lead_that_has_not_answered_is_not_invited_again() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofDays(20));

        assertThat(acts()).hasSize(1);
        assertThat(scenario.steps(lead))
                .extracting(EnrolmentStep::code)
                .containsExactly(null, "invite_cooldown", "invite_cooldown");
        assertThat(scenario.conservation().closes()).isTrue();
    }

    private static WithdrawInvitations.Round withdrawn(OutreachScenario scenario) {
        return WithdrawInvitations.over(
                        book(scenario).ports(),
                        scenario.on().world().leads().leads(),
                        scenario.on().world().activities(),
                        scenario.on().units(),
                        scenario::now)
                .withdraw(scenario.client());
    }

    @Test // outreach 11.4, flows 2.19: 30 days, on the vendor's word; WITHDRAWN + accepted event → ACCEPTED
    void an_invitation_that_nobody_answers_for_thirty_days_is_taken_back() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(aDay());
        scenario.advance(Duration.ofDays(29));
        assertThat(withdrawn(scenario)).isEqualTo(new WithdrawInvitations.Round(0, 0));
        scenario.advance(Duration.ofDays(1));
        assertThat(withdrawn(scenario)).isEqualTo(new WithdrawInvitations.Round(1, 0));

        SeatConnection connection = book(scenario).connection(lead).orElseThrow();
        assertThat(connection.state()).isEqualTo(ConnectionState.WITHDRAWN);
        assertThat(connection.coolsDown(scenario.now().plus(Duration.ofDays(179))))
                .isTrue();
        assertThat(connection.coolsDown(scenario.now().plus(Duration.ofDays(180))))
                .isFalse();
        assertThat(book(scenario).waiting(scenario.client())).isEmpty();
        assertThat(withdrawn(scenario)).as("once").isEqualTo(new WithdrawInvitations.Round(0, 0));
        assertThat(connection.accepted(scenario.now()).state()).isEqualTo(ConnectionState.ACCEPTED);
    }

    @Test // outreach 11.4: lead opts out → pending invite withdrawn
    void the_invitation_of_a_lead_that_opted_out_is_taken_back_at_once() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(aDay());
        scenario.in(() -> {
            Leads leads = scenario.on().world().leads().leads();
            leads.update(leads.find(lead.clientId(), lead.id())
                    .orElseThrow()
                    .becoming(LeadStatus.UNSUBSCRIBED, scenario.now()));
        });
        assertThat(withdrawn(scenario)).isEqualTo(new WithdrawInvitations.Round(1, 0));
        assertThat(book(scenario).waiting(scenario.client())).isEmpty();
    }

    @Test // scoring TIME-5: gaps of 8 to 45 min, at most 8 actions an hour, 08:00 to 18:00, the day's target
    void a_seat_acts_like_its_owner_at_work() {
        OutreachScenario scenario = strangers();
        scenario.leads(25);
        scenario.runFor(Duration.ofHours(22));

        List<Instant> invited = acts(TouchKind.LI_INVITE).stream().map(Done::at).toList();
        assertThat(invited).hasSizeBetween(10, 20);
        for (int i = 1; i < invited.size(); i++) {
            assertThat(Duration.between(invited.get(i - 1), invited.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(8));
        }
        Map<Instant, Long> perHour = acts().stream()
                .collect(Collectors.groupingBy(done -> done.at().truncatedTo(ChronoUnit.HOURS), Collectors.counting()));
        assertThat(Collections.max(perHour.values())).isLessThanOrEqualTo((long) SeatRhythm.MOST_IN_AN_HOUR);
        assertThat(acts())
                .extracting(done -> LocalTime.ofInstant(done.at(), SYDNEY))
                .allSatisfy(at -> assertThat(at).isBetween(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // RES-8, TIME-5: manual activity on the account counts; not known ⇒ the median of the days before
    void what_the_owner_sent_by_hand_counts_like_ours() {
        OutreachScenario scenario = strangers();
        CountHandWork count =
                new CountHandWork(book(scenario).ports(), scenario.on().units(), scenario::now);
        invitesByHand(18);
        assertThat(count.look(scenario.client())).isEqualTo(1);
        scenario.leads(60);

        scenario.runFor(Duration.ofHours(22));
        assertThat(acts(TouchKind.LI_INVITE))
                .as("a target of 15 to 20, less 18")
                .hasSizeLessThanOrEqualTo(2);
        scenario.runFor(Duration.ofHours(24));
        assertThat(acts(TouchKind.LI_INVITE))
                .as("nobody looked: as the day before")
                .hasSizeLessThanOrEqualTo(4);

        scenario.advance(Duration.ofHours(2));
        assertThat(count.look(scenario.client())).isEqualTo(1);
        scenario.runFor(Duration.ofHours(22));
        assertThat(acts(TouchKind.LI_INVITE)).as("a day of the owner's rest").hasSizeGreaterThan(8);
    }

    @Test // outreach 11.3: the gap stands between acts; whoever waits comes up again when its turn is, not at every act
    void those_who_wait_for_a_seat_stand_in_line() {
        OutreachScenario scenario = autopilot();
        List<Lead> leads = scenario.leads(12);
        scenario.useCases().plan().run(scenario.client(), 20);
        scenario.useCases().draft().run(scenario.client(), 20);
        scenario.advance(Duration.ofHours(4));
        scenario.useCases().commit().run(scenario.client(), 20);

        List<Touch> touches =
                leads.stream().flatMap(lead -> scenario.touches(lead).stream()).toList();
        assertThat(touches)
                .filteredOn(touch -> touch.state() == TouchState.QUEUED)
                .hasSize(1);
        List<Instant> line = touches.stream()
                .filter(touch -> touch.state() == TouchState.READY)
                .map(Touch::scheduledAt)
                .sorted()
                .toList();
        assertThat(line).hasSize(11);
        Instant before = scenario.now();
        for (Instant turn : line) {
            assertThat(Duration.between(before, turn)).isGreaterThanOrEqualTo(Duration.ofMinutes(8));
            before = turn;
        }
    }

    @Test // outreach 7: who has no seat yet gets the one with the most capacity, of which a promised invitation is none
    void every_seat_looks_at_somebody_before_anybody_waits_behind_another() {
        OutreachScenario scenario = strangers();
        scenario.in(() -> book(scenario).open(scenario.client(), "acc_2", scenario.now()));
        scenario.leads(6);
        scenario.useCases().plan().run(scenario.client(), 20);
        scenario.useCases().draft().run(scenario.client(), 20);
        scenario.advance(Duration.ofHours(4));
        scenario.useCases().commit().run(scenario.client(), 20);

        assertThat(acts(TouchKind.LI_VIEW))
                .extracting(done -> done.act().seat().vendorRef())
                .contains(LinkedInBook.ACCOUNT, "acc_2");
    }

    @Test // outreach 11.1: credentials required → 0 quota; reconnected → previous state; nothing is lost
    void a_seat_that_is_signed_out_keeps_its_leads_waiting_and_goes_on_when_it_is_back() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        book(scenario).happens(scenario.client(), new SeatEvent.CredentialsRequired(), scenario.now());
        scenario.runFor(aDay());

        assertThat(acts()).isEmpty();
        assertThat(Objects.requireNonNull(scenario.reread(lead).block()).code()).isEqualTo("seat_disconnected");
        assertThat(reserved(scenario, QuotaMetric.LI_INVITE)).isZero();

        SeatAccount account = new SeatAccount(LinkedInBook.ACCOUNT, "Sam Oduya", null);
        book(scenario).happens(scenario.client(), new SeatEvent.Connected(account), scenario.now());
        assertThat(book(scenario).seat(scenario.client()).state()).isEqualTo(SeatState.ACTIVE);
        scenario.runFor(Duration.ofDays(1));
        assertThat(acts(TouchKind.LI_INVITE)).hasSize(1);
    }

    @Test // outreach check 30, 11.1: whoever waits for the seat's owner is told so, also where no seat was chosen yet
    void a_lead_that_no_seat_has_looked_at_waits_for_the_owner_and_not_for_tomorrow() {
        OutreachScenario scenario = strangers();
        Lead lead = scenario.lead();
        book(scenario).happens(scenario.client(), new SeatEvent.CredentialsRequired(), scenario.now());
        scenario.runFor(aDay());
        assertThat(waitsFor(scenario, lead)).isEqualTo("seat_disconnected");
        scenario.runFor(Duration.ofDays(8));
        assertThat(waitsFor(scenario, lead)).as("also after its five days").isEqualTo("seat_disconnected");

        assertThat(acts()).isEmpty();
        SeatAccount account = new SeatAccount(LinkedInBook.ACCOUNT, "Sam Oduya", null);
        book(scenario).happens(scenario.client(), new SeatEvent.Connected(account), scenario.now());
        scenario.runFor(Duration.ofDays(2));
        assertThat(acts(TouchKind.LI_INVITE)).hasSize(1);
    }

    private static String waitsFor(OutreachScenario scenario, Lead lead) {
        return Objects.requireNonNull(scenario.reread(lead).block()).code();
    }

    @Test // I1, I8, outreach 4.6, 11.4: an answer goes on in the chat, has one character at least and no way out
    void an_answer_in_a_chat_leaves_once_wherever_the_process_ends() {
        ByHandSteps.leavesOnceWhereverTheProcessEnds(
                () -> {
                    clock.set(OutreachScenario.MONDAY_MORNING);
                    OutreachScenario scenario = autopilot();
                    scenario.lead();
                    scenario.runFor(aDay());
                    clock.set(clock.get()
                            .atZone(SYDNEY)
                            .toLocalDate()
                            .plusDays(1)
                            .atTime(9, 30)
                            .atZone(SYDNEY)
                            .toInstant());
                    return scenario;
                },
                Channel.LINKEDIN,
                this::delivered);
        LinkedInCommand answer = acts(TouchKind.LI_MESSAGE).getLast().act();
        assertThat(answer.text()).isEqualTo(ByHandSteps.WORDS);
        assertThat(answer.thread()).isEqualTo(ByHandSteps.CHAT);
    }
}

package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.approval.DecideApproval;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The send protocol from enrolment to the last step, over real stores: the same stories in memory and on PostgreSQL. */
public abstract class OutreachLoopContract extends CompanyStories {

    @Override
    protected final List<String> delivered() {
        return mails().stream().map(EmailCommand::idempotencyKey).toList();
    }

    @Override
    protected final Course course() {
        return Course.MAIL;
    }

    @Test // outreach 3.2: ties are decided by the enrolment's id, so that must not depend on the order of a store's
    // answer
    void leads_are_enrolled_in_the_order_of_their_ids_however_they_are_handed_over() {
        OutreachScenario scenario = autopilot();
        List<Lead> waiting = scenario.waiting(8);
        scenario.in(() -> {
            scenario.useCases()
                    .enrolLeads()
                    .enrolNew(scenario.client(), scenario.campaign().id(), waiting.reversed());
        });

        assertThat(waiting.stream()
                        .sorted(Comparator.comparing(lead -> lead.id().value()))
                        .map(lead -> scenario.enrolment(lead).id().value()))
                .isSorted();
    }

    @Test // outreach 2.2, 2.4: days 0, 8 and 13
    void a_lead_gets_the_three_emails_of_the_default_sequence_on_their_days_and_no_more() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();

        scenario.runFor(Duration.ofDays(20));

        assertThat(delivered()).hasSize(3).doesNotHaveDuplicates();
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsOnly(TouchState.SENT);
        ZoneId sydney = ZoneId.of("Australia/Sydney");
        assertThat(scenario.touches(lead))
                .extracting(touch -> LocalDate.ofInstant(touch.sentAt(), sydney))
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 16));
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(scenario.steps(lead)).extracting(EnrolmentStep::outcome).containsOnly(EnrolmentStep.Outcome.SENT);
        assertThat(scenario.reread(lead).status()).isEqualTo(LeadStatus.IN_SEQUENCE);
        assertThat(scenario.reread(lead).history().touches()).isEqualTo(3);
        assertThat(scenario.in(() -> scenario.on()
                                .world()
                                .mailboxes()
                                .find(scenario.client(), scenario.mailbox().id()))
                        .orElseThrow()
                        .lastUsedAt())
                .isEqualTo(scenario.touches(lead).getLast().sentAt());
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // RES-5: campaigns follow the client's resources
    void a_mailbox_that_comes_later_sends_for_the_campaigns_that_run_and_one_that_goes_sends_no_more() {
        OutreachScenario scenario = autopilot();
        Lead early = scenario.lead();
        scenario.runFor(Duration.ofHours(3));
        Mailbox second =
                Campaignbook.mailbox(scenario.client(), "sam@later.example", scenario.now(), Duration.ofDays(60));
        scenario.in(() -> scenario.on().world().mailboxes().assign(second));
        Mailbox first = scenario.mailbox();
        scenario.in(() -> scenario.on().world().mailboxes().update(gone(first)));

        Lead late = scenario.lead();
        scenario.runFor(Duration.ofDays(20));

        assertThat(scenario.touches(late)).extracting(Touch::resourceId).containsOnly(second.id());
        assertThat(scenario.touches(early))
                .extracting(Touch::resourceId)
                .containsExactly(first.id(), second.id(), second.id());
    }

    private static Mailbox gone(Mailbox mailbox) {
        return new Mailbox(
                mailbox.id(),
                mailbox.clientId(),
                mailbox.address(),
                mailbox.domainId(),
                mailbox.domain(),
                mailbox.vendor(),
                mailbox.vendorRef(),
                MailboxState.REMOVED,
                mailbox.health(),
                mailbox.warmupStartedAt(),
                mailbox.authenticated(),
                mailbox.dailyOverride(),
                mailbox.lastUsedAt());
    }

    @Test // outreach 1.2, flows 2.10 step 5
    void leads_that_came_before_the_campaign_ran_are_enrolled_once_when_it_starts() {
        OutreachScenario scenario = autopilot();
        scenario.lead();
        List<Lead> waiting = scenario.waiting(2);
        scenario.runFor(Duration.ofHours(3));
        assertThat(delivered()).hasSize(1);

        assertThat(scenario.useCases()
                        .startEnrolments()
                        .start(scenario.client(), scenario.campaign().id()))
                .isEqualTo(2);
        assertThat(scenario.useCases()
                        .startEnrolments()
                        .start(scenario.client(), scenario.campaign().id()))
                .as("again")
                .isZero();

        scenario.runFor(Duration.ofDays(4));
        assertThat(delivered()).hasSize(3);
        assertThat(waiting)
                .allSatisfy(lead -> assertThat(scenario.touches(lead)).hasSize(1));
    }

    @Test // outreach 8.2, 8.3, 8.6
    void an_email_names_its_sender_is_signed_once_and_shows_the_way_out() {
        OutreachScenario scenario = autopilot();
        scenario.lead();
        scenario.runFor(Duration.ofHours(3));

        EmailCommand mail = mails().getFirst();
        assertThat(mail.fromName()).startsWith("Sam from Northlight");
        assertThat(mail.textBody())
                .containsOnlyOnce("-- \nSam Okoro")
                .contains("Northlight Pty Ltd, hello@northlight.example")
                .containsOnlyOnce("Unsubscribe: " + mail.unsubscribe());
        assertThat(mail.htmlBody()).contains("<a href=\"" + mail.unsubscribe() + "\">");
        assertThat(mail.messageId())
                .isEqualTo("<" + mail.touchId().text() + "@"
                        + scenario.mailbox().domain().value() + ">");
        assertThat(mail.subject()).doesNotContain("{{").hasSizeBetween(3, 100);
    }

    @Test // outreach 2.6, check 19: a reply stops every channel at once; 3.5 last row
    void a_reply_cancels_what_was_queued_and_nothing_follows() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofDays(7));
        scenario.in(() -> scenario.useCases().stopOutreach().humanReply(scenario.client(), lead.id()));
        scenario.runFor(Duration.ofDays(10));

        assertThat(delivered()).hasSize(1);
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.AWAITING_OUTCOME);

        scenario.in(() -> scenario.useCases()
                .stopOutreach()
                .stop(scenario.client(), lead.id(), StopReason.Plain.REPLIED_NOT_INTERESTED));
        scenario.runFor(Duration.ofDays(10));

        assertThat(delivered()).hasSize(1);
        assertThat(scenario.steps(lead))
                .extracting(EnrolmentStep::outcome, EnrolmentStep::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(EnrolmentStep.Outcome.SENT, null),
                        org.assertj.core.groups.Tuple.tuple(EnrolmentStep.Outcome.REFUSED, "replied_not_interested"),
                        org.assertj.core.groups.Tuple.tuple(EnrolmentStep.Outcome.REFUSED, "replied_not_interested"));
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 2.6: auto_reply goes on where it stood; the cancelled touch is the next attempt
    void an_automatic_answer_lets_the_sequence_go_on() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).hasSize(1);
        scenario.in(() -> scenario.useCases().stopOutreach().humanReply(scenario.client(), lead.id()));
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsOnly(TouchState.CANCELLED);

        scenario.in(() -> scenario.useCases().stopOutreach().resumeAfterMachineReply(scenario.client(), lead.id()));
        scenario.runFor(Duration.ofHours(4));

        assertThat(delivered()).hasSize(1);
        assertThat(scenario.touches(lead))
                .extracting(Touch::attemptNo, Touch::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, TouchState.CANCELLED),
                        org.assertj.core.groups.Tuple.tuple(2, TouchState.SENT));
    }

    @Test // I3, 4.3 T7: a stop that comes while the call runs leaves the touch to its outcome
    void a_stop_during_the_call_reports_it_in_flight_and_settles_what_became_of_it() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        AtomicReference<StopOutreach.Stopped> stopped = new AtomicReference<>();
        meanwhile(() -> stopped.set(scenario.in(() ->
                scenario.useCases().stopOutreach().stop(scenario.client(), lead.id(), StopReason.Plain.UNSUBSCRIBED))));
        scenario.runFor(Duration.ofDays(20));

        assertThat(stopped.get().inFlight()).isEqualTo(1);
        assertThat(delivered()).hasSize(1);
        assertThat(scenario.steps(lead))
                .extracting(EnrolmentStep::outcome)
                .containsExactly(
                        EnrolmentStep.Outcome.SENT, EnrolmentStep.Outcome.REFUSED, EnrolmentStep.Outcome.REFUSED);
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.STOPPED);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // check 12 at gate C; scoring 5: unsubscribes while a send is being prepared; outreach 18: a suppression
    // import while dispatching
    void a_suppression_between_commit_and_call_is_seen_by_gate_c() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        scenario.in(() -> scenario.on()
                .world()
                .leads()
                .suppressions()
                .add(List.of(entry(scenario, lead, SuppressionReason.UNSUBSCRIBED))));
        scenario.runFor(Duration.ofDays(2));

        assertThat(delivered()).isEmpty();
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.STOPPED);
        assertThat(scenario.enrolment(lead).stopReason()).isEqualTo("suppressed_unsubscribed");
        assertThat(reserved(scenario, QuotaMetric.EMAIL_TOTAL)).isZero();
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 1.5: pause-all; work is deferred, never dropped
    void nothing_leaves_while_the_client_is_paused_and_everything_goes_on_afterwards() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        pause(scenario, new Client.Pause(scenario.now(), "stop", null));
        scenario.runFor(Duration.ofDays(2));
        assertThat(delivered()).isEmpty();

        pause(scenario, null);
        scenario.runFor(Duration.ofDays(3));
        assertThat(delivered()).hasSize(1);
    }

    @Test // outreach 7, PACE-3: a domain that was never warmed up sends five a day; nobody is forgotten
    void a_cold_domain_sends_five_a_day_and_the_others_wait_with_a_reason() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT, null);
        List<Lead> leads = scenario.leads(12);
        scenario.runFor(Duration.ofHours(6));

        assertThat(delivered()).hasSize(5);
        assertThat(leads.stream()
                        .map(scenario::reread)
                        .filter(lead -> lead.history().touches() == 0)
                        .map(Lead::block))
                .hasSize(7)
                .allSatisfy(block -> assertThat(block.code()).isEqualTo("rate_limit_new_leads"));

        scenario.runFor(Duration.ofHours(24));
        assertThat(delivered()).hasSize(10);
    }

    @Test // PACE-3: 1,250 leads over the 23 working days from 2 March to 1 April are 55 a day
    void no_more_is_planned_than_may_begin_today_and_the_others_are_told_when() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
        List<Lead> leads = scenario.leads(80);
        scenario.pass();

        assertThat(pending(scenario)).hasSize(55);
        Instant tomorrow = LocalDate.of(2026, 3, 3)
                .atStartOfDay(ZoneId.of("Australia/Sydney"))
                .toInstant();
        assertThat(leads.stream().map(scenario::reread).map(Lead::block).filter(Objects::nonNull))
                .filteredOn(block -> block.code().equals("rate_limit_new_leads"))
                .hasSize(25)
                .allSatisfy(block -> assertThat(block.until()).isEqualTo(tomorrow));
    }

    @Test // outreach 1.4, 18: co_pilot never sends what nobody approved; the first decision wins
    void co_pilot_waits_for_a_person_and_the_first_word_counts() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(4));
        assertThat(delivered()).isEmpty();
        ApprovalItem item = pending(scenario).getFirst();

        DecideApproval decide = scenario.useCases().decideApproval();
        var member = new TenantScope(scenario.client(), null, Role.MEMBER);
        assertThat(decide.decide(
                        member,
                        item.id(),
                        new DecideApproval.Decision.EditAndApprove("Hi", "{{first_name}} too short")))
                .isInstanceOf(DecideApproval.Outcome.QualityFailed.class);
        assertThat(decide.decide(member, item.id(), new DecideApproval.Decision.Approve()))
                .isInstanceOf(DecideApproval.Outcome.Decided.class);
        assertThat(decide.decide(
                        member,
                        item.id(),
                        new DecideApproval.Decision.Reject(ApprovalItem.RejectionAction.STOP_LEAD, "late")))
                .isInstanceOf(DecideApproval.Outcome.NotPending.class);

        scenario.runFor(Duration.ofDays(1));
        assertThat(delivered()).hasSize(1);
        assertThat(scenario.enrolment(lead).currentStep()).isEqualTo(1);
    }

    @Test // outreach 1.4: redrafted on the next business day, and not at once on an evening or a weekend
    void what_nobody_decided_by_friday_is_offered_again_on_monday() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
        clock.set(OutreachScenario.MONDAY_MORNING.plus(Duration.ofDays(3)));
        Lead lead = scenario.lead();
        scenario.pass();
        assertThat(pending(scenario)).hasSize(1);

        scenario.runFor(Duration.ofDays(3));
        assertThat(pending(scenario)).as("on Sunday nobody is asked").isEmpty();
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.PENDING);

        scenario.runFor(Duration.ofDays(1));
        assertThat(pending(scenario))
                .singleElement()
                .satisfies(item -> assertThat(item.offerNo()).isEqualTo(2));
        scenario.useCases()
                .decideApproval()
                .decide(
                        new TenantScope(scenario.client(), null, Role.MEMBER),
                        pending(scenario).getFirst().id(),
                        new DecideApproval.Decision.Approve());
        scenario.runFor(Duration.ofDays(1));
        assertThat(delivered()).hasSize(1);
    }

    @Test // outreach 1.4: 24 hours, a second offer, then held
    void what_nobody_decides_is_offered_twice_and_then_held() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofDays(4));

        assertThat(delivered()).isEmpty();
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.HELD);
        assertThat(scenario.enrolment(lead).hold().code()).isEqualTo("approval_expired");
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // I1, I2, 4.6 row 12: any number of processes
    void four_processes_at_once_send_every_step_once() throws Exception {
        OutreachScenario scenario = autopilot();
        scenario.leads(30);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 10; round++) {
                List<Callable<Object>> passes = Collections.nCopies(4, Executors.callable(scenario::pass));
                for (var done : threads.invokeAll(passes)) {
                    done.get();
                }
                scenario.advance(Duration.ofMinutes(13));
            }
        }
        assertThat(delivered()).hasSize(30).doesNotHaveDuplicates();
        assertThat(used(scenario, QuotaMetric.EMAIL_TOTAL)).isEqualTo(30);
        assertThat(reserved(scenario, QuotaMetric.EMAIL_TOTAL)).isZero();
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // I1, I3, I8, outreach 4.6: an answer as much as a step
    void an_answer_leaves_once_wherever_the_process_ends() {
        ByHandSteps.leavesOnceWhereverTheProcessEnds(this::contacted, Channel.EMAIL, this::delivered);
    }

    private OutreachScenario contacted() {
        clock.set(OutreachScenario.MONDAY_MORNING);
        OutreachScenario scenario = autopilot();
        scenario.lead();
        scenario.runFor(aDay());
        return scenario;
    }
}

package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.EnrolmentState;
import io.agencyos.domain.campaign.EnrolmentStep;
import io.agencyos.domain.campaign.StopReason;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.Touch;
import io.agencyos.domain.outreach.TouchState;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.SuppressionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The send protocol from enrolment to the last step, over real stores: the same stories in memory and on PostgreSQL. */
public abstract class OutreachLoopContract {

    /** What a call or a look-up runs into, in the words of outreach 4.7 and 4.8. */
    protected enum Fault {
        /** The request is lost before the vendor has it; nobody answers. */
        REQUEST_LOST,
        /** The vendor takes it; the answer is lost. */
        ANSWER_LOST,
        /** No connection: certainly not taken. */
        UNREACHABLE,
        RATE_LIMITED,
        UNAUTHORIZED,
        RECIPIENT_REFUSED,
        LOOKUP_DOWN
    }

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);

    /** A world of its own on this clock. */
    protected abstract OutreachScenario.World world(AtomicReference<Instant> time);

    /** Arms one fault per coming call or look-up, in this order. */
    protected abstract void failNext(Fault... faults);

    /** Runs inside the next call, before the vendor takes anything. */
    protected abstract void meanwhile(Runnable work);

    /** Everything that reached a reader, oldest first. */
    protected abstract List<EmailCommand> delivered();

    private OutreachScenario autopilot() {
        return new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
    }

    @Test // outreach 2.2, 2.4: days 0, 8 and 13
    void a_lead_gets_the_three_emails_of_the_default_sequence_on_their_days_and_no_more() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();

        scenario.runFor(Duration.ofDays(20));

        assertThat(delivered())
                .hasSize(3)
                .extracting(EmailCommand::idempotencyKey)
                .doesNotHaveDuplicates();
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsOnly(TouchState.SENT);
        ZoneId sydney = ZoneId.of("Australia/Sydney");
        assertThat(scenario.touches(lead))
                .extracting(touch -> LocalDate.ofInstant(touch.sentAt(), sydney))
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 16));
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(scenario.steps(lead)).extracting(EnrolmentStep::outcome).containsOnly(EnrolmentStep.Outcome.SENT);
        assertThat(scenario.reread(lead).status()).isEqualTo(LeadStatus.IN_SEQUENCE);
        assertThat(scenario.reread(lead).history().touches()).isEqualTo(3);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 8.2, 8.3, 8.6
    void an_email_names_its_sender_is_signed_once_and_shows_the_way_out() {
        OutreachScenario scenario = autopilot();
        scenario.lead();
        scenario.runFor(Duration.ofHours(3));

        EmailCommand mail = delivered().getFirst();
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

    @Test // outreach 4.6 row 7
    void a_lost_answer_is_looked_up_and_never_sent_again() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.ANSWER_LOST);
        scenario.runFor(Duration.ofHours(4));

        assertThat(delivered()).hasSize(1);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
        assertThat(scenario.touches(lead).getFirst().dispatchCount()).isEqualTo(1);
        assertThat(scenario.conservation().sent()).isEqualTo(1);
    }

    @Test // outreach 4.6 row 6, 4.5: absent, so once more, the same message
    void a_lost_request_is_proved_absent_and_handed_over_once_more() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.REQUEST_LOST);
        scenario.runFor(Duration.ofHours(4));

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
        scenario.runFor(Duration.ofHours(4));

        assertThat(delivered()).isEmpty();
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.ABANDONED);
        assertThat(scenario.steps(lead).getFirst().code()).isEqualTo("send_outcome_unknown");
        assertThat(used(scenario, QuotaMetric.EMAIL_TOTAL)).isEqualTo(1);
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
        scenario.runFor(Duration.ofHours(2));
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
        scenario.runFor(Duration.ofHours(4));

        assertThat(delivered()).hasSize(1);
        Touch touch = scenario.touches(lead).getFirst();
        assertThat(touch.dispatchCount()).isEqualTo(4);
        assertThat(touch.requeueCount()).isZero();
        assertThat(used(scenario, QuotaMetric.EMAIL_TOTAL)).isEqualTo(1);
    }

    @Test // outreach 4.7: recipient invalid
    void a_refused_recipient_fails_its_step_and_gives_the_quota_back() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.RECIPIENT_REFUSED);
        scenario.runFor(Duration.ofHours(4));

        assertThat(delivered()).isEmpty();
        assertThat(scenario.steps(lead).getFirst().outcome()).isEqualTo(EnrolmentStep.Outcome.FAILED);
        assertThat(scenario.steps(lead).getFirst().code()).isEqualTo("recipient_rejected");
        assertThat(used(scenario, QuotaMetric.EMAIL_TOTAL)).isZero();
        assertThat(scenario.enrolment(lead).nextStep()).isEqualTo(2);
    }

    @Test // outreach 4.5: inconclusive is asked again
    void a_look_up_that_fails_is_repeated() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.ANSWER_LOST, Fault.LOOKUP_DOWN, Fault.LOOKUP_DOWN);
        scenario.runFor(Duration.ofHours(4));

        assertThat(delivered()).hasSize(1);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
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

    @Test // check 12 at gate C; outreach 18: a suppression import while dispatching
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
        pause(scenario, new Client.Pause(scenario.now(), "stop"));
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

    @Test // outreach 1.4: co_pilot never sends what nobody approved
    void co_pilot_waits_for_a_person_and_the_first_word_counts() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(4));
        assertThat(delivered()).isEmpty();
        ApprovalItem item = pending(scenario).getFirst();

        DecideApproval decide = scenario.useCases().decideApproval();
        var member = new io.agencyos.application.shared.TenantScope(
                scenario.client(), null, io.agencyos.domain.client.Role.MEMBER);
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
                List<java.util.concurrent.Callable<Object>> passes =
                        java.util.Collections.nCopies(4, Executors.callable(scenario::pass));
                for (var done : threads.invokeAll(passes)) {
                    done.get();
                }
                scenario.advance(Duration.ofMinutes(13));
            }
        }
        assertThat(delivered())
                .hasSize(30)
                .extracting(EmailCommand::idempotencyKey)
                .doesNotHaveDuplicates();
        assertThat(used(scenario, QuotaMetric.EMAIL_TOTAL)).isEqualTo(30);
        assertThat(reserved(scenario, QuotaMetric.EMAIL_TOTAL)).isZero();
        assertThat(scenario.conservation().closes()).isTrue();
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
        delivered().forEach(mail -> perKey.merge(mail.idempotencyKey(), 1, Integer::sum));
        assertThat(perKey.values()).allMatch(times -> times == 1);
        assertThat(scenario.conservation().closes()).isTrue();
        assertThat(reserved(scenario, QuotaMetric.EMAIL_TOTAL)).isZero();
    }

    private static List<ApprovalItem> pending(OutreachScenario scenario) {
        return scenario.in(() ->
                scenario.on().stores().approvals().list(scenario.client(), ApprovalItem.Status.PENDING, null, 50));
    }

    /** Plans, writes and commits, but does not send. */
    private static void queued(OutreachScenario scenario, Lead lead) {
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        due(scenario, lead);
        scenario.useCases().commit().run(scenario.client(), 10);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.QUEUED);
    }

    /** Moves the clock to where the touch of the lead is due. */
    private static void due(OutreachScenario scenario, Lead lead) {
        Instant at = scenario.touches(lead).getFirst().scheduledAt();
        scenario.advance(Duration.between(scenario.now(), at));
    }

    private static void pause(OutreachScenario scenario, Client.@org.jspecify.annotations.Nullable Pause pause) {
        scenario.in(() -> {
            var clients = scenario.on().world().clients();
            Client now = clients.find(scenario.client()).orElseThrow();
            clients.update(new Client(
                    now.id(),
                    now.name(),
                    now.slug(),
                    now.legalName(),
                    now.contactEmail(),
                    now.contactPhone(),
                    now.websiteUrl(),
                    now.timezone(),
                    now.country(),
                    now.defaultPermissionMode(),
                    pause,
                    now.mode(),
                    now.twinOf(),
                    now.createdAt(),
                    now.deletedAt(),
                    now.version()));
        });
    }

    private static Suppression entry(OutreachScenario scenario, Lead lead, SuppressionReason reason) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        return new Suppression(
                id,
                scenario.client(),
                SuppressionKeyType.EMAIL,
                lead.contact().email().key().value(),
                reason,
                SuppressionSource.MANUAL,
                id,
                null,
                scenario.now(),
                null,
                0);
    }

    private static int used(OutreachScenario scenario, QuotaMetric metric) {
        return count(scenario, metric).used();
    }

    private static int reserved(OutreachScenario scenario, QuotaMetric metric) {
        return count(scenario, metric).reserved();
    }

    /** What the scenario's domain used on its first day. */
    private static Quotas.Count count(OutreachScenario scenario, QuotaMetric metric) {
        Instant day = LocalDate.ofInstant(OutreachScenario.MONDAY_MORNING, ZoneId.of("Australia/Sydney"))
                .atStartOfDay(ZoneId.of("Australia/Sydney"))
                .toInstant();
        Quotas.Counter counter =
                new Quotas.Counter(scenario.mailbox().domainId().value(), metric, day);
        return scenario.in(() -> scenario.on().stores().quotas().counts(scenario.client(), List.of(counter)))
                .getOrDefault(counter, Quotas.Count.ZERO);
    }
}

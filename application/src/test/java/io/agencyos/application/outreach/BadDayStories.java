package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.outreach.approval.DecideApproval;
import io.agencyos.application.outreach.approval.DecideApproval.Decision;
import io.agencyos.application.outreach.approval.DecideApproval.Outcome;
import io.agencyos.application.outreach.mail.MailOutlet;
import io.agencyos.application.outreach.mail.MailPace;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.contact.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Bad input, failure and concurrency as people meet them. Source: outreach 18. */
public abstract class BadDayStories extends TestModeStories {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    @Test // outreach 18: two members approve and reject at once, the first wins
    void two_members_who_decide_at_once_have_one_decision() throws Exception {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
        scenario.lead();
        scenario.runFor(Duration.ofHours(1));
        ApprovalItem item = pending(scenario).getFirst();
        TenantScope member = new TenantScope(scenario.client(), null, Role.MEMBER);
        DecideApproval decide = scenario.useCases().decideApproval();
        List<Decision> words = List.of(
                new Decision.Approve(), new Decision.Reject(ApprovalItem.RejectionAction.SKIP_STEP, "too early"));
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService members = Executors.newFixedThreadPool(2)) {
            List<Callable<Outcome>> said = new ArrayList<>();
            words.forEach(word -> said.add(() -> decide.decide(member, item.id(), word)));
            for (Future<Outcome> one : members.invokeAll(said)) {
                outcomes.add(one.get());
            }
        }

        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Decided.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.NotPending.class);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 18: a lead in a live enrolment is not enrolled again, also in another campaign of its client
    void a_lead_that_is_in_sequence_is_not_enrolled_again() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        int again = scenario.in(() -> scenario.useCases()
                .enrolLeads()
                .enrol(scenario.client(), scenario.campaign().id(), List.of(lead.id())));
        assertThat(again).isZero();
        scenario.runFor(Duration.ofDays(20));
        assertThat(delivered()).doesNotHaveDuplicates();
        assertThat(scenario.conservation().enrolled())
                .isEqualTo(scenario.steps(lead).size());
    }

    @Test // outreach 18, check 40: the address changes between approval and commit: written anew, approved anew
    void an_address_that_changes_after_the_approval_is_approved_again() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
        Lead lead = scenario.lead();
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        ApprovalItem first = pending(scenario).getFirst();
        TenantScope member = new TenantScope(scenario.client(), null, Role.MEMBER);
        scenario.useCases().decideApproval().decide(member, first.id(), new Decision.Approve());
        moved(scenario, lead);

        scenario.runFor(Duration.ofHours(1));
        assertThat(delivered()).isEmpty();
        List<ApprovalItem> offered = pending(scenario);
        assertThat(offered).hasSize(1).extracting(ApprovalItem::id).doesNotContain(first.id());
    }

    private static void moved(OutreachScenario scenario, Lead lead) {
        ContactPoints old = lead.contact();
        scenario.in(() -> scenario.on()
                .world()
                .leads()
                .leads()
                .updateAll(List.of(scenario.on()
                        .world()
                        .leads()
                        .leads()
                        .find(scenario.client(), lead.id())
                        .orElseThrow()
                        .reachedAt(
                                new ContactPoints(
                                        Leadbook.email("new."
                                                + Objects.requireNonNull(old.email())
                                                        .value()),
                                        old.emailStatus(),
                                        old.phone(),
                                        old.linkedIn()),
                                scenario.now()))));
    }

    @Test // outreach 18: our clock jumps back; a touch is never sent again because of time
    void a_clock_that_jumps_back_sends_nothing_twice() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(3));
        assertThat(delivered()).hasSize(1);
        scenario.advance(Duration.ofHours(-6));
        scenario.runFor(Duration.ofHours(10));
        assertThat(delivered()).hasSize(1);
        assertThat(scenario.touches(lead)).extracting(touch -> touch.state()).containsExactly(TouchState.SENT);
    }

    @Test // outreach 18, check 3: the subscription lapses mid-day; on renewal work resumes with new dates
    void a_subscription_that_lapses_holds_everything_and_nothing_is_lost() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        booked(scenario, SubscriptionStatus.PAST_DUE);
        scenario.runFor(Duration.ofDays(2));
        assertThat(delivered()).isEmpty();
        Lead.Block block = Objects.requireNonNull(scenario.reread(lead).block());
        assertThat(block.code()).isEqualTo("subscription_inactive");

        booked(scenario, SubscriptionStatus.ACTIVE);
        scenario.runFor(Duration.ofDays(2));
        assertThat(delivered()).hasSize(1);
        assertThat(LocalDate.ofInstant(
                        Objects.requireNonNull(scenario.touches(lead).getFirst().sentAt()), SYDNEY))
                .isAfter(LocalDate.of(2026, 3, 3));
        assertThat(scenario.conservation().closes()).isTrue();
    }

    private static void booked(OutreachScenario scenario, SubscriptionStatus status) {
        scenario.in(() -> {
            Subscription now = scenario.on()
                    .world()
                    .clients()
                    .subscription(scenario.client())
                    .orElseThrow();
            scenario.on()
                    .world()
                    .clients()
                    .updateSubscription(new Subscription(
                            now.clientId(),
                            now.plan(),
                            status,
                            now.anchorDay(),
                            now.periodStart(),
                            now.periodEnd(),
                            now.founding(),
                            now.pendingPlan()));
        });
    }

    @Test // outreach 18, 1.3: credits gate sourcing, never sending
    void without_credits_sending_goes_on() {
        OutreachScenario scenario = autopilot();
        scenario.lead();
        scenario.in(() -> {
            int balance = scenario.on().credits().balance(scenario.client());
            scenario.on().credits().book(scenario.client(), CreditEntryKind.ADJUST, -balance, null, "test");
        });
        scenario.runFor(Duration.ofHours(4));
        assertThat(delivered()).hasSize(1);
    }

    @Test // outreach 19.10: new steps are tried on 20 leads, the rest follows after 24 h
    void new_steps_are_tried_on_twenty_leads_for_a_day() {
        OutreachScenario scenario = autopilot();
        scenario.leads(2);
        scenario.runFor(Duration.ofHours(3));
        assertThat(delivered()).hasSize(2);
        edited(scenario);
        List<Lead> leads = scenario.leads(24);

        scenario.runFor(Duration.ofHours(20));
        assertThat(delivered()).as("not before the next morning").hasSize(2);
        scenario.runFor(Duration.ofHours(5));
        assertThat(delivered()).hasSize(22);
        assertThat(leads.stream().map(scenario::reread).map(Lead::block).filter(Objects::nonNull))
                .hasSize(4)
                .allSatisfy(block -> {
                    assertThat(block.code()).isEqualTo("rate_limit_campaign");
                    assertThat(block.until()).isAfter(scenario.now());
                });

        scenario.runFor(Duration.ofHours(24));
        assertThat(delivered()).hasSize(26).doesNotHaveDuplicates();
    }

    /** The same steps as another version. */
    private static void edited(OutreachScenario scenario) {
        edited(scenario, steps -> steps);
    }

    private static void edited(OutreachScenario scenario, UnaryOperator<List<SequenceStep>> change) {
        scenario.in(() -> {
            Campaigns campaigns = scenario.on().world().campaigns();
            Campaign now =
                    campaigns.find(scenario.client(), scenario.campaign().id()).orElseThrow();
            Sequence old = campaigns.sequence(scenario.client(), now.id(), 1).orElseThrow();
            campaigns.addSequence(
                    new Sequence(scenario.client(), now.id(), 2, change.apply(old.steps()), scenario.now()));
            campaigns.update(now.sequenced(2, false, scenario.now()));
        });
    }

    @Test // outreach 18: no acceptable text: held with a task; 24 h later the step is refused and the next one follows
    void a_step_without_an_acceptable_text_waits_a_day_for_a_person_and_is_refused() {
        OutreachScenario scenario = autopilot();
        edited(scenario, BadDayStories::unreadable);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(2));
        assertThat(Objects.requireNonNull(scenario.enrolment(lead).hold()).code())
                .isEqualTo("content_qa_failed");

        scenario.runFor(Duration.ofDays(2));
        assertThat(delivered()).isEmpty();
        EnrolmentStep first = scenario.steps(lead).getFirst();
        assertThat(first.outcome()).isEqualTo(EnrolmentStep.Outcome.REFUSED);
        assertThat(first.code()).isEqualTo("content_qa_failed");
        assertThat(scenario.conservation().closes()).isTrue();

        scenario.runFor(Duration.ofDays(12));
        assertThat(delivered()).as("the steps behind it").isNotEmpty();
    }

    /** The first step asks for something that no lead has. */
    private static List<SequenceStep> unreadable(List<SequenceStep> steps) {
        List<SequenceStep> changed = new ArrayList<>(steps);
        SequenceStep first = steps.getFirst();
        changed.set(
                0,
                new SequenceStep(
                        first.stepNo(),
                        first.channel(),
                        first.touchKind(),
                        first.dayOffset(),
                        first.purpose(),
                        first.skipIf(),
                        first.minAls(),
                        first.fallbackChannel(),
                        first.fallbackDayOffset(),
                        first.spareOnly(),
                        first.thread(),
                        first.skipIfBounced(),
                        "About your shoe size",
                        "Hi {{first_name}}, your shoe size is {{shoe_size}}."));
        return changed;
    }

    @Test // outreach 19.1: 90 s between sends of one mailbox; three a day to one domain
    void e_mails_of_a_mailbox_follow_each_other_as_a_person_writes_and_few_go_to_one_house() {
        OutreachScenario scenario = autopilot();
        scenario.leads(6);
        OutreachUseCases humanly = new OutreachUseCases(
                scenario.on().stores(),
                scenario.on().world(),
                List.of(new MailOutlet(
                        scenario.on().stores(),
                        scenario.on().world(),
                        mailbox -> scenario.on().sender(),
                        scenario.on().links(),
                        MailPace.HUMAN)),
                scenario.on().units(),
                clock::get,
                UUID::randomUUID,
                () -> 0L);
        humanly.plan().run(scenario.client(), 20);
        humanly.draft().run(scenario.client(), 20);
        scenario.advance(Duration.ofMinutes(100));
        List<Instant> left = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            humanly.commit().run(scenario.client(), 20);
            humanly.dispatch().run(scenario.client(), 20);
            while (left.size() < mails().size()) {
                left.add(scenario.now());
            }
            scenario.advance(Duration.ofSeconds(15));
        }
        assertThat(left).as("all six work at one house").hasSize(3);
        for (int i = 1; i < left.size(); i++) {
            assertThat(Duration.between(left.get(i - 1), left.get(i))).isGreaterThanOrEqualTo(MailPace.HUMAN.gap());
        }
        assertThat(scenario.in(() -> scenario.on()
                        .stores()
                        .touches()
                        .domainsReached(scenario.client(), scenario.now().minus(Duration.ofHours(3)))))
                .isEqualTo(Map.of(new DomainName("harbourlane.example"), 3));
    }

    @Test // outreach 7, 19.11: the touch waits for a mailbox that pauses up to five days; longer, and another one goes
    // on
    void a_mailbox_that_pauses_for_more_than_five_days_gives_its_leads_to_another() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(3));
        Mailbox first = scenario.mailbox();
        Mailbox second = Campaignbook.mailbox(
                scenario.client(), "sam@d" + UUID.randomUUID() + ".example", scenario.now(), Duration.ofDays(60));
        scenario.in(() -> scenario.on().world().mailboxes().assign(second));
        scenario.runFor(Duration.ofDays(7));
        paused(scenario, first);

        scenario.runFor(Duration.ofDays(4));
        assertThat(delivered()).as("day 8 waits").hasSize(1);
        assertThat(Objects.requireNonNull(scenario.reread(lead).block()).code()).isEqualTo("resource_unhealthy");
        scenario.runFor(Duration.ofDays(4));
        assertThat(delivered()).hasSize(2);
        assertThat(scenario.touches(lead).stream()
                        .filter(touch -> touch.state() == TouchState.SENT)
                        .map(touch -> touch.resourceId()))
                .containsExactly(first.id(), second.id());
    }

    @Test // outreach checks 29, 30: a mailbox that pauses is no missing mailbox
    void a_lead_without_a_mailbox_waits_for_those_that_pause() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        paused(scenario, scenario.mailbox());
        scenario.runFor(Duration.ofHours(1));
        assertThat(Objects.requireNonNull(scenario.reread(lead).block()).code()).isEqualTo("resource_unhealthy");
    }

    private static void paused(OutreachScenario scenario, Mailbox mailbox) {
        scenario.in(() -> scenario.on()
                .world()
                .mailboxes()
                .update(mailbox.told(mailbox.vendorRef(), MailboxState.DISCONNECTED, scenario.now())));
    }
}

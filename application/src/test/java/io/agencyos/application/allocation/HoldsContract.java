package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.keeping.AssignmentExpiry;
import io.agencyos.application.allocation.keeping.PoolKeeping;
import io.agencyos.application.allocation.keeping.SettleAssignments;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.HeldPeople;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.Reengagement;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadHistory;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How holds end and who may have the person then: the same stories in memory and on PostgreSQL. */
public abstract class HoldsContract extends MovePeopleStories {

    private static final Instant CONTACT = Instant.parse("2026-03-10T00:00:00Z");

    @Test // POOL-5: contacted 2026-03-10, client cancels 2026-03-20, assignable from 2026-06-08
    void a_contacted_person_of_a_client_that_leaves_is_free_ninety_days_after_the_contact() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(1);
        done(assign(one, 1, "monday"));
        Lead lead = leads(one).getFirst();
        at("2026-03-10T00:00:00Z");
        contact(lead);
        at("2026-03-20T00:00:00Z");

        assertThat(scenario().keeping().releaseClient().release(one.client())).isEqualTo(1);

        assertThat(person(lead).status()).isEqualTo(PoolStatus.COOLING);
        assertThat(person(lead).coolingUntil()).isEqualTo("2026-06-08T00:00:00Z");
        at("2026-06-07T23:59:59Z");
        assertThat(scenario().keeping().wakeRested().wake()).isZero();
        assertThat(done(assign(two, 1, "early")).refused()).isEqualTo(Map.of(AssignmentRefusal.LEAD_UNAVAILABLE, 1));
        at("2026-06-08T00:00:00Z");
        assertThat(scenario().keeping().wakeRested().wake()).isEqualTo(1);
        assertThat(person(lead).status()).isEqualTo(PoolStatus.AVAILABLE);
        assertThat(done(assign(two, 1, "then")).assigned()).isEqualTo(1);
    }

    @Test // POOL-5, PLAN-4: back to the same client during cooling, the same record, not paid again
    void a_client_that_comes_back_gets_its_people_back() {
        Asking asking = scenario().asking();
        scenario().pool(1);
        done(assign(asking, 1, "monday"));
        Lead before = leads(asking).getFirst();
        contact(before);
        scenario().keeping().releaseClient().release(asking.client());
        assertThat(enrolments(asking, List.of(before)).get(before.id()))
                .satisfies(enrolment -> assertThat(enrolment.state()).isEqualTo(EnrolmentState.STOPPED));
        scenario().advance(Duration.ofDays(1));

        assertThat(done(assign(asking, 1, "again")).assigned()).isEqualTo(1);

        Lead after = scenario().reread(before);
        assertThat(leads(asking)).hasSize(1);
        assertThat(after.status()).isEqualTo(LeadStatus.NEW);
        assertThat(after.history().touches()).isEqualTo(1);
        assertThat(claims(asking, List.of(after))).hasSize(1);
        assertThat(balance(asking)).isEqualTo(QUOTA - 1);
        assertThat(enrolments(asking, List.of(before)).get(before.id()))
                .satisfies(enrolment -> assertThat(enrolment.state()).isEqualTo(EnrolmentState.PENDING));
    }

    @Test // POOL-4: at most 2 claims per person in 12 months
    void a_person_who_was_claimed_twice_in_a_year_waits_for_the_year_to_end() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        Asking three = scenario().asking();
        scenario().pool(1);
        done(assign(one, 1, "a"));
        release(one, List.of(leads(one).getFirst().id()), ReleaseReason.MANUAL);
        done(assign(two, 1, "b"));
        release(two, List.of(leads(two).getFirst().id()), ReleaseReason.MANUAL);

        assertThat(done(assign(three, 1, "c")).refused()).isEqualTo(Map.of(AssignmentRefusal.LEAD_UNAVAILABLE, 1));
        scenario().advance(Duration.ofDays(366));
        assertThat(done(assign(three, 1, "d")).assigned()).isEqualTo(1);
    }

    @Test // POOL-5: not interested 2026-03-10, from 2026-09-06, by the allocator to other clients only
    void whoever_said_no_rests_half_a_year_and_never_comes_back_to_the_same_client() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(1);
        done(assign(one, 1, "monday"));
        Lead lead = leads(one).getFirst();
        at("2026-03-09T00:00:00Z");
        contact(lead);
        at("2026-03-10T00:00:00Z");
        staged(scenario().reread(lead), LeadStatus.NOT_INTERESTED, CONTACT);

        assertThat(scenario().keeping().settleAssignments().settle(one.client()).released())
                .isEqualTo(1);

        assertThat(person(lead).coolingUntil()).isEqualTo("2026-09-06T00:00:00Z");
        at("2026-09-06T00:00:00Z");
        scenario().keeping().wakeRested().wake();
        assertThat(done(assign(one, 1, "same")).refused()).isEqualTo(Map.of(AssignmentRefusal.LEAD_UNAVAILABLE, 1));
        assertThat(done(assign(two, 1, "other")).assigned()).isEqualTo(1);
    }

    @Test // POOL-3: never contacted 90 days after assigned_at; warning at 75
    void a_hold_that_nobody_uses_is_warned_of_at_75_days_and_ends_at_90() {
        Asking asking = scenario().asking();
        Asking other = scenario().asking();
        scenario().pool(2);
        done(assign(asking, 2, "monday"));
        List<Lead> leads = leads(asking);
        contact(leads.getFirst());

        scenario().advance(Duration.ofDays(75).minusSeconds(1));
        assertThat(settle(asking)).isEqualTo(new SettleAssignments.Settled(0, 0, 0));
        scenario().advance(Duration.ofSeconds(1));
        assertThat(settle(asking)).isEqualTo(new SettleAssignments.Settled(0, 0, 1));
        assertThat(settle(asking)).isEqualTo(new SettleAssignments.Settled(0, 0, 0));
        scenario().advance(Duration.ofDays(15));
        assertThat(settle(asking)).isEqualTo(new SettleAssignments.Settled(0, 1, 0));
        assertThat(settle(asking)).isEqualTo(new SettleAssignments.Settled(0, 0, 0));

        Lead unused = leads.getLast();
        assertThat(person(unused).status()).isEqualTo(PoolStatus.AVAILABLE);
        assertThat(scenario().told())
                .filteredOn(event -> event.name() == EventName.LEAD_EXPIRED)
                .extracting(DomainEvent::aggregateId)
                .containsExactly(unused.id().value());
        assertThat(enrolments(asking, List.of(unused)).get(unused.id()))
                .satisfies(enrolment -> assertThat(enrolment.state()).isEqualTo(EnrolmentState.STOPPED));
        assertThat(claims(asking, List.of(leads.getFirst()))).hasSize(1);
        assertThat(done(assign(other, 2, "then")).assigned()).isEqualTo(1);
    }

    @Test // POOL-4, POOL-5, outreach 4: whom a call may be reaching counts as contacted, or two clients write in one
    // week
    void whoever_is_let_go_of_while_a_call_is_under_way_rests_as_if_it_had_been_made() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(2);
        done(assign(one, 2, "monday"));
        List<Lead> leads = leads(one);
        List<Touch> calls = leads.stream()
                .map(lead -> Outreachbook.touch(enrolments(one, List.of(lead)).get(lead.id()))
                        .dispatching(scenario().now().plusSeconds(90))
                        .make())
                .toList();
        scenario().run(one.client(), () -> scenario().on().outreach().touches().insertNew(calls));

        release(one, List.of(leads.getFirst().id()), ReleaseReason.MANUAL);

        assertThat(person(leads.getFirst()).status()).isEqualTo(PoolStatus.COOLING);
        assertThat(person(leads.getFirst()).coolingUntil())
                .isEqualTo(scenario().now().plus(Duration.ofDays(90)));
        assertThat(done(assign(two, 2, "next")).assigned()).isZero();
        scenario().advance(Duration.ofDays(91));
        assertThat(settle(one)).as("is not unused").isEqualTo(new SettleAssignments.Settled(0, 0, 0));
    }

    @Test // POOL-9: in batches of 500, resumable; converted ones stay; open touches are cancelled first
    void a_client_that_leaves_gives_everybody_back_but_its_customers() {
        Asking asking = scenario().asking();
        scenario().pool(1_002);
        done(assign(asking, 1_000, "all"));
        done(assign(asking, 2, "rest"));
        PoolPersonId customer = Objects.requireNonNull(leads(asking).getFirst().poolPersonId());
        scenario()
                .run(
                        asking.client(),
                        () -> scenario().on().world().leads().people().convert(asking.client(), List.of(customer)));
        AtomicInteger pages = new AtomicInteger();
        PoolKeeping dying = scenario().keeping(paging(() -> {
            if (pages.incrementAndGet() == 2) {
                throw new IllegalStateException("the process dies here");
            }
        }));

        assertThatThrownBy(() -> dying.releaseClient().release(asking.client())).hasMessage("the process dies here");

        assertThat(held(asking)).hasSize(501);
        assertThat(scenario().keeping().releaseClient().release(asking.client()))
                .isEqualTo(501);
        assertThat(scenario().keeping().releaseClient().release(asking.client()))
                .isZero();
        assertThat(held(asking)).isEmpty();
        assertThat(scenario()
                        .read(
                                asking.client(),
                                () -> scenario().on().world().leads().people().claims(List.of(customer))))
                .allSatisfy((id, claim) -> assertThat(claim.status()).isEqualTo(ClaimStatus.CONVERTED))
                .hasSize(1);
        assertThat(enrolments(asking, leads(asking)).values())
                .filteredOn(enrolment -> enrolment.state() == EnrolmentState.STOPPED)
                .hasSize(1_001);
    }

    @Test // POOL-14, first row: released suppressed, touches cancelled, refunded when untouched; others unaffected
    void a_domain_that_the_client_suppresses_ends_its_own_hold_only() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        List<PoolPerson> people = scenario().pool(1);
        done(assign(one, 1, "monday"));
        Lead lead = leads(one).getFirst();
        suppress(one.client(), domainOf(people.getFirst()), SuppressionReason.COMPETITOR);

        assertThat(settle(one)).isEqualTo(new SettleAssignments.Settled(1, 0, 0));

        assertThat(person(lead).status()).isEqualTo(PoolStatus.AVAILABLE);
        assertThat(balance(one)).isEqualTo(QUOTA);
        assertThat(enrolments(one, List.of(lead)).get(lead.id()))
                .satisfies(enrolment -> assertThat(enrolment.state()).isEqualTo(EnrolmentState.STOPPED));
        assertThat(done(assign(one, 1, "again")).refused()).isEqualTo(Map.of(AssignmentRefusal.CLIENT_SUPPRESSED, 1));
        assertThat(done(assign(two, 1, "other")).assigned()).isEqualTo(1);
    }

    @Test // POOL-14, last row: when the entry is gone the person may be assigned again
    void a_removed_suppression_opens_the_person_again() {
        Asking asking = scenario().asking();
        List<PoolPerson> people = scenario().pool(1);
        String domain = domainOf(people.getFirst());
        suppress(asking.client(), domain, SuppressionReason.EXISTING_CUSTOMER);
        assertThat(done(assign(asking, 1, "monday")).assigned()).isZero();

        scenario().run(asking.client(), () -> {
            Suppressions entries = scenario().on().world().leads().suppressions();
            Suppression entry = entries.findByKey(
                            asking.client(), new Suppressions.Key(SuppressionKeyType.DOMAIN, domain))
                    .orElseThrow();
            entries.remove(entry, scenario().now());
        });

        assertThat(done(assign(asking, 1, "tuesday")).assigned()).isEqualTo(1);
    }

    @Test // kit of HeldPeople: pages by the person's id, active holds of one client only
    void active_holds_are_walked_page_by_page() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(5);
        done(assign(one, 3, "a"));
        done(assign(two, 2, "b"));
        List<PoolClaim> walked = new ArrayList<>();
        @Nullable PoolPersonId after = null;
        for (List<PoolClaim> page = page(one, after); !page.isEmpty(); page = page(one, after)) {
            walked.addAll(page);
            after = page.getLast().personId();
        }

        assertThat(walked)
                .hasSize(3)
                .isSortedAccordingTo(
                        (a, b) -> a.personId().text().compareTo(b.personId().text()));
        assertThat(walked).allSatisfy(claim -> assertThat(claim.clientId()).isEqualTo(one.client()));
    }

    private List<PoolClaim> page(Asking asking, @Nullable PoolPersonId after) {
        return scenario()
                .read(asking.client(), () -> scenario().on().allocation().held().active(asking.client(), after, 2));
    }

    private List<PoolClaim> held(Asking asking) {
        return scenario()
                .read(asking.client(), () -> scenario().on().allocation().held().active(asking.client(), null, 2_000));
    }

    private SettleAssignments.Settled settle(Asking asking) {
        return scenario().keeping().settleAssignments().settle(asking.client());
    }

    /** The same stores, with something that happens whenever a page of holds is read. */
    private AllocationPorts paging(Runnable beforeAPage) {
        AllocationPorts there = scenario().on().allocation();
        HeldPeople held = new HeldPeople() {
            @Override
            public List<PoolClaim> active(ClientId client, @Nullable PoolPersonId after, int limit) {
                beforeAPage.run();
                return there.held().active(client, after, limit);
            }

            @Override
            public List<ClientId> clientsToSettle(Instant at, @Nullable ClientId after, int limit) {
                return there.held().clientsToSettle(at, after, limit);
            }

            @Override
            public int wake(Instant now, int limit) {
                return there.held().wake(now, limit);
            }
        };
        return new AllocationPorts(
                there.candidates(),
                there.runs(),
                there.channels(),
                there.unassigned(),
                there.holdings(),
                held,
                there.vetoes());
    }

    @Test // api 9.6, POOL-3, POOL-5, PLAN-4: put away, and after 90 days taken up again by hand; the record stays,
    // unpaid
    void a_lead_that_was_put_away_is_taken_up_again_ninety_days_after_the_contact() {
        Asking asking = scenario().asking();
        scenario().pool(1);
        done(assign(asking, 1, "monday"));
        Lead lead = leads(asking).getFirst();
        at("2026-03-10T00:00:00Z");
        contact(lead);
        assertThat(archive(asking, lead)).isEqualTo(ArchiveLead.Outcome.NOT_ELIGIBLE);
        staged(scenario().reread(lead), LeadStatus.COMPLETED, null);
        scenario().keeping().releaseClient().release(asking.client());

        assertThat(archive(asking, lead)).isEqualTo(ArchiveLead.Outcome.ARCHIVED);
        assertThat(archive(asking, lead)).isEqualTo(ArchiveLead.Outcome.ARCHIVED);
        at("2026-06-07T23:59:59Z");
        assertThat(reengage(asking, lead))
                .isEqualTo(new ReengageLead.Outcome.NotEligible(
                        new Reengagement.NotEligible(Instant.parse("2026-06-08T00:00:00Z"))));
        at("2026-06-08T00:00:00Z");
        assertThat(reengage(asking, lead)).isEqualTo(new ReengageLead.Outcome.Reengaged());

        assertThat(leads(asking)).singleElement().satisfies(again -> {
            assertThat(again.id()).isEqualTo(lead.id());
            assertThat(again.status()).isEqualTo(LeadStatus.NEW);
            assertThat(again.history().touches()).isEqualTo(1);
            assertThat(again.score()).isNotNull();
        });
        assertThat(held(asking)).extracting(PoolClaim::leadId).containsExactly(lead.id());
        assertThat(enrolments(asking, List.of(lead)).get(lead.id()).state()).isEqualTo(EnrolmentState.PENDING);
        assertThat(balance(asking)).isEqualTo(QUOTA - 1);
        assertThat(reengage(asking, lead))
                .isEqualTo(new ReengageLead.Outcome.NotEligible(new Reengagement.NotEligible(null)));
    }

    @Test // POOL-4, POOL-5, POOL-14: by hand after 180 days, but never from another client or around a suppression
    void whoever_said_no_is_asked_again_by_hand_only_and_from_nobody_else() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(2);
        done(assign(one, 2, "monday"));
        Lead taken = leads(one).getFirst();
        Lead suppressed = leads(one).getLast();
        leads(one).forEach(lead -> staged(lead, LeadStatus.NOT_INTERESTED, CONTACT));
        settle(one);
        at("2026-09-05T23:59:59Z");
        assertThat(reengage(one, taken)).isInstanceOf(ReengageLead.Outcome.NotEligible.class);
        at("2026-09-06T00:00:00Z");
        scenario().keeping().wakeRested().wake();
        suppress(one.client(), domainOf(person(suppressed)), SuppressionReason.COMPETITOR);
        assertThat(reengage(one, suppressed))
                .isEqualTo(new ReengageLead.Outcome.Suppressed(SuppressionReason.COMPETITOR));
        assertThat(done(assign(two, 2, "now")).assigned()).isEqualTo(2);

        assertThat(reengage(one, taken)).isEqualTo(new ReengageLead.Outcome.Unavailable());
        assertThat(held(one)).isEmpty();
    }

    private ArchiveLead.Outcome archive(Asking asking, Lead lead) {
        return scenario().allocation().archiveLead().archive(asking.worker(), lead.id());
    }

    private ReengageLead.Outcome reengage(Asking asking, Lead lead) {
        return scenario().allocation().reengageLead().reengage(asking.worker(), lead.id(), "spring", null);
    }

    private void at(String instant) {
        now.set(Instant.parse(instant));
    }

    private void staged(Lead lead, LeadStatus status, Instant repliedAt) {
        LeadHistory history = new LeadHistory(
                lead.history().touches(),
                lead.history().firstTouchAt(),
                lead.history().lastTouchAt(),
                repliedAt,
                null,
                null);
        Lead staged = lead.change().status(status).history(history).lead();
        scenario()
                .run(
                        lead.clientId(),
                        () -> scenario().on().world().leads().leads().update(staged));
    }

    @Test // flows 3, assignment_expire: a run for each client that has holds to settle
    void a_client_whose_lead_was_never_written_to_has_a_run_that_takes_it_back_after_ninety_days() {
        Asking asking = scenario().asking();
        scenario().asking();
        scenario().pool(2);
        done(assign(asking, 2, "monday"));
        contact(leads(asking).getFirst());
        StepsByHand expiry = new StepsByHand(AssignmentExpiry.flow(scenario().keeping()));
        scenario().advance(Duration.ofDays(75));
        assertThat(children(expiry)).containsExactly(asking.client());
        assertThat(expiry.of(asking.client(), Map.of(), scenario().now())).containsExactly(settled(0, 0, 1));

        scenario().advance(Duration.ofDays(15));
        assertThat(expiry.of(asking.client(), Map.of(), scenario().now())).containsExactly(settled(0, 1, 0));
        assertThat(expiry.of(asking.client(), Map.of(), scenario().now())).containsExactly(settled(0, 0, 0));
    }

    private List<ClientId> children(StepsByHand flow) {
        return scenario().on().units().onPlatform(() -> flow.children(scenario().now()));
    }

    private static StepResult settled(int released, int expired, int warned) {
        return new StepResult.Done(
                Counts.done(released + expired, released + expired),
                Outcome.count("released", released).with("expired", expired).with("warned", warned));
    }
}

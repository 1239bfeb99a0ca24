package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.LearnedTargets;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Leads from the pool over real stores: the same stories in memory and on PostgreSQL, each in a pool of its own. */
public abstract class AssignPoolLeadsContract extends ReleaseStories {

    /** People of one unit of work. */
    private static final int CHUNK = 500;

    @Test // POOL-8.4, data model 6: claim, lead, credit, score, enrolment, activity and event belong together
    void a_claimed_person_is_a_lead_that_is_paid_scored_and_enrolled() {
        Asking asking = scenario().asking();
        scenario().pool(6);

        AssignPoolLeads.Report report = done(assign(asking, 4, "monday"));

        assertThat(report.assigned()).isEqualTo(4);
        assertThat(report.enrolled()).isEqualTo(4);
        assertThat(report.shortfall()).isZero();
        assertThat(report.tierDistribution().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(4);
        assertThat(report.meanScore()).isNotNull();
        assertThat(balance(asking)).isEqualTo(QUOTA - 4);
        assertThat(scenario().told())
                .filteredOn(event -> event.name() == EventName.LEAD_CREATED)
                .hasSize(4);
        List<Lead> leads = leads(asking);
        assertThat(leads).hasSize(4).allSatisfy(lead -> {
            assertThat(lead.source()).isEqualTo(LeadSource.POOL);
            assertThat(lead.status()).isEqualTo(LeadStatus.NEW);
            assertThat(lead.campaignId()).isEqualTo(asking.campaign().id());
            assertThat(lead.score()).isNotNull();
        });
        assertThat(claims(asking, leads)).hasSize(4).allSatisfy((person, claim) -> {
            assertThat(claim.clientId()).isEqualTo(asking.client());
            assertThat(claim.claimedBy()).isEqualTo(PoolClaim.ClaimedBy.ALLOCATOR);
        });
        assertThat(enrolments(asking, leads)).hasSize(4);
    }

    @Test // POOL-8.2: client ALS first
    void the_best_are_taken_first() {
        Asking asking = scenario().asking(icp -> sizes(icp, "11-50"));
        List<PoolPerson> mixed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            mixed.add(scenario().person());
            mixed.add(withPhoneAndProfile(scenario().person(), i));
        }
        scenario().add(mixed);

        done(assign(asking, 4, "monday"));

        assertThat(leads(asking))
                .hasSize(4)
                .allSatisfy(lead -> assertThat(lead.contact().linkedIn()).isNotNull());
    }

    @Test // POOL-6 checks 8 to 13
    void everybody_who_is_refused_is_counted_by_the_first_reason() {
        Asking asking = scenario().asking();
        Asking rival = scenario().asking();
        PoolPerson competitor = scenario().person();
        PoolPerson optedOut = scenario().person();
        PoolPerson rested = scenario().person();
        scenario()
                .add(List.of(
                        scenario().person(),
                        competitor,
                        optedOut,
                        rested,
                        scenario().person(EmailStatus.GUESSED, "Head of Growth", Country.AUSTRALIA, 25),
                        scenario().person(EmailStatus.VERIFIED, "Office Manager", Country.AUSTRALIA, 25)));
        suppress(asking.client(), domainOf(competitor), SuppressionReason.COMPETITOR);
        suppressEverywhere(asking.client(), domainOf(optedOut), SuppressionReason.LEGAL);
        claimTwice(rival, rested);

        AssignPoolLeads.Report report = done(assign(asking, 10, "monday"));

        assertThat(report.assigned()).isEqualTo(1);
        assertThat(report.refused())
                .isEqualTo(Map.of(
                        AssignmentRefusal.LEAD_UNAVAILABLE, 1,
                        AssignmentRefusal.GLOBALLY_BLOCKED, 1,
                        AssignmentRefusal.CLIENT_SUPPRESSED, 1,
                        AssignmentRefusal.EMAIL_QUALITY, 1,
                        AssignmentRefusal.ICP_MISMATCH, 1));
        assertThat(report.widen()).isEqualTo(IcpFilter.Dimension.TITLE);
    }

    @Test // POOL-6 check 13: no client pays for a lead that may receive nothing
    void without_anything_to_send_with_nobody_is_reachable() {
        Asking asking = scenario().asking();
        AllocationPorts there = scenario().on().allocation();
        scenario().pool(3);
        AllocationScenario.Stores on = scenario().on();
        AllocationScenario bare = new AllocationScenario(
                new AllocationScenario.Stores(
                        on.outcomes(),
                        on.units(),
                        on.credits(),
                        on.outreach(),
                        on.world(),
                        on.scoring(),
                        new AllocationPorts(
                                there.candidates(),
                                there.runs(),
                                client -> Set.of(),
                                there.unassigned(),
                                there.holdings(),
                                there.held(),
                                there.vetoes()),
                        on.audit()),
                now);

        AssignPoolLeads.Report report =
                done(bare.allocation().assignPoolLeads().assign(asking.worker(), request(asking, 3, "monday", false)));

        assertThat(report.refused()).isEqualTo(Map.of(AssignmentRefusal.NO_REACHABLE_CHANNEL, 3));
        assertThat(balance(asking)).isEqualTo(QUOTA);
    }

    @Test // POOL-6 checks 4 to 7
    void a_request_that_cannot_be_served_is_refused_as_a_whole() {
        Asking asking = scenario().asking();
        Asking other = scenario().asking();
        Asking unset = scenario().asking(AssignPoolLeadsContract::draft);
        scenario().pool(1);

        assertThat(scenario().allocation().assignPoolLeads().assign(asking.worker(), request(other, 1, "a", false)))
                .isEqualTo(refused(AssignmentRefusal.CAMPAIGN_INACTIVE));
        assertThat(assign(unset, 1, "a")).isEqualTo(refused(AssignmentRefusal.ICP_NOT_CONFIGURED));
        assertThat(assign(asking, 0, "a")).isEqualTo(refused(AssignmentRefusal.INVALID_COUNT));
        assertThat(assign(asking, 1_001, "a")).isEqualTo(refused(AssignmentRefusal.INVALID_COUNT));
        spend(asking, QUOTA);
        assertThat(assign(asking, 1, "a")).isEqualTo(refused(AssignmentRefusal.NO_CREDITS));
    }

    @Test // POOL-6 checks 1 to 3, scoring 5: evaluated again inside the claiming transaction, the subscription too
    void a_client_that_is_gone_behind_with_its_money_or_paused_gets_nobody() {
        Asking asking = scenario().asking();
        scenario().pool(CHUNK + 10);
        ClientId nobody = new ClientId(UUID.randomUUID());
        assertThat(scenario()
                        .allocation()
                        .assignPoolLeads()
                        .assign(TenantScope.worker(nobody), request(asking, 1, "a", false)))
                .isEqualTo(refused(AssignmentRefusal.CLIENT_NOT_FOUND));
        AtomicInteger chunks = new AtomicInteger();
        scenario().enrolBy((client, campaign, leads) -> {
            if (chunks.incrementAndGet() == 1) {
                status(asking, SubscriptionStatus.PAST_DUE);
            }
            return scenario().outreach().enrolLeads().enrol(client, campaign, leads);
        });

        AssignPoolLeads.Report report = done(assign(asking, CHUNK + 10, "monday"));

        assertThat(report.assigned()).isEqualTo(CHUNK);
        assertThat(report.stopped()).isEqualTo(AssignmentRefusal.SUBSCRIPTION_INACTIVE);
        assertThat(assign(asking, 1, "b")).isEqualTo(refused(AssignmentRefusal.SUBSCRIPTION_INACTIVE));
    }

    private void status(Asking asking, SubscriptionStatus status) {
        var clients = scenario().on().world().clients();
        Subscription was = clients.subscription(asking.client()).orElseThrow();
        clients.updateSubscription(new Subscription(
                was.clientId(),
                was.plan(),
                status,
                was.anchorDay(),
                was.periodStart(),
                was.periodEnd(),
                was.founding(),
                was.pendingPlan()));
    }

    @Test // PLAN-4: insufficient balance gives a partial allocation up to the balance
    void the_credits_that_are_left_are_the_end() {
        Asking asking = scenario().asking();
        scenario().pool(8);
        spend(asking, QUOTA - 3);

        AssignPoolLeads.Report report = done(assign(asking, 5, "monday"));

        assertThat(report.assigned()).isEqualTo(3);
        assertThat(report.shortfall()).isEqualTo(2);
        assertThat(report.stopped()).isEqualTo(AssignmentRefusal.NO_CREDITS);
        assertThat(balance(asking)).isZero();
    }

    @Test
    void the_same_request_again_answers_the_same_and_does_nothing() {
        Asking asking = scenario().asking();
        scenario().pool(5);
        AssignPoolLeads.Report first = done(assign(asking, 2, "monday"));

        assertThat(done(assign(asking, 2, "monday"))).isEqualTo(first);
        assertThat(assign(asking, 3, "monday")).isEqualTo(new AssignPoolLeads.Outcome.KeyReused());
        assertThat(leads(asking)).hasSize(2);
        assertThat(balance(asking)).isEqualTo(QUOTA - 2);
    }

    @Test // flows 2.4: each claim is all or nothing, the resumed run never over-claims
    void a_run_that_breaks_off_leaves_nothing_half_and_goes_on_where_it_stopped() {
        Asking asking = scenario().asking();
        scenario().pool(2 * CHUNK + 10);
        AtomicInteger calls = new AtomicInteger();
        scenario().enrolBy((client, campaign, leads) -> {
            if (calls.incrementAndGet() == 2) {
                throw new IllegalStateException("the process dies here");
            }
            return scenario().outreach().enrolLeads().enrol(client, campaign, leads);
        });

        assertThatThrownBy(() -> assign(asking, 2 * CHUNK, "monday")).hasMessage("the process dies here");

        assertThat(leads(asking)).hasSize(CHUNK);
        assertThat(claims(asking, leads(asking))).hasSize(CHUNK);
        assertThat(balance(asking)).isEqualTo(QUOTA - CHUNK);
        AssignPoolLeads.Report report = done(assign(asking, 2 * CHUNK, "monday"));
        assertThat(report.assigned()).isEqualTo(2 * CHUNK);
        assertThat(report.enrolled()).isEqualTo(2 * CHUNK);
        assertThat(leads(asking)).hasSize(2 * CHUNK);
        assertThat(balance(asking)).isEqualTo(QUOTA - 2 * CHUNK);
    }

    @Test
    void a_rehearsal_tells_what_would_be_and_changes_nothing() {
        Asking asking = scenario().asking();
        scenario().pool(3);

        AssignPoolLeads.Report report = done(
                scenario().allocation().assignPoolLeads().assign(asking.worker(), request(asking, 5, "monday", true)));

        assertThat(report.assigned()).isEqualTo(3);
        assertThat(report.shortfall()).isEqualTo(2);
        assertThat(report.runId()).isNull();
        assertThat(leads(asking)).isEmpty();
        assertThat(balance(asking)).isEqualTo(QUOTA);
        assertThat(done(assign(asking, 3, "monday")).tierDistribution()).isEqualTo(report.tierDistribution());
    }

    @Test // POOL-8.4: zero candidates is success with assigned 0 and an event
    void a_pool_without_anybody_who_fits_is_told() {
        Asking asking = scenario().asking();
        scenario().add(List.of(scenario().person(EmailStatus.VERIFIED, "Office Manager", Country.AUSTRALIA, 25)));

        AssignPoolLeads.Report report = done(assign(asking, 2, "monday"));

        assertThat(report.assigned()).isZero();
        assertThat(report.meanScore()).isNull();
        assertThat(scenario().told()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo(EventName.POOL_EXHAUSTED);
            assertThat(event.payload()).containsEntry("narrowest", "title");
        });
    }

    @Test // POOL-8.2: with 5 % the 20th ignores rank
    void the_twentieth_assignment_explores() {
        Asking asking = scenario().asking();
        scenario().pool(30);

        assertThat(done(assign(asking, 19, "monday")).explored()).isZero();
        assertThat(done(assign(asking, 2, "tuesday")).explored()).isEqualTo(1);
    }

    /** Of a client that explores half of its assignments. */
    private static final class ExploresHalf implements LearnedTargets {

        @Override
        public Aim searched(ClientId client, Aim base) {
            return base;
        }

        @Override
        public Aim taken(ClientId client, Aim base) {
            return base;
        }

        @Override
        public int exploredPercent(ClientId client) {
            return 0;
        }

        @Override
        public int assignmentPercent(ClientId client) {
            return 50;
        }
    }

    @Test // POOL-8.2, CIS 14.2: the client's own share, and a rehearsal shows what would be done
    void a_rehearsal_explores_as_often_as_the_client_does() {
        Asking asking = scenario().asking();
        scenario().pool(30);
        scenario().learns(new ExploresHalf());

        AssignPoolLeads.Report shown = done(
                scenario().allocation().assignPoolLeads().assign(asking.worker(), request(asking, 8, "monday", true)));
        AssignPoolLeads.Report report = done(assign(asking, 8, "monday"));

        assertThat(shown.explored()).isEqualTo(4);
        assertThat(report.explored()).isEqualTo(4);
        assertThat(shown.meanScore()).isEqualTo(report.meanScore());
        assertThat(scenario().timeline())
                .filteredOn(text -> text.contains("whatever its rank"))
                .as("the lead's own history says why it was given")
                .hasSize(4);
    }

    @Test // POOL-4: while held by one client no other client receives the person
    void what_one_client_has_no_other_gets() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(5);

        done(assign(one, 3, "monday"));
        AssignPoolLeads.Report rest = done(assign(two, 5, "monday"));

        assertThat(rest.assigned()).isEqualTo(2);
        assertThat(people(leads(one))).doesNotContainAnyElementsOf(people(leads(two)));
    }

    @Test // api 3
    void a_viewer_may_not_assign() {
        Asking asking = scenario().asking();
        TenantScope viewer = new TenantScope(asking.client(), null, Role.VIEWER);

        assertThat(scenario().allocation().assignPoolLeads().assign(viewer, request(asking, 1, "a", false)))
                .isEqualTo(new AssignPoolLeads.Outcome.RoleRequired());
    }

    @Test // POOL-1, POOL-4: two clients, four threads, 500 people
    void nobody_is_claimed_twice_and_the_sums_close() throws Exception {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(500);
        List<Callable<AssignPoolLeads.Report>> tasks = List.of(
                () -> done(assign(one, 150, "a")),
                () -> done(assign(one, 150, "b")),
                () -> done(assign(two, 150, "a")),
                () -> done(assign(two, 150, "b")));
        List<AssignPoolLeads.Report> reports = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<AssignPoolLeads.Report> report : threads.invokeAll(tasks)) {
                reports.add(report.get());
            }
        }

        List<Lead> first = leads(one);
        List<Lead> second = leads(two);
        int assigned =
                reports.stream().mapToInt(AssignPoolLeads.Report::assigned).sum();
        Set<Object> people = new HashSet<>(people(first));
        people.addAll(people(second));
        assertThat(first.size() + second.size()).isEqualTo(assigned).isLessThanOrEqualTo(500);
        assertThat(people).hasSize(assigned);
        assertThat(balance(one)).isEqualTo(QUOTA - first.size());
        assertThat(balance(two)).isEqualTo(QUOTA - second.size());
        assertThat(claims(one, first)).hasSize(first.size());
        assertThat(claims(two, second)).hasSize(second.size());
        assertThat(done(assign(one, 500, "rest")).assigned() + assigned)
                .as("nobody is lost either")
                .isEqualTo(500);
    }
}

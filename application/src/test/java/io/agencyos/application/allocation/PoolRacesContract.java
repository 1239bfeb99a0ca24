package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.AddLead;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.LeadUseCases;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.intake.LeadDraft;
import io.agencyos.domain.lead.intake.SignalDraft;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who want the same people at once: nobody twice, nobody starved, every sum closed. */
public abstract class PoolRacesContract extends AssignmentSteps {

    @Test // scoring 5, POOL-1, POOL-2: two imports, a merge and a claim on the same person at once
    void two_imports_a_merge_and_a_claim_of_one_person_leave_one_owner() throws Exception {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        Asking three = scenario().asking();
        Asking four = scenario().asking();
        for (int round = 0; round < 4; round++) {
            PoolPerson byAddress = scenario().add(List.of(scenario().person())).getFirst();
            PoolPerson byProfile = scenario()
                    .add(List.of(withPhoneAndProfile(scenario().person(), round)))
                    .getFirst();
            String address = Objects.requireNonNull(byAddress.contact().email()).value();
            String profile =
                    Objects.requireNonNull(byProfile.contact().linkedIn()).url();
            String key = "round " + round;

            allAtOnce(List.of(
                    () -> imported(one, address, ""),
                    () -> imported(two, address, profile),
                    () -> added(three, address, profile),
                    () -> assign(four, 1, key)));

            assertThat(ownersOf(List.of(one, two, three, four), address, profile))
                    .hasSizeLessThanOrEqualTo(2)
                    .isNotEmpty();
            assertThat(consistent(List.of(one, two, three, four))).isTrue();
        }
    }

    @Test // POOL-2: a claim between the look and the merge is not left with nobody
    void whoever_was_claimed_meanwhile_is_not_merged_away() {
        Asking asking = scenario().asking();
        PoolPeople people = scenario().on().world().leads().people();
        PoolPerson kept = scenario().add(List.of(scenario().person())).getFirst();
        PoolPerson dropped = scenario().add(List.of(scenario().person())).getFirst();
        UnitOfWork units = scenario().on().units();
        PoolClaim claim = new PoolClaim(
                dropped.id(),
                asking.client(),
                new LeadId(UUID.randomUUID()),
                now.get(),
                PoolClaim.ClaimedBy.MANUAL,
                ClaimStatus.ACTIVE,
                null);
        units.onPlatform(() -> people.claimAll(List.of(claim)));

        assertThatThrownBy(() -> units.onPlatform(() -> people.merge(kept, dropped, "a row of before")))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(units.onPlatform(() -> people.claims(List.of(dropped.id())))).containsKey(dropped.id());
    }

    @Test // POOL-4, POOL-8, PLAN-4: eight workers of four clients, enough for all: everybody gets everything
    void many_workers_claim_and_nobody_starves() throws Exception {
        List<Asking> clients = List.of(
                scenario().asking(),
                scenario().asking(),
                scenario().asking(),
                scenario().asking());
        scenario().pool(260);
        List<Callable<Object>> work = new ArrayList<>();
        for (Asking client : clients) {
            work.add(() -> done(assign(client, 30, "a")));
            work.add(() -> done(assign(client, 30, "b")));
        }

        List<Object> reports = allAtOnce(work);

        assertThat(reports)
                .allSatisfy(report ->
                        assertThat(((AssignPoolLeads.Report) report).assigned()).isEqualTo(30));
        Set<Object> people = new HashSet<>();
        for (Asking client : clients) {
            List<Lead> leads = leads(client);
            assertThat(leads).hasSize(60);
            assertThat(balance(client)).isEqualTo(QUOTA - 60);
            people.addAll(people(leads));
        }
        assertThat(people).hasSize(240);
        assertThat(consistent(clients)).isTrue();
    }

    @Test // POOL-4, POOL-8: four allocators that plan with the same people at once, each for several clients
    void allocators_that_want_the_same_people_share_them_without_a_double() throws Exception {
        List<Asking> clients = new ArrayList<>();
        for (int client = 0; client < 8; client++) {
            clients.add(scenario().asking());
        }
        scenario().pool(180);
        List<Callable<Object>> work = new ArrayList<>();
        for (int from = 0; from < 8; from += 2) {
            List<AssignTogether.Wish> wishes = clients.subList(from, from + 2).stream()
                    .map(client -> new AssignTogether.Wish(
                            client.client(), client.campaign().id(), 20, 0, "monday"))
                    .toList();
            work.add(() -> scenario().allocation().assignTogether().assign(wishes));
        }

        allAtOnce(work);

        Set<Object> people = new HashSet<>();
        for (Asking client : clients) {
            List<Lead> leads = leads(client);
            assertThat(leads).hasSize(20);
            assertThat(balance(client)).isEqualTo(QUOTA - 20);
            people.addAll(people(leads));
        }
        assertThat(people).hasSize(160);
        assertThat(consistent(clients)).isTrue();
    }

    /** Ends whoever works in the unit that is open on this thread, in the middle of it. */
    protected void kill() {
        throw new IllegalStateException("the worker is killed here");
    }

    @Test // scoring 5, flows 2.4: all or nothing, and what a dead worker had locked is free at once
    void a_worker_that_is_killed_inside_a_claim_leaves_nothing_half_and_holds_nobody_back() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(10);
        AtomicBoolean killed = new AtomicBoolean();
        scenario().enrolBy((client, campaign, leads) -> {
            if (killed.compareAndSet(false, true)) {
                kill();
            }
            return scenario().outreach().enrolLeads().enrol(client, campaign, leads);
        });

        assertThatThrownBy(() -> assign(one, 6, "monday")).isInstanceOf(RuntimeException.class);

        assertThat(killed).isTrue();
        assertThat(leads(one)).isEmpty();
        assertThat(balance(one)).isEqualTo(QUOTA);
        assertThat(done(assign(two, 4, "monday")).assigned()).isEqualTo(4);
        assertThat(done(assign(one, 6, "monday")).assigned()).isEqualTo(6);
        assertThat(balance(one)).isEqualTo(QUOTA - 6);
        assertThat(consistent(List.of(one, two))).isTrue();
    }

    /** Assigns after this happened between the look over the pool and the claim. */
    private AssignPoolLeads.Report assignAfter(Asking asking, int count, Runnable meanwhile) {
        AllocationPorts ports = scenario().on().allocation();
        Interruption interruption = new Interruption(ports.candidates(), meanwhile);
        AllocationPorts interrupted = new AllocationPorts(
                interruption,
                ports.runs(),
                ports.channels(),
                ports.unassigned(),
                ports.holdings(),
                ports.held(),
                ports.vetoes());
        AssignPoolLeads.Outcome outcome = scenario()
                .allocation(interrupted, interruption.between(scenario().on().units()))
                .assignPoolLeads()
                .assign(asking.worker(), request(asking, count, "monday", false));
        assertThat(interruption.isOver()).isTrue();
        return done(outcome);
    }

    private void subscribe(Asking asking, UnaryOperator<Subscription> change) {
        scenario().run(asking.client(), () -> {
            Clients clients = scenario().on().world().clients();
            clients.updateSubscription(
                    change.apply(clients.subscription(asking.client()).orElseThrow()));
        });
    }

    private void pause(Asking asking) {
        scenario().run(asking.client(), () -> {
            Clients clients = scenario().on().world().clients();
            clients.update(clients.find(asking.client())
                    .orElseThrow()
                    .pausedBy(new Client.Pause(now.get(), "a complaint", null)));
        });
    }

    @Test // scoring 5: plan downgraded during allocation: allocation re-reads the plan inside its transaction
    void a_plan_that_shrinks_between_the_look_and_the_claim_is_the_one_that_counts() {
        Asking asking = scenario().asking();
        scenario().pool(10);
        subscribe(asking, subscription -> subscription.on(Plan.VELOCITY));

        AssignPoolLeads.Report report = assignAfter(asking, 8, () -> {
            subscribe(asking, subscription -> subscription.on(Plan.IGNITION));
            spend(asking, QUOTA - 3);
        });

        assertThat(report.assigned()).isEqualTo(3);
        assertThat(leads(asking)).hasSize(3);
        assertThat(balance(asking)).isZero();
        assertThat(consistent(List.of(asking))).isTrue();
    }

    @ParameterizedTest // scoring 5: clock jump: back over midnight, on by an hour that comes twice, into another period
    @ValueSource(strings = {"PT-9H", "PT-1H", "PT1H", "P45D", "P-45D"})
    void a_clock_that_jumps_between_the_look_and_the_claim_costs_nobody_and_gives_nobody_twice(Duration jump) {
        Asking asking = scenario().asking();
        Asking other = scenario().asking();
        scenario().pool(12);
        Instant looked = now.get();

        AssignPoolLeads.Report report = assignAfter(asking, 5, () -> now.set(looked.plus(jump)));

        assertThat(report.assigned()).isEqualTo(5);
        assertThat(leads(asking)).hasSize(5);
        assertThat(balance(asking)).isEqualTo(QUOTA - 5);
        assertThat(done(assign(asking, 5, "monday")))
                .as("the same request is answered")
                .isEqualTo(report);
        now.set(looked);
        assertThat(done(assign(other, 20, "monday")).assigned())
                .as("nobody whom the first has, whatever its claims are dated")
                .isEqualTo(7);
        assertThat(consistent(List.of(asking, other))).isTrue();
    }

    @Test // scoring 5, POOL-6 checks 2 and 3: evaluated inside the claiming transaction
    void whoever_stops_paying_or_pauses_between_the_look_and_the_claim_is_given_nobody() {
        Asking unpaid = scenario().asking();
        Asking paused = scenario().asking();
        scenario().pool(10);

        AssignPoolLeads.Report toUnpaid = assignAfter(
                unpaid, 4, () -> subscribe(unpaid, subscription -> subscription.as(SubscriptionStatus.PAST_DUE)));
        AssignPoolLeads.Report toPaused = assignAfter(paused, 4, () -> pause(paused));

        assertThat(toUnpaid.assigned()).isZero();
        assertThat(toPaused.assigned()).isZero();
        assertThat(leads(unpaid)).isEmpty();
        assertThat(leads(paused)).isEmpty();
        assertThat(balance(unpaid)).isEqualTo(QUOTA);
        assertThat(balance(paused)).isEqualTo(QUOTA);
    }

    @Test // PLAN-4: the last credits are spent once, however many ask
    void the_last_credits_are_spent_once() throws Exception {
        Asking asking = scenario().asking();
        scenario().pool(40);
        spend(asking, QUOTA - 7);

        allAtOnce(List.of(() -> assign(asking, 5, "a"), () -> assign(asking, 5, "b"), () -> assign(asking, 5, "c")));

        assertThat(leads(asking)).hasSize(7);
        assertThat(balance(asking)).isZero();
        assertThat(consistent(List.of(asking))).isTrue();
    }

    private static List<Object> allAtOnce(List<Callable<Object>> work) throws Exception {
        List<Object> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<Object> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
        }
        return results;
    }

    private ImportLeads.Outcome imported(Asking asking, String address, String profile) {
        LeadUseCases leads = new LeadUseCases(
                scenario().on().world().leads(),
                scenario().on().world().clients(),
                scenario().on().world().campaigns(),
                scenario().scoring().scoreLeads(),
                scenario().outreach().enrolLeads(),
                (client, lead) -> {},
                scenario().on().world().events(),
                PublishedSuffixes.identityKeys(),
                scenario().on().units(),
                now::get,
                UUID::randomUUID);
        LeadFile file = new LeadFile(
                List.of("email", "linkedin_url"),
                List.of(),
                List.of(new LeadFile.Row(2, List.of(address, profile))).iterator(),
                () -> {});
        return leads.importLeads()
                .importLeads(
                        asking.worker(),
                        new ImportLeads.Request(LeadSource.CSV_IMPORT, "one.csv", Map.of(), null),
                        file,
                        counts -> {},
                        rejects -> {});
    }

    private AddLead.Outcome added(Asking asking, String address, String profile) {
        LeadDraft draft = new LeadDraft(
                null,
                address,
                null,
                profile,
                "Priya",
                "Raman",
                null,
                null,
                null,
                null,
                null,
                null,
                SignalDraft.NONE,
                Map.of());
        return scenario().editing().addLead().add(asking.worker(), draft, null, Origin.NONE);
    }

    /** The clients that have a lead under the address or the profile. */
    private Set<Asking> ownersOf(List<Asking> clients, String address, String profile) {
        Set<Asking> owners = new HashSet<>();
        for (Asking client : clients) {
            boolean has = leads(client).stream()
                    .anyMatch(lead -> lead.contact().email() != null
                                    && lead.contact().email().value().equals(address)
                            || lead.contact().linkedIn() != null
                                    && lead.contact().linkedIn().url().equals(profile));
            if (has) {
                owners.add(client);
            }
        }
        return owners;
    }

    /** Every lead has its claim and every claim its lead, nobody is held twice, and every key names who is there. */
    private boolean consistent(List<Asking> clients) {
        Set<PoolPersonId> held = new HashSet<>();
        for (Asking client : clients) {
            List<Lead> leads = leads(client);
            Map<?, PoolClaim> claims = claims(client, leads);
            for (Lead lead : leads) {
                PoolClaim claim = claims.get(lead.poolPersonId());
                assertThat(claim).as("the claim of a lead").isNotNull();
                assertThat(claim.leadId()).isEqualTo(lead.id());
                assertThat(claim.clientId()).isEqualTo(client.client());
                assertThat(held.add(claim.personId())).as("held once").isTrue();
                keysLeadTo(lead);
            }
        }
        return true;
    }

    private void keysLeadTo(Lead lead) {
        List<IdentityKey> keys = IdentityKey.of(lead.contact(), null, lead.person());
        Map<IdentityKey, PoolPersonId> owners = scenario()
                .on()
                .units()
                .onPlatform(() -> scenario().on().world().leads().people().resolve(Set.copyOf(keys)));
        assertThat(scenario()
                        .on()
                        .units()
                        .onPlatform(() -> scenario()
                                .on()
                                .world()
                                .leads()
                                .people()
                                .findAll(owners.values())
                                .size()))
                .isEqualTo(Set.copyOf(owners.values()).size());
        assertThat(owners.values()).contains(lead.poolPersonId());
    }
}

package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.flow.LeadSourcing;
import io.agencyos.application.allocation.flow.MonthlyReplenishment;
import io.agencyos.application.allocation.flow.PoolAssignment;
import io.agencyos.application.allocation.sourcing.PoolPopulation;
import io.agencyos.application.lead.intake.StockPool;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People are bought where the pool has too few, once each, and nobody who may not be. Source: flows 2.3, POOL-2, POOL-12. */
public abstract class SourcingContract extends VendorSteps {

    protected abstract Alerts alerts();

    private Flow<?> population(PeopleSources sources) {
        return PoolPopulation.flow(
                sources,
                stockPool(),
                scenario().allocation().sourcingPlan(),
                alerts()::raise,
                scenario().on().units());
    }

    private PeopleSources connected() {
        return client -> Optional.of(vendor());
    }

    private StockPool stockPool() {
        return scenario().stockPool();
    }

    private List<Flow<?>> children() {
        return List.of(
                population(connected()),
                PoolAssignment.flow(
                        scenario().allocation().assignPoolLeads(),
                        scenario().allocation().topUpCampaigns(),
                        scenario().on().world().campaigns(),
                        scenario().on().outreach().enrolments(),
                        scenario().on().units()));
    }

    private List<StepResult> order(Asking asking, int count) {
        return new StepsByHand(LeadSourcing.flow(), scenario().on().units(), children())
                .of(
                        asking.client(),
                        Map.of("campaign_id", asking.campaign().id().text(), "count", "" + count),
                        START);
    }

    private StepResult populate(PeopleSources sources, ClientId client, int target) {
        return new StepsByHand(population(sources))
                .of(client, Map.of("target", Integer.toString(target)), START)
                .getLast();
    }

    private PersonProfile growth(int n) {
        return FoundPeople.profile(
                n, "Head of Growth", "growth" + n + "@company" + n + ".example", EmailStatus.VERIFIED);
    }

    private List<PersonProfile> offered(int count) {
        List<PersonProfile> people =
                IntStream.range(0, count).mapToObj(this::growth).toList();
        people.forEach(this::offer);
        return people;
    }

    private Optional<PoolPerson> known(PersonProfile person) {
        IdentityKey key = new IdentityKey(
                IdentityKey.Kind.EMAIL, person.email().orElseThrow().key().value());
        return scenario().on().units().onPlatform(() -> {
            var people = scenario().on().world().leads().people();
            return Optional.ofNullable(people.resolve(Set.of(key)).get(key))
                    .map(id -> people.findAll(List.of(id)).getFirst());
        });
    }

    @Test // POOL-12.1 to 12.3, api 9.4: the pool first, only the shortfall is bought, then it is given out
    void an_order_takes_from_the_pool_and_buys_what_is_missing() {
        Asking asking = scenario().asking();
        scenario().pool(2);
        offered(10);
        long before = vendorCredits();

        Outcome outcome = StepsByHand.told(order(asking, 5));

        assertThat(outcome.counts())
                .containsEntry("requested", 5L)
                .containsEntry("claimed", 5L)
                .containsEntry("bought", 3L)
                .doesNotContainKey(Outcome.SHORTFALL);
        assertThat(leads(asking)).hasSize(5);
        assertThat(balance(asking)).isEqualTo(QUOTA - 5);
        assertThat(before - vendorCredits()).isEqualTo(3);
    }

    @Test // B5: whom the company's guard would keep back is not bought
    void of_one_company_no_more_are_bought_than_may_be_given() {
        Asking asking = scenario().asking();
        IntStream.range(0, 5)
                .mapToObj(n -> FoundPeople.at(growth(n), "harbourlane.example"))
                .forEach(this::offer);
        long before = vendorCredits();

        Outcome outcome = StepsByHand.told(order(asking, 5));

        assertThat(outcome.counts())
                .containsEntry("bought", 3L)
                .containsEntry("claimed", 3L)
                .containsEntry(Outcome.SHORTFALL, 2L);
        assertThat(before - vendorCredits()).isEqualTo(3);

        assertThat(StepsByHand.told(order(asking, 2)).counts())
                .as("three colleagues are held")
                .containsEntry("claimed", 0L);
        assertThat(before - vendorCredits()).isEqualTo(3);
    }

    @Test // B5: a name is not a company, and the guard looks at companies
    void who_was_bought_and_could_not_be_given_is_explained() {
        Asking asking = scenario().asking();
        IntStream.range(0, 5)
                .mapToObj(n -> FoundPeople.called("Harbour Lane " + n, growth(n), "harbourlane.example"))
                .forEach(this::offer);

        Outcome outcome = StepsByHand.told(order(asking, 5));

        assertThat(outcome.counts())
                .containsEntry("bought", 5L)
                .containsEntry("claimed", 3L)
                .containsEntry(Outcome.SHORTFALL, 2L);
        assertThat(outcome.words()).containsEntry("reason", "lead_unavailable");
    }

    private void offeredChiefs(int count) {
        IntStream.range(0, count)
                .mapToObj(n ->
                        FoundPeople.profile(n, "CEO", "ceo" + n + "@company" + n + ".example", EmailStatus.VERIFIED))
                .forEach(this::offer);
    }

    @Test // CIS 15, POOL-12.2: learned WHO refinement applied; whom it bought, the allocator takes
    void what_was_learned_of_leads_widens_the_search_and_the_choice() {
        Asking asking = scenario().asking();
        offeredChiefs(4);
        assertThat(StepsByHand.told(order(asking, 3)).counts()).containsEntry("claimed", 0L);

        scenario().learns(new ChiefsConvert(0));

        Outcome outcome = StepsByHand.told(order(asking, 3));
        assertThat(outcome.counts()).containsEntry("claimed", 3L).doesNotContainKey("explored");
        assertThat(leads(asking)).extracting(lead -> lead.person().title()).containsOnly("CEO");
    }

    @Test // CIS 14.2: a share of sourcing leaves aside what was learned, and says so
    void an_exploring_search_asks_as_the_profile_does() {
        Asking asking = scenario().asking();
        offeredChiefs(3);
        offered(2);
        scenario().learns(new ChiefsConvert(100));

        Outcome outcome = StepsByHand.told(populate(connected(), asking.client(), 5));

        assertThat(outcome.counts()).containsEntry("explored", 2L).containsEntry("usable", 2L);
    }

    @Test // flows 2.3: pool first, reused people cost nothing
    void nobody_is_bought_while_the_pool_has_enough() {
        Asking asking = scenario().asking();
        scenario().pool(5);
        offered(10);
        long before = vendorCredits();

        StepResult last = populate(connected(), asking.client(), 5);

        assertThat(last).isInstanceOf(StepResult.Skipped.class);
        assertThat(vendorCredits()).isEqualTo(before);
    }

    @Test // flows 2.3: re-reading a page is harmless; whoever is known is not paid for again
    void whom_the_pool_knows_by_the_vendors_reference_is_not_bought_twice() {
        Asking asking = scenario().asking();
        offered(6);
        assertThat(StepsByHand.told(populate(connected(), asking.client(), 4)).counts())
                .containsEntry("added", 4L);
        assertThat(leads(asking)).as("buying gives nobody out").isEmpty();
        long before = vendorCredits();
        // the four are in the pool now, so that only two more are missing for six
        Outcome again = StepsByHand.told(populate(connected(), asking.client(), 6));

        assertThat(again.counts()).containsEntry("added", 2L).containsEntry("usable", 2L);
        assertThat(before - vendorCredits()).isEqualTo(2);
    }

    @Test // flows 2.3: skipped no_email, and by the title before anything is paid
    void who_cannot_be_written_to_or_has_another_title_is_not_bought() {
        Asking asking = scenario().asking();
        offer(FoundPeople.profile(1, "Head of Growth", null, EmailStatus.UNKNOWN));
        offer(FoundPeople.profile(
                2, "Assistant to the Head of Growth Office", "two@company2.example", EmailStatus.VERIFIED));
        offer(FoundPeople.profile(3, "Head of Growth Hacking", "three@company3.example", EmailStatus.VERIFIED));
        long before = vendorCredits();

        Outcome told = StepsByHand.told(populate(connected(), asking.client(), 5));

        // a title fits when all its words are there (flows 2.4)
        assertThat(told.counts())
                .containsEntry("found", 3L)
                .containsEntry("skipped_not_wanted", 1L)
                .containsEntry("added", 2L)
                .containsEntry(Outcome.SHORTFALL, 3L);
        assertThat(before - vendorCredits()).isEqualTo(2);
    }

    @Test // POOL-12.4: a vendor failure is tried hourly, six times, then the rest is told and staff hears of it
    void a_vendor_that_stays_away_leaves_the_rest_as_a_number() {
        Asking asking = scenario().asking();
        offered(3);
        breakDown();

        Outcome told = StepsByHand.told(populate(connected(), asking.client(), 3));

        assertThat(told.words()).containsEntry("reason", "vendor_unavailable");
        assertThat(told.counts()).containsEntry(Outcome.SHORTFALL, 3L).containsEntry("usable", 0L);
        List<Alert> open = scenario().on().units().onPlatform(() -> alerts().open(10));
        assertThat(open)
                .singleElement()
                .satisfies(alert -> assertThat(alert.detail())
                        .containsEntry("reason", "vendor_unavailable")
                        .containsEntry("missing", "3"));
    }

    @Test // POOL-12.4: the first look waits an hour
    void the_first_failure_is_waited_out_for_an_hour() {
        Asking asking = scenario().asking();
        breakDown();
        Flow<?> flow = population(connected());

        assertThat(firstLook(flow, asking)).isEqualTo(new StepResult.Waits("0,0,1,0,0,1", START.plusSeconds(3_600)));
    }

    private <P> StepResult firstLook(Flow<P> flow, Asking asking) {
        return new StepsByHand(flow)
                .first("source", asking.client(), Map.of("target", "3"), Outcome.count("need", 3), START);
    }

    @Test // flows 2.3: what was bought before the money ran out stays
    void a_vendor_account_that_runs_dry_ends_the_run_with_what_there_is() {
        Asking asking = scenario().asking();
        offered(3);
        Outcome refused = StepsByHand.told(populate(withCredits(3), asking.client(), 3));
        assertThat(refused.words()).as("apollo Beyond").containsEntry("reason", "vendor_credits_short");
        spendAll();

        Outcome told = StepsByHand.told(populate(connected(), asking.client(), 3));

        assertThat(told.words()).containsEntry("reason", "vendor_out_of_credits");
        assertThat(told.counts()).containsEntry(Outcome.SHORTFALL, 3L);
    }

    @Test // flows 2.3: 0 → no_matches and the filter whose removal adds most
    void where_nobody_fits_the_filter_that_costs_most_is_named() {
        Asking asking = scenario().asking();
        offer(FoundPeople.profile(1, "Chief Financial Officer", "cfo@company1.example", EmailStatus.VERIFIED));

        Outcome told = StepsByHand.told(populate(connected(), asking.client(), 2));

        assertThat(told.words()).containsEntry("reason", "no_matches").containsEntry("widen", "title");
    }

    @Test
    void without_a_data_vendor_the_number_that_is_missing_is_told() {
        Asking asking = scenario().asking();

        Outcome told = StepsByHand.told(populate(client -> Optional.empty(), asking.client(), 2));

        assertThat(told.words()).containsEntry("reason", "no_data_vendor");
        assertThat(told.counts()).containsEntry(Outcome.SHORTFALL, 2L);
    }

    @Test // flows 2.3: guards
    void nobody_is_looked_for_without_a_confirmed_profile_or_a_credit() {
        Asking draft = scenario().asking(AssignmentSteps::draft);
        Asking poor = scenario().asking();
        spend(poor, QUOTA);
        offered(3);

        var refused = new StepsByHand(population(connected())).of(draft.client(), Map.of("target", "3"), START);
        var broke = new StepsByHand(population(connected())).of(poor.client(), Map.of("target", "3"), START);

        assertThat(StepsByHand.told(refused.getFirst()).words()).containsEntry("reason", "icp_not_configured");
        assertThat(StepsByHand.told(broke.getFirst()).words()).containsEntry("reason", "no_credits");
        assertThat(broke.getLast()).isInstanceOf(StepResult.Skipped.class);
    }

    @Test // flows 2.3: target is cut to the balance
    void no_more_are_bought_than_there_are_credits() {
        Asking asking = scenario().asking();
        spend(asking, QUOTA - 2);
        offered(5);

        assertThat(StepsByHand.told(populate(connected(), asking.client(), 5)).counts())
                .containsEntry("usable", 2L);
    }

    @Test // flows 2.3: exclusions in every tier; POOL-2: flags are sticky, nobody is taken from another client
    void nobody_joins_who_is_suppressed_held_or_the_clients_own() {
        Asking asking = scenario().asking();
        Asking rival = scenario().asking();
        List<PersonProfile> people =
                new ArrayList<>(IntStream.range(0, 6).mapToObj(this::growth).toList());
        suppress(asking.client(), "company0.example", SuppressionReason.COMPETITOR);
        stockPool().stock(asking.client(), List.of(people.get(1)), Set.of());
        done(assign(rival, 1, "rival"));
        stockPool().stock(asking.client(), List.of(people.get(2)), Set.of());
        done(assign(asking, 1, "own"));
        people.add(FoundPeople.profile(7, "Head of Growth", "someone@gmail.com", EmailStatus.VERIFIED));
        people.set(6, FoundPeople.withoutCompanyDomain(people.get(6)));
        people.add(FoundPeople.profile(8, "Head of Growth", "eight@company8.example", EmailStatus.INVALID));
        people.add(people.get(3));

        StockPool.Stocked stocked =
                stockPool().stock(asking.client(), people, Set.of(new DomainName("company4.example")));

        assertThat(stocked.fates())
                .containsEntry(StockPool.Fate.SUPPRESSED, 1)
                .containsEntry(StockPool.Fate.CLAIMED, 1)
                .containsEntry(StockPool.Fate.DUPLICATE, 2)
                .containsEntry(StockPool.Fate.PORTFOLIO, 1)
                .containsEntry(StockPool.Fate.FREE_MAIL, 1)
                .containsEntry(StockPool.Fate.NOT_ACCEPTED, 1)
                .containsEntry(StockPool.Fate.ADDED, 2);
        assertThat(known(people.get(0))).isEmpty();
        assertThat(known(people.get(4))).isEmpty();
        assertThat(known(people.get(5))).isPresent();
    }

    @Test // POOL-2: one hit completes; content 1.4: an address is not replaced by a different one unless it is invalid
    void somebody_who_is_known_becomes_more_complete_and_keeps_the_address() {
        Asking asking = scenario().asking();
        PersonProfile first = growth(1);
        stockPool().stock(asking.client(), List.of(first), Set.of());
        PersonProfile later = new PersonProfile(
                first.ref(),
                new PersonDetails("Priya", "Raman", "Head of Growth", Seniority.HEAD, "Perth", null, null),
                Optional.empty(),
                Optional.of(Leadbook.email("other@company1.example")),
                EmailStatus.GUESSED,
                Optional.of(new io.agencyos.domain.shared.contact.PhoneNumber("+61491570156")),
                Optional.empty(),
                Optional.empty(),
                first.company());

        StockPool.Stocked stocked = stockPool().stock(asking.client(), List.of(later), Set.of());

        assertThat(stocked.fates()).containsExactly(Map.entry(StockPool.Fate.UPDATED, 1));
        PoolPerson person = known(first).orElseThrow();
        assertThat(person.contact().email()).isEqualTo(first.email().orElseThrow());
        assertThat(person.contact().emailStatus()).isEqualTo(EmailStatus.VERIFIED);
        assertThat(person.contact().phone()).isEqualTo(later.phone().orElseThrow());
        assertThat(person.person().city()).isEqualTo("Perth");
        assertThat(person.person().country()).isEqualTo(Country.AUSTRALIA);
        assertThat(person.confidence()).isEqualTo(800);
    }

    @Test // POOL-2: hits on two people make one, the older id stays
    void a_record_that_names_two_people_makes_one_of_them() {
        Asking asking = scenario().asking();
        PoolPerson byAddress = scenario().pool(1).getFirst();
        scenario().advance(Duration.ofHours(1));
        PersonProfile byRef = growth(9);
        stockPool().stock(asking.client(), List.of(byRef), Set.of());
        PersonProfile both = new PersonProfile(
                byRef.ref(),
                byRef.details(),
                Optional.empty(),
                Optional.ofNullable(byAddress.contact().email()),
                EmailStatus.VERIFIED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                byRef.company());

        stockPool().stock(asking.client(), List.of(both), Set.of());

        PoolPerson one = known(both).orElseThrow();
        assertThat(known(byRef).orElseThrow().id()).isEqualTo(one.id());
        assertThat(one.id()).as("the older one stays").isEqualTo(byAddress.id());
    }

    @Test // flows 2.16 with 2.3: what the month's pool lacks is bought and given to the active campaigns
    void a_months_shortfall_is_bought_and_given_out() {
        Asking asking = scenario().asking();
        scenario().pool(3);
        offered(7);
        spend(asking, QUOTA - 8);
        StepsByHand month = new StepsByHand(
                MonthlyReplenishment.flow(
                        scenario().allocation().planReplenishment(),
                        scenario().on().credits(),
                        scenario().events()),
                scenario().on().units(),
                children());

        Outcome outcome = StepsByHand.told(month.of(asking.client(), Map.of(), START));

        assertThat(outcome.counts())
                .containsEntry("need", 8L)
                .containsEntry("assigned", 8L)
                .containsEntry("to_source", 5L)
                .containsEntry("sourced", 5L)
                .doesNotContainKey(Outcome.SHORTFALL);
        List<Lead> leads = leads(asking);
        assertThat(leads).hasSize(8);
        assertThat(balance(asking)).isZero();
    }
}

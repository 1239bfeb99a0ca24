package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.ChosenLeads;
import io.agencyos.application.lead.enrichment.EnrichLeads;
import io.agencyos.application.lead.enrichment.EnrichLeads.Fate;
import io.agencyos.application.lead.enrichment.Enrichments;
import io.agencyos.application.lead.enrichment.LeadEnrichment;
import io.agencyos.application.lead.store.LeadQueries.Listed;
import io.agencyos.application.lead.store.LeadQueries.Progress;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.platform.usage.VendorCap;
import io.agencyos.domain.scoring.DeepEnrichmentGate.Trigger;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How leads are completed, over whatever stores and vendor: also the kit of {@link Enrichments}. */
public abstract class EnrichmentContract extends RefreshStories {

    @Test // PLAN-4, content 1.1: 1 credit only when a paid tier supplied the data; 1.2 tier 1; ALS-16 enriched; ALS-18
    void a_lead_of_the_clients_own_is_completed_scored_and_costs_one_credit() {
        Asking asking = scenario().asking();
        Lead lead = known(asking);

        assertThat(fates(lead)).isEqualTo(Map.of(Fate.ENRICHED, 1));

        Lead after = scenario().reread(lead);
        assertThat(after.contact().emailStatus()).isEqualTo(EmailStatus.VERIFIED);
        assertThat(after.person().title()).isEqualTo("Founder");
        assertThat(after.company().industry()).isEqualTo("Marketing");
        assertThat(after.status()).isEqualTo(LeadStatus.SCORED);
        assertThat(Objects.requireNonNull(after.score()).score())
                .as("8 + 25 + 25 + 15")
                .isEqualTo(73);
        assertThat(balance(asking)).isEqualTo(QUOTA - 1);
        Enrichment record = record(lead);
        assertThat(record.state()).isEqualTo(Enrichment.State.ENRICHED);
        assertThat(record.credit()).isEqualTo(Enrichment.Credit.CHARGED);
        assertThat(record.source()).isEqualTo("fake");
        assertThat(record.confidence()).as("30 + 20 + 15 + 15").isEqualTo(800);
        assertThat(record.enrichedAt()).isEqualTo(scenario().now());
        assertThat(scenario().told()).extracting(DomainEvent::name).contains(EventName.LEAD_ENRICHED);

        long spent = vendorCredits();
        assertThat(fates(lead)).isEqualTo(Map.of(Fate.NOT_DUE, 1));
        assertThat(vendorCredits()).isEqualTo(spent);
    }

    @Test // vendors/index 6: credits are booked at what they cost; a client at its cap asks nobody and is told so
    void what_records_cost_is_booked_and_a_client_at_its_cap_asks_nobody() {
        Asking asking = scenario().asking();
        Lead lead = known(asking);
        VendorMeter meter = scenario().on().world().meter();
        fates(lead);
        MicroAud cost = MeteredUnit.CREDIT.usualPrice().times(record(lead).vendorCredits());
        assertThat(cost).isGreaterThan(MicroAud.ZERO);
        assertThat(scenario()
                        .read(
                                asking.client(),
                                () -> meter.spent(
                                        asking.client(), "fake", scenario().now())))
                .isEqualTo(new VendorCap.Spent(cost, cost));

        Lead next = known(asking);
        long spent = vendorCredits();
        VendorMeter full = new VendorMeter(meter.book(), new VendorCap(cost, cost), VendorMeter.USUAL_RATE);
        EnrichLeads.Part part =
                enrich(client -> Optional.of(vendor()), full).enrich(asking.client(), List.of(next.id()), false);
        assertThat(part.fates()).isEqualTo(Map.of(Fate.FAILED, 1));
        assertThat(part.failure()).get().isInstanceOf(VendorFailure.OutOfCredits.class);
        assertThat(vendorCredits()).isEqualTo(spent);
        assertThat(balance(asking)).as("the client's own credit is free again").isEqualTo(QUOTA - 1);
        StepResult.Done run = (StepResult.Done) new StepsByHand(flow(enrich(client -> Optional.of(vendor()), full)))
                .of(asking.client(), Map.of("lead_id", next.id().text()), START)
                .getLast();
        assertThat(run.counts().failed())
                .as("no trouble of the account: its breaker stays shut")
                .isEqualTo(1);
        assertThat(StepsByHand.told(run).words()).containsEntry("reason", "client_cap");
    }

    @Test // PLAN-4: charged once, however often it is completed
    void a_wish_to_complete_a_lead_again_costs_no_second_credit() {
        Asking asking = scenario().asking();
        Lead lead = known(asking);
        fates(lead);
        scenario().advance(Duration.ofDays(100));

        assertThat(enrich().enrich(lead.clientId(), List.of(lead.id()), true).fates())
                .isEqualTo(Map.of(Fate.ENRICHED, 1));

        assertThat(balance(asking)).isEqualTo(QUOTA - 1);
    }

    @Test // flows 2.6 stage 8: enrolled where the campaign is active and the tier is not dead
    void whoever_is_worth_a_message_once_completed_is_taken_up_by_the_campaign_that_runs() {
        Asking asking = scenario().asking();
        Lead joined = scored(joined(asking, known(asking)));
        Lead without = known(asking);
        assertThat(tier(joined)).as("so little is known").isEqualTo(Tier.DEAD);
        assertThat(takeUp(joined)).as("dead").isZero();

        fates(joined, without);

        assertThat(tier(joined)).isEqualTo(Tier.WARM);
        assertThat(runs(joined, without)).containsOnlyKeys(joined.id());
        assertThat(takeUp(joined)).as("again").isZero();
    }

    @Test // flows 2.6 stage 8, outreach 2.6: who was enrolled once is not begun again by being completed
    void a_run_that_ended_is_not_begun_again() {
        Asking asking = scenario().asking();
        Lead lead = joined(asking, known(asking));
        fates(lead);
        Map<LeadId, Enrolment> run = runs(lead);
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .outreach()
                                .stopOutreach()
                                .stop(asking.client(), lead.id(), StopReason.Plain.NOT_ASSIGNED));
        scenario().advance(Duration.ofDays(100));

        assertThat(enrich().enrich(asking.client(), List.of(lead.id()), true).fates())
                .isEqualTo(Map.of(Fate.ENRICHED, 1));

        Enrolment after = runs(lead).get(lead.id());
        assertThat(after.id()).isEqualTo(run.get(lead.id()).id());
        assertThat(after.state().isTerminal()).isTrue();
    }

    private int takeUp(Lead lead) {
        return scenario().outreach().takeUpLeads().takeUp(lead.clientId(), List.of(lead.id()));
    }

    private Tier tier(Lead lead) {
        return Objects.requireNonNull(scenario().reread(lead).score()).tier();
    }

    private Lead scored(Lead lead) {
        scenario()
                .run(
                        lead.clientId(),
                        () -> scenario()
                                .scoring()
                                .scoreLeads()
                                .score(lead.clientId(), List.of(lead.id()), ScoreCause.INITIAL));
        return scenario().reread(lead);
    }

    private Lead joined(Asking asking, Lead lead) {
        Lead before = scenario().reread(lead);
        return scenario()
                .read(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .leads()
                                .update(before.change()
                                        .campaignId(asking.campaign().id())
                                        .lead()));
    }

    private Map<LeadId, Enrolment> runs(Lead... leads) {
        ClientId client = leads[0].clientId();
        return scenario()
                .read(
                        client,
                        () -> scenario()
                                .on()
                                .outreach()
                                .enrolments()
                                .newest(client, Stream.of(leads).map(Lead::id).toList()));
    }

    @Test // content 1.1: reserve, then settle or release
    void whoever_is_not_found_costs_nothing_and_is_tried_again_in_a_week() {
        Asking asking = scenario().asking();
        Lead lead = own(asking);

        assertThat(fates(lead)).isEqualTo(Map.of(Fate.NOT_FOUND, 1));

        assertThat(balance(asking)).isEqualTo(QUOTA);
        assertThat(record(lead).credit()).isEqualTo(Enrichment.Credit.NONE);
        assertThat(record(lead).misses()).isEqualTo(1);
        assertThat(scenario().reread(lead).status()).isEqualTo(LeadStatus.NEW);
        assertThat(fates(lead)).isEqualTo(Map.of(Fate.NOT_DUE, 1));
        scenario().advance(Duration.ofDays(7));
        assertThat(fates(lead)).isEqualTo(Map.of(Fate.NOT_FOUND, 1));
    }

    @Test // content 1.1: no credit => paid tiers are skipped
    void without_a_credit_no_vendor_is_asked() {
        Asking asking = scenario().asking();
        Lead one = known(asking);
        Lead two = known(asking);
        spend(asking, QUOTA - 1);
        long before = vendorCredits();

        assertThat(fates(one, two)).isEqualTo(Map.of(Fate.ENRICHED, 1, Fate.NO_CREDITS, 1));

        assertThat(balance(asking)).isZero();
        assertThat(before - vendorCredits()).isEqualTo(1);
    }

    @Test // PLAN-4: a pool lead is paid when it is claimed
    void a_lead_of_the_pool_costs_nothing_more() {
        Asking asking = scenario().asking();
        scenario().pool(1);
        done(assign(asking, 1, "monday"));
        Lead lead = leads(asking).getFirst();
        offer(profile(lead, null, null, null));

        assertThat(fates(lead)).isEqualTo(Map.of(Fate.ENRICHED, 1));
        assertThat(balance(asking)).isEqualTo(QUOTA - 1);
    }

    @Test // content 1.2 tier 0, 1.4: cache hits are free, for 90 days
    void what_somebody_bought_for_the_pool_completes_a_lead_for_nothing() {
        Asking asking = scenario().asking();
        scenario().pool(1);
        done(assign(asking, 1, "monday"));
        Lead lead = leads(asking).getFirst();
        PoolPerson person = person(lead);
        scenario()
                .run(
                        asking.client(),
                        () -> enrichments()
                                .bought(List.of(person.id()), scenario().now()));
        long before = vendorCredits();

        assertThat(enrich().enrich(asking.client(), List.of(lead.id()), false).fates())
                .isEqualTo(Map.of(Fate.FROM_POOL, 1));
        assertThat(vendorCredits()).isEqualTo(before);
        assertThat(record(lead).source()).isEqualTo(Enrichment.POOL);

        scenario().advance(Duration.ofDays(90).plusSeconds(1));
        assertThat(scenario()
                        .<Object>read(
                                asking.client(),
                                () -> enrichments()
                                        .boughtSince(
                                                List.of(person.id()),
                                                scenario().now().minus(Enrichment.KEEPS))))
                .isEqualTo(Set.of());
    }

    @Test // content 1.4: identity_mismatch
    void somebody_of_another_name_is_not_taken_for_the_lead() {
        Asking asking = scenario().asking();
        Lead lead = own(asking);
        offer(profile(
                lead,
                new PersonDetails("Max", "Rival", "CEO", Seniority.C_SUITE, null, null, Country.AUSTRALIA),
                "rival.example",
                null,
                null,
                null));

        assertThat(fates(lead)).isEqualTo(Map.of(Fate.IDENTITY_MISMATCH, 1));
        assertThat(scenario().reread(lead).person().lastName()).isEqualTo("Raman");
        assertThat(balance(asking)).isEqualTo(QUOTA);
    }

    @Test // §5: vendor down; content 1.1: a failure counts as no attempt
    void a_vendor_that_is_away_leaves_everything_as_it_was() {
        Asking asking = scenario().asking();
        Lead lead = known(asking);
        breakDown();

        EnrichLeads.Part part = enrich().enrich(asking.client(), List.of(lead.id()), false);

        assertThat(part.fates()).isEqualTo(Map.of(Fate.FAILED, 1));
        assertThat(part.failure()).isPresent();
        assertThat(balance(asking)).isEqualTo(QUOTA);
        assertThat(record(lead).misses()).isZero();
        assertThat(scenario().<Integer>read(asking.client(), () -> enrichments().reserved(asking.client(), START)))
                .isZero();
    }

    @Test
    void a_client_without_a_vendor_and_a_suppressed_lead_are_left_out() {
        Asking asking = scenario().asking();
        Lead lead = known(asking);

        assertThat(enrich(client -> Optional.empty())
                        .enrich(asking.client(), List.of(lead.id()), false)
                        .fates())
                .isEqualTo(Map.of(Fate.NO_VENDOR, 1));
        suppress(
                asking.client(),
                Objects.requireNonNull(lead.contact().email()).domain().value(),
                SuppressionReason.COMPETITOR);
        assertThat(fates(lead)).isEqualTo(Map.of(Fate.SUPPRESSED, 1));
    }

    @Test // TIER-3: ALS >= 85 and a trigger; the triggers are stored with the result
    void a_hot_founder_is_worth_the_dearest_research() {
        Asking asking = scenario().asking();
        Lead lead = own(asking);
        offer(profile(
                lead,
                new PhoneNumber("+61491570006"),
                LinkedInUrl.parse("https://www.linkedin.com/in/priya-raman-example")
                        .orElseThrow(),
                LocalDate.ofInstant(START, ZoneOffset.UTC).minusDays(60)));
        Lead cool = known(asking);

        fates(lead, cool);

        assertThat(Objects.requireNonNull(scenario().reread(lead).score()).score())
                .as("8 + 3 + 4 + 25 + 25 + 6 + 15")
                .isEqualTo(86);
        assertThat(record(lead).deep().eligible()).isTrue();
        assertThat(record(lead).deep().triggers()).containsExactly(Trigger.EXECUTIVE);
        assertThat(record(cool).deep().eligible()).isFalse();
        assertThat(record(cool).deep().triggers()).contains(Trigger.EXECUTIVE);
    }

    private List<LeadId> chosenLeads = List.of();

    /** The chosen leads come in two pages. */
    private Flow<?> flow() {
        return flow(enrich());
    }

    private Flow<?> flow(EnrichLeads enrich) {
        ChosenLeads chosen = (client, filter, place, ordered, size) -> {
            List<Listed> all = scenario().on().world().leads().leads().findAll(client, chosenLeads).stream()
                    .sorted(Comparator.comparing(lead -> lead.id().text()))
                    .map(lead -> new Listed(lead, null, Map.of(), Progress.NONE))
                    .toList();
            return place == null
                    ? new ChosenLeads.Page(all.subList(0, 1), Optional.of("second"))
                    : new ChosenLeads.Page(all.subList(1, all.size()), Optional.empty());
        };
        return LeadEnrichment.flow(
                enrich, enrichments(), chosen, scenario().on().units());
    }

    @Test // api 9.6: bulk actions take ids or a filter
    void a_run_completes_the_leads_of_a_choice_page_by_page() {
        Asking asking = scenario().asking();
        chosenLeads =
                List.of(known(asking).id(), known(asking).id(), known(asking).id());
        known(asking);

        StepResult.Done done = (StepResult.Done) new StepsByHand(flow())
                .of(asking.client(), Map.of("filter.status", "new"), START)
                .getLast();

        assertThat(done.counts().total()).isEqualTo(3);
        assertThat(done.counts().done()).isEqualTo(3);
        assertThat(flow().read().apply(Map.of("filter.status", "lost")))
                .isEqualTo(Result.err("filter.status is not known so"));
    }

    @Test // api 9.6: POST leads/{id}/enrich, leads/enrichment-jobs; flows 2.6
    void a_run_completes_all_leads_part_by_part() {
        Asking asking = scenario().asking();
        List<Lead> leads = Stream.generate(() -> known(asking)).limit(30).toList();

        StepResult.Done done = (StepResult.Done)
                new StepsByHand(flow()).of(asking.client(), Map.of(), START).getLast();

        assertThat(done.counts().total()).isEqualTo(30);
        assertThat(done.counts().done()).isEqualTo(30);
        assertThat(balance(asking)).isEqualTo(QUOTA - 30);
        StepResult.Done again = (StepResult.Done) new StepsByHand(flow())
                .of(asking.client(), Map.of("lead_id", leads.getFirst().id().text()), START)
                .getLast();
        assertThat(again.counts().skipped()).isEqualTo(1);
        assertThat(new StepsByHand(flow())
                        .of(
                                asking.client(),
                                Map.of("campaign_id", asking.campaign().id().text()),
                                START)
                        .getLast())
                .isInstanceOfSatisfying(
                        StepResult.Done.class,
                        none -> assertThat(none.counts().total()).isZero());
    }

    @Test // flows 1.6: lead_enrichment:<run>: runs stand beside each other, and nobody is looked up or charged twice
    void runs_at_once_look_nobody_up_twice() throws Exception {
        Asking asking = scenario().asking();
        List<LeadId> leads = Stream.generate(() -> known(asking).id()).limit(12).toList();
        long before = vendorCredits();
        EnrichLeads use = enrich();
        Callable<Integer> run = () -> use.enrich(asking.client(), leads, false).of(Fate.ENRICHED);

        int completed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> one : threads.invokeAll(List.of(run, run, run, run))) {
                completed += one.get();
            }
        }

        assertThat(completed).isEqualTo(12);
        assertThat(before - vendorCredits()).isEqualTo(12);
        assertThat(balance(asking)).isEqualTo(QUOTA - 12);
    }
}

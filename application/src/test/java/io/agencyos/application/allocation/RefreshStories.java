package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.keeping.StaleRefresh;
import io.agencyos.application.allocation.store.StaleLeads;
import io.agencyos.application.lead.enrichment.EnrichLeads.Fate;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.scoring.ExplainScore;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.scoring.BuyerRecord;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How leads that go out today are looked up again, over whatever stores and vendor. Source: flows 2.7, POOL-13. */
abstract class RefreshStories extends EmployerStories {

    private Flow<?> flow() {
        StaleLeads stale = new StaleLeads(
                freshness(), scenario().on().world().clients(), scenario().on().units(), now::get);
        return StaleRefresh.flow(stale, enrich(), scenario().keeping(), (at, after, limit) -> List.of());
    }

    private StepResult refresh(Asking asking) {
        return new StepsByHand(flow())
                .of(asking.client(), Map.of(), scenario().now())
                .getLast();
    }

    private Lead due(Asking asking) {
        return leads(asking).getFirst();
    }

    @Test // flows 2.6: already on another live lead of the client: the newer one is archived, and nobody hears of us
    // twice
    void of_two_leads_that_turn_out_to_be_one_person_the_newer_is_put_away() {
        Asking asking = scenario().asking();
        LinkedInUrl page = LinkedInUrl.ofKey("in/priya-" + UUID.randomUUID()).orElseThrow();
        Lead first = own(asking);
        scenario().advance(Duration.ofMinutes(1));
        Lead second = own(asking);
        offer(profile(first, null, page, null));
        offer(profile(second, null, page, null));

        assertThat(fates(first)).isEqualTo(Map.of(Fate.ENRICHED, 1));
        assertThat(fates(second)).isEqualTo(Map.of(Fate.DUPLICATE, 1));

        assertThat(scenario().reread(first).contact().linkedIn()).isEqualTo(page);
        assertThat(scenario().reread(first).status()).isNotEqualTo(LeadStatus.ARCHIVED);
        assertThat(scenario().reread(second).status()).isEqualTo(LeadStatus.ARCHIVED);
        assertThat(scenario().reread(second).contact().linkedIn()).isNull();
        assertThat(record(second).credit()).isEqualTo(Enrichment.Credit.NONE);
    }

    @Test // flows 2.6: whichever of the two is looked up, and whatever goes on with the newer one ends
    void the_newer_lead_is_put_away_by_a_look_at_the_older_one_too() {
        Asking asking = scenario().asking();
        LinkedInUrl page = LinkedInUrl.ofKey("in/priya-" + UUID.randomUUID()).orElseThrow();
        Lead older = own(asking);
        scenario().advance(Duration.ofMinutes(1));
        Lead bare = own(asking);
        Lead newer = scenario()
                .read(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .leads()
                                .update(bare.change()
                                        .campaignId(asking.campaign().id())
                                        .lead()));
        offer(profile(newer, null, page, null));
        assertThat(fates(newer)).as("taken up by its campaign").isEqualTo(Map.of(Fate.ENRICHED, 1));
        offer(profile(older, null, page, null));

        assertThat(fates(older)).isEqualTo(Map.of(Fate.ENRICHED, 1));

        assertThat(scenario().reread(newer).status()).isEqualTo(LeadStatus.ARCHIVED);
        assertThat(scenario()
                        .read(
                                asking.client(),
                                () -> scenario()
                                        .on()
                                        .outreach()
                                        .enrolments()
                                        .newest(asking.client(), List.of(newer.id())))
                        .get(newer.id()))
                .satisfies(run -> assertThat(run.state().isTerminal()).isTrue());
    }

    @Test // outreach 6.2: an opt-out is person-wide, and who is the same person is learnt of vendors too
    void whoever_turns_out_to_be_somebody_who_asked_for_peace_is_left_alone() {
        Asking asking = scenario().asking();
        LinkedInUrl page = LinkedInUrl.ofKey("in/priya-" + UUID.randomUUID()).orElseThrow();
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        Suppressions list = scenario().on().world().leads().suppressions();
        scenario()
                .run(
                        asking.client(),
                        () -> list.add(List.of(new Suppression(
                                id,
                                asking.client(),
                                SuppressionKeyType.LINKEDIN,
                                page.key(),
                                SuppressionReason.UNSUBSCRIBED,
                                SuppressionSource.LINKEDIN,
                                id,
                                null,
                                scenario().now(),
                                null,
                                0))));
        Lead lead = own(asking);
        offer(profile(lead, null, page, null));
        fates(lead);

        Lead after = scenario().reread(lead);
        assertThat(after.contact().linkedIn()).isNull();
        assertThat(scenario()
                        .read(
                                asking.client(),
                                () -> list.match(
                                        asking.client(),
                                        Suppressions.Subject.of(after),
                                        scenario().now())))
                .map(Suppression::reason)
                .contains(SuppressionReason.UNSUBSCRIBED);
    }

    @Test // POOL-14: unsubscribed with any client stops globally
    void whoever_turns_out_to_have_opted_out_elsewhere_is_left_alone_here() {
        Asking asking = scenario().asking();
        LinkedInUrl page = LinkedInUrl.ofKey("in/priya-" + UUID.randomUUID()).orElseThrow();
        PoolPeople people = scenario().on().world().leads().people();
        PoolPerson person = Leadbook.poolPerson(
                new PoolPersonId(UUID.randomUUID()), new ContactPoints(null, EmailStatus.UNKNOWN, null, page), "Priya");
        IdentityKey key = new IdentityKey(IdentityKey.Kind.LINKEDIN, page.key());
        scenario().on().units().onPlatform(() -> {
            people.insertAll(Map.of(person, List.of(key)));
            people.findAll(List.of(person.id())).forEach(one -> people.updateAll(Map.of(one.optedOut(), List.of())));
        });
        Lead lead = inPool(own(asking));
        offer(profile(lead, null, page, null));
        fates(lead);

        assertThat(person(scenario().reread(lead)).status()).isEqualTo(PoolStatus.UNSUBSCRIBED);
        assertThat(scenario().reread(lead).contact().linkedIn()).isNull();
    }

    /** The same lead with a person of the pool that its client holds. */
    private Lead inPool(Lead lead) {
        PoolPersonId id = new PoolPersonId(UUID.randomUUID());
        LeadPorts ports = scenario().on().world().leads();
        return scenario().read(lead.clientId(), () -> {
            PoolClaim claim = new PoolClaim(
                    id,
                    lead.clientId(),
                    lead.id(),
                    scenario().now(),
                    PoolClaim.ClaimedBy.IMPORT,
                    ClaimStatus.ACTIVE,
                    null);
            ports.people()
                    .insertClaimed(Map.of(Leadbook.poolPerson(id, lead.contact(), "Priya"), List.of()), List.of(claim));
            return ports.leads().update(lead.change().poolPersonId(id).lead());
        });
    }

    @Test // POOL-13, flows 2.7: refreshed before the day's sends, free of charge, then rescored
    void leads_that_go_out_today_are_refreshed_once_a_week() {
        Asking asking = scenario().asking();
        scenario().pool(1);
        done(assign(asking, 1, "monday"));
        Lead lead = due(asking);
        DomainName domain = Objects.requireNonNull(lead.company().domain());
        offer(profile(
                lead,
                new PersonDetails("Priya", "Raman", "Founder", Seniority.FOUNDER, null, null, Country.AUSTRALIA),
                domain.value(),
                null,
                null,
                null));

        assertThat(refresh(asking))
                .isInstanceOfSatisfying(
                        StepResult.Done.class,
                        done -> assertThat(done.counts().done()).isEqualTo(1));

        assertThat(scenario().reread(lead).person().title()).isEqualTo("Founder");
        assertThat(Objects.requireNonNull(scenario().reread(lead).score()).score())
                .isEqualTo(Objects.requireNonNull(lead.score()).score() + 10);
        assertThat(balance(asking)).as("assigned, not refreshed").isEqualTo(QUOTA - 1);
        long before = vendorCredits();
        refresh(asking);
        assertThat(vendorCredits()).isEqualTo(before);
    }

    @Test // B4: hot with confidence < 0.5 triggers enrichment before SMS, voice or mail
    void a_hot_lead_of_which_less_than_half_is_known_is_looked_up_before_its_day() {
        Asking asking = scenario().asking();
        PoolPerson person = scenario().person(EmailStatus.VERIFIED, "CEO and Head of Growth", Country.AUSTRALIA, 25);
        DomainName domain = Objects.requireNonNull(person.company().domain());
        boughtBefore(domain);
        scenario().add(List.of(person));
        done(assign(asking, 1, "monday"));
        Lead lead = due(asking);
        assertThat(Objects.requireNonNull(lead.score()).tier()).isEqualTo(Tier.HOT);
        assertThat(confidence(lead))
                .as("e-mail, title, industry, size, country, buyer")
                .isEqualTo("0.43");
        offer(profile(
                lead,
                lead.person(),
                domain.value(),
                new PhoneNumber("+61491570006"),
                null,
                LocalDate.ofInstant(START, ZoneOffset.UTC).minusDays(60)));

        scenario().advance(Duration.ofHours(1));
        refresh(asking);

        assertThat(confidence(scenario().reread(lead)))
                .as("and phone, role date")
                .isEqualTo("0.57");
        assertThat(balance(asking)).isEqualTo(QUOTA - 1);
    }

    /** Three purchases of which nobody here told. */
    private void boughtBefore(DomainName domain) {
        BuyerRecord buyer = new BuyerRecord(
                domain,
                null,
                null,
                3,
                BigDecimal.valueOf(18_000).setScale(2),
                3,
                List.of("seo", "ads"),
                100,
                START,
                START);
        scenario().on().units().onPlatform(() -> {
            scenario().on().scoring().buyers().insert(buyer);
            return buyer;
        });
    }

    private String confidence(Lead lead) {
        ExplainScore.Outcome told = scenario()
                .scoring()
                .explainScore()
                .explain(new TenantScope(lead.clientId(), null, Role.OWNER), lead.id());
        return String.valueOf(
                ((ExplainScore.Outcome.Explained) told).explanation().confidence());
    }

    /** Somebody of the pool, bought so long ago, in a sequence whose first e-mail is due. */
    private Lead boughtLongAgo(Asking asking, Duration ago) {
        List<PoolPerson> people = scenario().pool(1);
        scenario()
                .run(
                        asking.client(),
                        () -> enrichments().bought(List.of(people.getFirst().id()), START.minus(ago)));
        done(assign(asking, 1, "monday"));
        return due(asking);
    }

    /** The check that keeps the due step from leaving, for a while or for good; nobody here may be written to (22). */
    private String planned(Asking asking, Lead lead) {
        scenario().outreach().plan().run(asking.client(), 10);
        return scenario()
                .<List<Touch>>read(
                        asking.client(),
                        () -> scenario().on().outreach().touches().ofLead(asking.client(), lead.id()))
                .stream()
                .findFirst()
                .map(Touch::code)
                .orElseGet(() ->
                        Objects.requireNonNull(scenario().reread(lead).block()).code());
    }

    @Test // flows 2.7: data > 90 days old ⇒ e-mail re-verified first, else the step waits 1 day (max 3) then is skipped
    void an_address_of_long_ago_waits_three_days_for_somebody_to_verify_it() {
        Asking asking = scenario().asking();
        Lead lead = boughtLongAgo(asking, Duration.ofDays(91));
        breakDown();

        for (int day = 0; day < 3; day++) {
            assertThat(planned(asking, lead)).as("day " + day).isEqualTo("unverified_email");
            assertThat(step(asking, lead)).isZero();
            scenario().advance(Duration.ofHours(18));
            refresh(asking);
            scenario().advance(Duration.ofHours(6));
        }
        assertThat(planned(asking, lead)).isEqualTo("unverified_email");
        assertThat(step(asking, lead)).as("refused, and the sequence goes on").isEqualTo(1);
    }

    @Test // flows 2.7: refreshed, and the pool knows it
    void a_look_that_finds_the_address_verifies_it() {
        Asking asking = scenario().asking();
        Lead lead = boughtLongAgo(asking, Duration.ofDays(91));
        offer(profile(
                lead,
                lead.person(),
                Objects.requireNonNull(lead.company().domain()).value(),
                null,
                null,
                null));
        assertThat(planned(asking, lead)).isEqualTo("unverified_email");

        scenario().advance(Duration.ofHours(18));
        refresh(asking);
        scenario().advance(Duration.ofHours(6));

        assertThat(planned(asking, lead)).isEqualTo("consent_missing");
    }

    @Test // flows 2.7: refresh failed → outreach proceeds on old data
    void an_address_of_ninety_days_is_written_to() {
        Asking asking = scenario().asking();
        Lead lead = boughtLongAgo(asking, Duration.ofDays(90));
        breakDown();
        refresh(asking);

        assertThat(planned(asking, lead)).isEqualTo("consent_missing");
    }

    private int step(Asking asking, Lead lead) {
        return Objects.requireNonNull(enrolments(asking, List.of(lead)).get(lead.id()))
                .currentStep();
    }

    @Test // flows 2.7: employer changed => enrolment stopped job_changed, lead invalid, claim released
    void whoever_works_elsewhere_by_now_is_not_written_to() {
        Asking asking = scenario().asking();
        scenario().pool(1);
        done(assign(asking, 1, "monday"));
        Lead lead = due(asking);
        offer(profile(lead, null, null, null));

        refresh(asking);

        assertThat(scenario().reread(lead).status()).isEqualTo(LeadStatus.INVALID);
        assertThat(enrolments(asking, List.of(lead)).get(lead.id())).satisfies(enrolment -> {
            assertThat(enrolment.state()).isEqualTo(EnrolmentState.STOPPED);
            assertThat(enrolment.stopReason()).isEqualTo("job_changed");
        });
        assertThat(person(lead).status()).isEqualTo(PoolStatus.AVAILABLE);
        assertThat(balance(asking)).as("nobody wrote to the person: PLAN-4").isEqualTo(QUOTA);
    }

    @Test // POOL-13: vendor down => outreach proceeds with existing data
    void a_refresh_that_cannot_ask_changes_nothing_and_asks_again_tomorrow() {
        Asking asking = scenario().asking();
        scenario().pool(1);
        done(assign(asking, 1, "monday"));
        Lead lead = due(asking);
        breakDown();

        // flows 1.7: the vendor's breaker counts it, and holds the flow up once it is open
        assertThat(refresh(asking))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(FailureClass.TRANSIENT));
        assertThat(flow().steps()).extracting(FlowStep::account).containsExactly(Optional.of(PeopleSources.ACCOUNT));

        assertThat(scenario().reread(lead).status()).isEqualTo(lead.status());
        assertThat(scenario()
                        .<List<LeadId>>read(
                                asking.client(),
                                () -> freshness()
                                        .staleAndDue(
                                                asking.client(),
                                                scenario().now(),
                                                scenario().now().plus(Duration.ofDays(1)),
                                                10)))
                .containsExactly(lead.id());
    }
}

package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.NotFree;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client's own leads go into a campaign: the same stories in memory and on PostgreSQL. */
public abstract class AssignLeadsContract {

    private final AtomicReference<Instant> now = new AtomicReference<>(Leadbook.MONDAY);
    private @Nullable AllocationScenario scenario;

    protected abstract AllocationScenario.Stores stores(AtomicReference<Instant> now);

    @BeforeEach
    void begin() {
        scenario = new AllocationScenario(stores(now), now);
    }

    @Test // POOL-8.5, PLAN-4: what the client brought costs nothing
    void the_best_leads_that_no_campaign_uses_are_enrolled_without_a_credit() {
        Asking asking = scenario().asking();
        Lead weak = scored(asking, scenario().lead(asking, of(EmailStatus.GUESSED, "Assistant"), LeadStatus.NEW, null));
        Lead best = scored(asking, scenario().lead(asking, of(EmailStatus.VERIFIED, "CEO"), LeadStatus.NEW, null));
        Lead good = scored(
                asking, scenario().lead(asking, of(EmailStatus.VERIFIED, "Head of Growth"), LeadStatus.NEW, null));

        AssignLeads.Report report = done(assign(asking, asking.campaign(), 2, null, "monday"));

        assertThat(points(best)).isGreaterThan(points(good));
        assertThat(points(good)).isGreaterThan(points(weak));
        assertThat(report.assigned()).isEqualTo(2);
        assertThat(report.enrolled()).isEqualTo(2);
        assertThat(enrolled(asking, List.of(best, good, weak))).containsOnlyKeys(best.id(), good.id());
        assertThat(scenario().reread(best).campaignId())
                .isEqualTo(asking.campaign().id());
        assertThat(scenario().reread(weak).campaignId()).isNull();
        assertThat(scenario()
                        .read(asking.client(), () -> scenario().on().credits().balance(asking.client())))
                .isEqualTo(1_250);
    }

    @Test
    void the_same_request_again_does_nothing_and_another_takes_the_next() {
        Asking asking = scenario().asking();
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            leads.add(scored(asking, scenario().lead(asking)));
        }
        AssignLeads.Report first = done(assign(asking, asking.campaign(), 2, null, "monday"));

        assertThat(done(assign(asking, asking.campaign(), 2, null, "monday"))).isEqualTo(first);
        assertThat(enrolled(asking, leads)).hasSize(2);
        assertThat(assign(asking, asking.campaign(), 3, null, "monday")).isEqualTo(new AssignLeads.Outcome.KeyReused());
        AssignLeads.Report rest = done(assign(asking, asking.campaign(), 10, null, "tuesday"));
        assertThat(rest.assigned()).isEqualTo(3);
        assertThat(rest.shortfall()).isEqualTo(7);
        assertThat(enrolled(asking, leads)).hasSize(5);
    }

    @Test // outreach 2.6: a draft campaign enrols nobody; its leads wait for it
    void a_draft_campaign_gets_its_leads_and_starts_none() {
        Asking asking = scenario().asking();
        Campaign draft = stored(Outreachbook.campaign(asking.client(), CampaignStatus.DRAFT));
        Lead lead = scored(asking, scenario().lead(asking));

        AssignLeads.Report report = done(assign(asking, draft, 1, null, "monday"));

        assertThat(report.assigned()).isEqualTo(1);
        assertThat(report.enrolled()).isZero();
        assertThat(scenario().reread(lead).campaignId()).isEqualTo(draft.id());
        assertThat(enrolled(asking, List.of(lead))).isEmpty();
    }

    @Test
    void leads_of_another_campaign_and_those_already_written_to_stay_where_they_are_and_are_counted() {
        Asking asking = scenario().asking();
        Campaign other = stored(Outreachbook.campaign(asking.client(), CampaignStatus.ACTIVE));
        scored(asking, scenario().lead(asking, scenario().person(), LeadStatus.NEW, other));
        scored(asking, scenario().lead(asking, scenario().person(), LeadStatus.REPLIED, null));
        scored(asking, scenario().lead(asking, scenario().person(), LeadStatus.UNSUBSCRIBED, null));
        scored(asking, scenario().lead(asking, scenario().person(), LeadStatus.ARCHIVED, other));
        Lead waiting = scored(asking, scenario().lead(asking, scenario().person(), LeadStatus.NEW, asking.campaign()));

        AssignLeads.Report report = done(assign(asking, asking.campaign(), 10, null, "monday"));

        assertThat(report.assigned()).isEqualTo(1);
        assertThat(report.notFree())
                .isEqualTo(Map.of(NotFree.ENDED, 2, NotFree.UNDER_WAY, 1, NotFree.OTHER_CAMPAIGN, 1));
        assertThat(done(assign(asking, other, 1, null, "tuesday")).notFree())
                .as("nothing is short")
                .isEmpty();
        assertThat(enrolled(asking, List.of(waiting))).hasSize(1);
    }

    @Test // ALS-13: tiers begin at 85, 60, 35 and 20
    void a_minimum_tier_leaves_the_lower_ones() {
        Asking asking = scenario().asking();
        Lead weak = scored(asking, scenario().lead(asking, of(EmailStatus.UNKNOWN, "Assistant"), LeadStatus.NEW, null));
        Lead strong = scored(asking, scenario().lead(asking, of(EmailStatus.VERIFIED, "CEO"), LeadStatus.NEW, null));
        Tier tier = Objects.requireNonNull(strong.score()).tier();
        assertThat(points(weak)).isLessThan(tier.lowestScore());

        AssignLeads.Report report = done(assign(asking, asking.campaign(), 5, tier, "monday"));

        assertThat(report.assigned()).isEqualTo(1);
        assertThat(report.notFree()).isEqualTo(Map.of(NotFree.BELOW_TIER, 1));
        assertThat(enrolled(asking, List.of(weak, strong))).containsOnlyKeys(strong.id());
    }

    @Test // POOL-6 checks 10 and 13
    void a_suppressed_lead_and_a_dead_one_are_counted_and_left() {
        Asking asking = scenario().asking();
        Lead fine = scored(asking, scenario().lead(asking));
        Lead rival = scored(asking, scenario().lead(asking));
        Lead dead = scenario().lead(asking);
        suppress(dead, SuppressionReason.DO_NOT_CONTACT, scenario().now().plusSeconds(60));
        scored(asking, dead);
        now.updateAndGet(instant -> instant.plusSeconds(120));
        suppress(rival, SuppressionReason.COMPETITOR, null);

        AssignLeads.Report report = done(assign(asking, asking.campaign(), 10, null, "monday"));

        assertThat(report.assigned()).isEqualTo(1);
        assertThat(report.refused())
                .isEqualTo(Map.of(AssignmentRefusal.CLIENT_SUPPRESSED, 1, AssignmentRefusal.SCORE_DEAD, 1));
        assertThat(enrolled(asking, List.of(fine, rival, dead))).containsOnlyKeys(fine.id());
    }

    @Test // POOL-6 checks 4 and 6, api 3
    void requests_that_cannot_be_served_are_refused() {
        Asking asking = scenario().asking();
        Campaign nobodys = Outreachbook.campaign(asking.client(), CampaignStatus.ACTIVE);

        assertThat(assign(asking, asking.campaign(), 0, null, "a")).isEqualTo(refused(AssignmentRefusal.INVALID_COUNT));
        assertThat(assign(asking, asking.campaign(), 10_001, null, "a"))
                .isEqualTo(refused(AssignmentRefusal.INVALID_COUNT));
        assertThat(assign(asking, nobodys, 1, null, "a")).isEqualTo(refused(AssignmentRefusal.CAMPAIGN_INACTIVE));
        assertThat(scenario()
                        .allocation()
                        .assignLeads()
                        .assign(
                                new TenantScope(asking.client(), null, Role.VIEWER),
                                request(asking.campaign().id(), 1, null, "a")))
                .isEqualTo(new AssignLeads.Outcome.RoleRequired());
    }

    private AllocationScenario scenario() {
        return Objects.requireNonNull(scenario);
    }

    private io.agencyos.domain.lead.PoolPerson of(EmailStatus address, String title) {
        return scenario().person(address, title, Country.AUSTRALIA, 25);
    }

    private Campaign stored(Campaign campaign) {
        scenario()
                .run(
                        campaign.clientId(),
                        () -> scenario().on().world().campaigns().insert(campaign, Campaignbook.emails(campaign)));
        return campaign;
    }

    private Lead scored(Asking asking, Lead lead) {
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .scoring()
                                .scoreLeads()
                                .score(asking.client(), List.of(lead.id()), ScoreCause.INITIAL));
        return scenario().reread(lead);
    }

    private static int points(Lead lead) {
        return Objects.requireNonNull(lead.score()).score();
    }

    private AssignLeads.Outcome assign(
            Asking asking, Campaign campaign, int count, @Nullable Tier minimum, String key) {
        return scenario()
                .allocation()
                .assignLeads()
                .assign(asking.worker(), request(campaign.id(), count, minimum, key));
    }

    private static AssignLeads.Request request(CampaignId campaign, int count, @Nullable Tier minimum, String key) {
        return new AssignLeads.Request(campaign, count, minimum, key);
    }

    private static AssignLeads.Outcome refused(AssignmentRefusal refusal) {
        return new AssignLeads.Outcome.Refused(refusal);
    }

    private static AssignLeads.Report done(AssignLeads.Outcome outcome) {
        if (outcome instanceof AssignLeads.Outcome.Done(AssignLeads.Report report)) {
            return report;
        }
        throw new AssertionError(outcome);
    }

    private Map<LeadId, Enrolment> enrolled(Asking asking, Collection<Lead> leads) {
        return scenario()
                .read(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .outreach()
                                .enrolments()
                                .newest(
                                        asking.client(),
                                        leads.stream().map(Lead::id).toList()));
    }

    private void suppress(Lead lead, SuppressionReason reason, @Nullable Instant until) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        scenario()
                .run(
                        lead.clientId(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .suppressions()
                                .add(List.of(new Suppression(
                                        id,
                                        lead.clientId(),
                                        SuppressionKeyType.PERSON,
                                        lead.id().text(),
                                        reason,
                                        SuppressionSource.MANUAL,
                                        id,
                                        null,
                                        Leadbook.MONDAY,
                                        until,
                                        0))));
    }
}

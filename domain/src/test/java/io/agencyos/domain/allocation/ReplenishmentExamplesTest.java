package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.allocation.Replenishment.Verdict;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of scoring 3.10, 3.11 and flows 2.16. */
class ReplenishmentExamplesTest {

    private static final Instant DAY = Instant.parse("2026-03-10T00:00:00Z");

    /** 400 new + 300 enriched + 200 scored + 900 in sequence + 50 replied = 1,850; the rest does not count. */
    private static final Map<LeadStatus, Integer> VELOCITY = Map.of(
            LeadStatus.NEW, 400,
            LeadStatus.ENRICHED, 300,
            LeadStatus.SCORED, 200,
            LeadStatus.IN_SEQUENCE, 900,
            LeadStatus.REPLIED, 50,
            LeadStatus.COMPLETED, 700,
            LeadStatus.CONVERTED, 9);

    @Test // POOL-12: pipeline 1,850, gap 400, with 60/25/15: 240/100/60
    void the_gap_of_a_velocity_client_goes_to_its_campaigns_by_their_shares() {
        Replenishment.Plan plan =
                Replenishment.plan(facts(2_250, 2_250, VELOCITY, ReplenishmentMode.SMART, true, 60, 25, 15));

        assertThat(plan.verdict()).isEqualTo(Verdict.SOURCE);
        assertThat(plan.pipeline()).isEqualTo(1_850);
        assertThat(plan.gap()).isEqualTo(400);
        assertThat(plan.need()).isEqualTo(400);
        assertThat(plan.byCampaign()).isEqualTo(Map.of(campaign(0), 240, campaign(1), 100, campaign(2), 60));
    }

    @Test // POOL-12: pipeline 2,300, gap 0, "pipeline full", no sourcing
    void a_full_pipeline_wants_nothing() {
        Replenishment.Plan plan = Replenishment.plan(
                facts(2_250, 2_250, Map.of(LeadStatus.IN_SEQUENCE, 2_300), ReplenishmentMode.SMART, true, 100));

        assertThat(plan.verdict()).isEqualTo(Verdict.PIPELINE_FULL);
        assertThat(plan.gap()).isZero();
        assertThat(plan.need()).isZero();
        assertThat(plan.byCampaign()).isEmpty();
    }

    @ParameterizedTest // flows 2.16: quota 1,250, pipeline 900, balance 1,250: need 350; pipeline 1,400: 0
    @CsvSource({
        "smart, 900, 1250, 350, source",
        "smart, 1400, 1250, 0, pipeline_full",
        "smart, 900, 100, 100, source",
        "full, 900, 1250, 1250, source",
        "full, 900, 300, 300, source",
        "manual, 900, 1250, 350, approval_needed"
    })
    void each_mode_has_its_need(String mode, int pipeline, int balance, int need, String verdict) {
        ReplenishmentMode chosen = Arrays.stream(ReplenishmentMode.values())
                .filter(one -> one.wire().equals(mode))
                .findFirst()
                .orElseThrow();

        Replenishment.Plan plan =
                Replenishment.plan(facts(1_250, balance, Map.of(LeadStatus.NEW, pipeline), chosen, true, 100));

        assertThat(plan.need()).isEqualTo(need);
        assertThat(plan.verdict().wire()).isEqualTo(verdict);
    }

    @Test // POOL-12: auto_replenish false behaves as manual; flows 2.16: no active campaign, nothing claimed or charged
    void a_person_decides_where_the_client_wants_it_and_no_campaign_takes_nothing() {
        Map<LeadStatus, Integer> empty = Map.of();

        assertThat(Replenishment.plan(facts(1_250, 1_250, empty, ReplenishmentMode.SMART, false, 100))
                        .verdict())
                .isEqualTo(Verdict.APPROVAL_NEEDED);
        assertThat(Replenishment.plan(facts(1_250, 1_250, empty, ReplenishmentMode.SMART, true))
                        .verdict())
                .isEqualTo(Verdict.NO_ACTIVE_CAMPAIGN);
    }

    @Test // flows 2.16: 40 % and 35 % active, 300 leads: 160 and 140
    void shares_of_the_active_campaigns_are_normalised() {
        assertThat(Replenishment.plan(facts(300, 300, Map.of(), ReplenishmentMode.SMART, true, 40, 35))
                        .byCampaign())
                .isEqualTo(Map.of(campaign(0), 160, campaign(1), 140));
    }

    @Test // POOL-12: alert when pipeline < 100
    void few_leads_are_told() {
        assertThat(Replenishment.plan(facts(1_250, 0, Map.of(LeadStatus.NEW, 99), ReplenishmentMode.SMART, true, 100))
                        .low())
                .isTrue();
        assertThat(Replenishment.plan(facts(1_250, 0, Map.of(LeadStatus.NEW, 100), ReplenishmentMode.SMART, true, 100))
                        .low())
                .isFalse();
    }

    @Test // POOL-12.2: lookalikes, the same of any size, plain profile; portfolio domains excluded everywhere
    void the_waterfall_widens_tier_by_tier() {
        Set<DomainName> portfolio = Set.of(new DomainName("client.example"));
        SourcingTier.Wish wish = new SourcingTier.Wish(
                List.of("Marketing"), List.of("Head of Growth"), List.of("11-50"), List.of(), Set.of());

        List<SourcingTier> tiers = SourcingTier.waterfall(wish, List.of("Retail"), portfolio);

        assertThat(tiers)
                .extracting(SourcingTier::name)
                .containsExactly(
                        SourcingTier.Name.LOOKALIKES,
                        SourcingTier.Name.LOOKALIKES_OF_ANY_SIZE,
                        SourcingTier.Name.PROFILE);
        assertThat(tiers)
                .extracting(SourcingTier::industries)
                .containsExactly(List.of("Retail"), List.of("Retail"), List.of("Marketing"));
        assertThat(tiers)
                .extracting(SourcingTier::sizes)
                .containsExactly(List.of("11-50"), List.of(), List.of("11-50"));
        assertThat(tiers).allSatisfy(tier -> {
            assertThat(tier.titles()).containsExactly("Head of Growth");
            assertThat(tier.places()).containsExactly("Australia");
            assertThat(tier.excluded()).isEqualTo(portfolio);
            assertThat(tier.seniorities())
                    .contains(Seniority.DIRECTOR, Seniority.VP, Seniority.C_SUITE, Seniority.OWNER, Seniority.FOUNDER);
            assertThat(tier.seniorities().contains(Seniority.MANAGER))
                    .isEqualTo(tier.name() != SourcingTier.Name.PROFILE);
        });
        assertThat(SourcingTier.waterfall(wish, List.of(), portfolio))
                .extracting(SourcingTier::name)
                .containsExactly(SourcingTier.Name.PROFILE);
    }

    @Test // POOL-12: < 100 unstarted leads gets max(20, 2 x its daily start share), smallest buffer first
    void a_campaign_that_runs_out_is_topped_up_by_two_days_starts() {
        TopUp.Buffer full = new TopUp.Buffer(campaign(0), 100, 57);
        TopUp.Buffer some = new TopUp.Buffer(campaign(1), 99, 57);
        TopUp.Buffer none = new TopUp.Buffer(campaign(2), 0, 9);

        assertThat(TopUp.due(List.of(full, some, none))).containsExactly(none, some);
        assertThat(List.of(some.size(), none.size())).containsExactly(114, 20);
    }

    @ParameterizedTest // POOL-13: enriched 2026-03-09 05:00; at 2026-03-16 05:00 exactly 7 days, not stale; 05:01 stale
    @CsvSource({"2026-03-16T05:00:00Z, false", "2026-03-16T05:01:00Z, true"})
    void facts_are_stale_after_seven_days_and_not_at_seven(Instant now, boolean stale) {
        Instant enriched = Instant.parse("2026-03-09T05:00:00Z");

        assertThat(Staleness.isStale(enriched, now)).isEqualTo(stale);
        assertThat(Staleness.isStale(null, now)).isTrue();
    }

    @Test // POOL-13: a refresh that finds nothing is retried after 7 days; stale > 30 days drops recent facts
    void a_look_that_found_nothing_waits_and_very_old_facts_are_not_written_about() {
        Instant enriched = DAY.minus(Duration.ofDays(10));

        assertThat(Staleness.isLookedUp(enriched, null, DAY)).isTrue();
        assertThat(Staleness.isLookedUp(enriched, DAY.minus(Duration.ofDays(7)).plusSeconds(1), DAY))
                .isFalse();
        assertThat(Staleness.isLookedUp(enriched, DAY.minus(Duration.ofDays(7)), DAY))
                .isTrue();
        assertThat(Staleness.dropsRecentFacts(DAY.minus(Duration.ofDays(30)), DAY))
                .isFalse();
        assertThat(Staleness.dropsRecentFacts(DAY.minus(Duration.ofDays(30)).minusSeconds(1), DAY))
                .isTrue();
    }

    private static Replenishment.Facts facts(
            int quota,
            int balance,
            Map<LeadStatus, Integer> stages,
            ReplenishmentMode mode,
            boolean automatic,
            int... pcts) {
        List<CampaignShares.Share> active = new ArrayList<>();
        for (int pct : pcts) {
            active.add(new CampaignShares.Share(campaign(active.size()), pct, DAY.plusSeconds(active.size())));
        }
        return new Replenishment.Facts(quota, balance, stages, mode, automatic, active, ClientSettings.ALERT_BELOW);
    }

    private static CampaignId campaign(int n) {
        return new CampaignId(new UUID(3, n));
    }

    @Test // flows 2.7: data > 90 days old => e-mail must be re-verified first
    void an_address_that_was_bought_is_verified_again_after_ninety_days() {
        assertThat(Staleness.verifiesAgain(DAY.minus(Duration.ofDays(90)), DAY)).isFalse();
        assertThat(Staleness.verifiesAgain(DAY.minus(Duration.ofDays(90)).minusSeconds(1), DAY))
                .isTrue();
        assertThat(Staleness.verifiesAgain(null, DAY)).as("a client's own word").isFalse();
    }
}

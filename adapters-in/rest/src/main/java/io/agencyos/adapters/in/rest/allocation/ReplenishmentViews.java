package io.agencyos.adapters.in.rest.allocation;

import io.agencyos.application.allocation.PlanReplenishment;
import io.agencyos.domain.allocation.Replenishment;
import io.agencyos.domain.allocation.SourcingTier;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A replenishment as it is planned. Source: scoring POOL-12. */
final class ReplenishmentViews {

    private ReplenishmentViews() {}

    /**
     * How many leads a campaign would get.
     *
     * @param leads leads that the campaign would get
     */
    record Share(UUID campaignId, int leads) {}

    /**
     * Where people would be bought, tier after tier, until the shortfall is filled.
     *
     * @param name what is searched for: companies like the customers, the same of any size, or the profile as it stands
     */
    record Tier(
            SourcingTier.Name name,
            List<String> industries,
            List<String> titles,
            List<String> companySizes,
            List<String> locations,
            List<Seniority> seniorities) {

        static Tier of(SourcingTier tier) {
            return new Tier(
                    tier.name(),
                    tier.industries(),
                    tier.titles(),
                    tier.sizes(),
                    tier.places(),
                    tier.seniorities().stream()
                            .sorted(Comparator.comparing(Vocabulary::wire))
                            .toList());
        }
    }

    /**
     * The plan.
     *
     * @param mode whether what is missing is filled ({@code smart}), the whole quota is asked for ({@code full}), or a
     *     person decides ({@code manual})
     * @param verdict whether leads are sourced, and else why not
     * @param pipeline leads that are still worked on
     * @param gap how many leads the pipeline lacks of the quota
     * @param need how many leads would be sourced; never more than the credits allow
     * @param low whether the client is told that few leads are left
     * @param campaigns how the leads would be shared out
     * @param waterfall where people are looked for, tier after tier, until enough are found
     */
    record PlanView(
            ReplenishmentMode mode,
            Replenishment.Verdict verdict,
            int pipeline,
            int gap,
            int need,
            boolean low,
            List<Share> campaigns,
            List<Tier> waterfall) {

        static PlanView of(PlanReplenishment.Planned planned) {
            Replenishment.Plan plan = planned.plan();
            return new PlanView(
                    planned.mode(),
                    plan.verdict(),
                    plan.pipeline(),
                    plan.gap(),
                    plan.need(),
                    plan.low(),
                    plan.byCampaign().entrySet().stream()
                            .map(share -> new Share(share.getKey().value(), share.getValue()))
                            .sorted(Comparator.comparing(
                                    share -> share.campaignId().toString()))
                            .toList(),
                    planned.waterfall().stream().map(Tier::of).toList());
        }
    }

    static final PlanView EXAMPLE = new PlanView(
            ReplenishmentMode.SMART,
            Replenishment.Verdict.SOURCE,
            1_850,
            400,
            400,
            false,
            List.of(new Share(UUID.fromString("019baaaa-0000-7000-8000-000000000003"), 400)),
            List.of(new Tier(
                    SourcingTier.Name.PROFILE,
                    List.of("Marketing"),
                    List.of("Head of Growth"),
                    List.of("11-50"),
                    List.of("Australia"),
                    List.of(Seniority.DIRECTOR, Seniority.VP))));
}

package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.domain.allocation.ChannelAllocation;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A page per unit of work; what was looked at is newer than the limit and does not come again. */
final class PlanChannelsAgainService implements PlanChannelsAgain {

    private static final int BATCH = 500;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Engine engine;
    private final ChannelPlanner planner;

    PlanChannelsAgainService(Engine engine, ChannelPlanner planner) {
        this.engine = engine;
        this.planner = planner;
    }

    private record Page(int looked, int given) {}

    @Override
    public int again(ClientId client) {
        Instant before = engine.clock().now().minus(A_DAY);
        int given = 0;
        while (true) {
            Page page = engine.inTenant(client, () -> page(client, before));
            given += page.given();
            if (page.looked() < BATCH) {
                return given;
            }
        }
    }

    private Page page(ClientId client, Instant before) {
        Optional<ChannelPlans> plans = engine.world().planning().plans();
        List<EnrolmentId> due =
                plans.map(kept -> kept.without(client, before, BATCH)).orElse(List.of());
        if (due.isEmpty()) {
            return new Page(0, 0);
        }
        Map<CampaignId, List<Enrolment>> byCampaign = engine.stores().enrolments().findAll(client, due).stream()
                .collect(Collectors.groupingBy(Enrolment::campaignId));
        byCampaign.forEach((id, enrolments) -> engine.world()
                .campaigns()
                .find(client, id)
                .ifPresent(campaign -> decide(client, campaign, enrolments)));
        int given = (int) plans.orElseThrow().of(client, due).values().stream()
                .map(ChannelPlans.Decided::allocation)
                .filter(allocation -> allocation.outcome() != ChannelAllocation.Outcome.NONE)
                .count();
        return new Page(due.size(), given);
    }

    private void decide(ClientId client, Campaign campaign, List<Enrolment> enrolments) {
        List<Lead> leads = engine.world()
                .leads()
                .leads()
                .findAll(client, enrolments.stream().map(Enrolment::leadId).toList());
        planner.record(client, campaign, leads, enrolments, engine.clock().now());
    }
}

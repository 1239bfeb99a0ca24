package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.LearnedTargets;
import io.agencyos.application.allocation.store.ServedCompanies;
import io.agencyos.application.campaign.enrolment.EnrolLeads;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.scoring.PreviewScores;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.allocation.Portfolio;
import io.agencyos.domain.allocation.SourcingTier;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;

/** What the use cases of this context need of the others, handed to them together. */
public record AllocationWorld(
        Clients clients,
        Campaigns campaigns,
        LeadPorts leads,
        Credits credits,
        PreviewScores preview,
        ScoreLeads scoring,
        EnrolLeads enrolment,
        Touches touches,
        Activities activities,
        Events events,
        Audit audit,
        LearnedTargets learned,
        ServedCompanies served) {

    /** The world of an installation that learns nothing. */
    public AllocationWorld(
            Clients clients,
            Campaigns campaigns,
            LeadPorts leads,
            Credits credits,
            PreviewScores preview,
            ScoreLeads scoring,
            EnrolLeads enrolment,
            Touches touches,
            Activities activities,
            Events events,
            Audit audit) {
        this(
                clients,
                campaigns,
                leads,
                credits,
                preview,
                scoring,
                enrolment,
                touches,
                activities,
                events,
                audit,
                LearnedTargets.NOTHING,
                ServedCompanies.NONE);
    }

    /** Whom a client's campaign asks for: what the campaign names replaces what the profile names. */
    static LearnedTargets.Aim aim(IcpProfile icp, CampaignTarget target) {
        SourcingTier.Wish wish = SourcingPlanService.wish(icp, target);
        return new LearnedTargets.Aim(wish.industries(), wish.titles(), wish.sizes());
    }

    /**
     * Where people are bought for this wish, first among companies such as the client has served. The tier of any size is left
     * out: with sizes in the profile the allocator would refuse whom it brought (POOL-7), without them it is the first tier.
     */
    List<SourcingTier> waterfall(ClientId client, SourcingTier.Wish wish) {
        Portfolio portfolio = served.of(client);
        return SourcingTier.waterfall(wish, portfolio.lookalikes(wish.industries()), portfolio.domains()).stream()
                .filter(tier -> tier.name() != SourcingTier.Name.LOOKALIKES_OF_ANY_SIZE)
                .toList();
    }

    /** Whom the allocator takes for a campaign, with what was learned. */
    IcpFilter filter(IcpProfile icp, CampaignTarget target) {
        LearnedTargets.Aim taken = learned.taken(icp.clientId(), aim(icp, target));
        return IcpFilter.of(
                icp,
                new CampaignTarget(taken.industries(), taken.titles(), taken.sizes(), target.locations()),
                preview.technologies(icp.clientId()));
    }

    /** When the period of the client's credits began, which is on a day of the client's own zone. */
    public Instant periodBegan(ClientId client) {
        return clients.subscription(client)
                .map(Subscription::periodStart)
                .flatMap(day -> clients.find(client)
                        .map(found -> day.atStartOfDay(found.timezone()).toInstant()))
                .orElse(Instant.EPOCH);
    }
}

package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople.Happened;
import io.agencyos.application.allocation.store.PoolHoldings;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts over claims, leads and the timeline. */
public final class MemoryPoolHoldings implements PoolHoldings {

    private static final Set<LeadStatus> UNSTARTED = EnumSet.of(LeadStatus.NEW, LeadStatus.ENRICHED, LeadStatus.SCORED);

    private final MemoryPoolPeople pool;
    private final MemoryLeads leads;
    private final MemoryActivities activities;

    public MemoryPoolHoldings(MemoryPoolPeople pool, MemoryLeads leads, MemoryActivities activities) {
        this.pool = pool;
        this.leads = leads;
        this.activities = activities;
    }

    @Override
    public Counts of(ClientId client) {
        List<MemoryPoolPeople.ClaimEvent> history = pool.claimEvents()
                .filter(event -> event.client().equals(client))
                .toList();
        List<PoolClaim> held =
                pool.held().filter(claim -> claim.clientId().equals(client)).toList();
        List<Lead> own = leads.live(client).toList();
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        long sum = 0;
        for (Lead lead : own) {
            if (lead.score() != null) {
                tiers.merge(lead.score().tier(), 1, Integer::sum);
                sum += lead.score().score();
            }
        }
        Map<Channel, Integer> sent = new EnumMap<>(Channel.class);
        activities.all().stream()
                .filter(activity -> activity.clientId().equals(client) && activity.action() == ActivityAction.SENT)
                .map(Activity::channel)
                .forEach(channel -> count(sent, channel));
        return new Counts(
                count(history, event -> event.happened() == Happened.CLAIMED),
                count(held, claim -> claim.status() == ClaimStatus.ACTIVE),
                count(held, claim -> claim.status() == ClaimStatus.CONVERTED),
                count(history, event -> event.happened() == Happened.RELEASED || event.happened() == Happened.EXPIRED),
                tiers,
                count(own, lead -> lead.score() == null),
                sum,
                count(own, lead -> lead.history().touches() > 0),
                count(own, lead -> lead.history().lastReplyAt() != null),
                count(own, lead -> lead.status() == LeadStatus.CONVERTED),
                sent);
    }

    @Override
    public Map<LeadStatus, Integer> stages(ClientId client) {
        Map<LeadStatus, Integer> stages = new EnumMap<>(LeadStatus.class);
        Map<LeadId, Lead> own = leads.live(client).collect(Collectors.toMap(Lead::id, lead -> lead));
        pool.held()
                .filter(claim -> claim.clientId().equals(client) && claim.status() == ClaimStatus.ACTIVE)
                .map(claim -> own.get(claim.leadId()))
                .filter(Objects::nonNull)
                .forEach(lead -> stages.merge(lead.status(), 1, Integer::sum));
        return stages;
    }

    @Override
    public Map<CampaignId, Integer> unstarted(ClientId client) {
        Map<CampaignId, Integer> unstarted = new HashMap<>();
        leads.live(client)
                .filter(lead ->
                        UNSTARTED.contains(lead.status()) && lead.history().touches() == 0)
                .map(Lead::campaignId)
                .filter(Objects::nonNull)
                .forEach(campaign -> unstarted.merge(campaign, 1, Integer::sum));
        return unstarted;
    }

    private static void count(Map<Channel, Integer> sent, @Nullable Channel channel) {
        if (channel != null) {
            sent.merge(channel, 1, Integer::sum);
        }
    }

    private static <T> int count(List<T> rows, Predicate<T> which) {
        return (int) rows.stream().filter(which).count();
    }
}

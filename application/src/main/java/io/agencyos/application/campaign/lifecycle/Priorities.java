package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.PriorityBalance;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the shares of a client's active campaigns at 100 in all; the caller holds the client's lock. */
public record Priorities(Campaigns campaigns) {

    /** Makes room for a campaign that starts, and answers its share. */
    int join(Campaign starting) {
        List<Campaign> active = others(starting);
        List<Integer> balanced = PriorityBalance.joined(shares(active));
        write(starting, active, balanced);
        return balanced.getLast();
    }

    /** Gives the part of a campaign that stops to the others. */
    void leave(Campaign stopping) {
        List<Campaign> active = others(stopping);
        write(stopping, active, PriorityBalance.left(shares(active)));
    }

    private List<Campaign> others(Campaign campaign) {
        return campaigns.all(campaign.clientId()).stream()
                .filter(other ->
                        other.status() == CampaignStatus.ACTIVE && !other.id().equals(campaign.id()))
                .toList();
    }

    private static List<Integer> shares(List<Campaign> active) {
        return active.stream().map(Campaign::priorityPct).toList();
    }

    private void write(Campaign of, List<Campaign> active, List<Integer> balanced) {
        Map<CampaignId, Integer> changed = new HashMap<>();
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i).priorityPct() != balanced.get(i)) {
                changed.put(active.get(i).id(), balanced.get(i));
            }
        }
        if (!changed.isEmpty()) {
            campaigns.share(of.clientId(), changed);
        }
    }
}

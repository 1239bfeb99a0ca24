package io.agencyos.domain.campaign;

import io.agencyos.domain.client.billing.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which active campaigns a smaller plan has no slot for: the lowest share first, of equal ones the newest, then by id.
 * Suggested ones beyond the AI slots go before the others beyond the total. Source: scoring PLAN-6.
 */
public final class SurplusCampaigns {

    private static final Comparator<Campaign> FIRST_TO_GO = Comparator.comparingInt(Campaign::priorityPct)
            .thenComparing(Campaign::createdAt, Comparator.reverseOrder())
            .thenComparing(campaign -> campaign.id().value(), Comparator.reverseOrder());

    private SurplusCampaigns() {}

    /** @param campaigns the client's; only the active ones take a slot */
    public static List<Campaign> toPause(Plan.Slots slots, Collection<Campaign> campaigns) {
        List<Campaign> active = campaigns.stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .sorted(FIRST_TO_GO)
                .toList();
        List<Campaign> suggested = active.stream()
                .filter(campaign -> campaign.origin() == CampaignOrigin.AI_SUGGESTED)
                .toList();
        List<Campaign> going = new ArrayList<>(suggested.subList(0, Math.max(0, suggested.size() - slots.ai())));
        int others = Math.max(0, active.size() - going.size() - slots.total());
        going.addAll(active.stream()
                .filter(campaign -> !going.contains(campaign))
                .limit(others)
                .toList());
        return List.copyOf(going);
    }
}

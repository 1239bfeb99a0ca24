package io.agencyos.domain.campaign;

import io.agencyos.domain.client.billing.Plan;
import java.util.Collection;

/** Whether one more campaign may be active. Source: scoring PLAN-3. */
public final class CampaignSlots {

    private CampaignSlots() {}

    /**
     * An AI slot may hold a custom campaign, not the reverse; one made from a template counts as custom.
     *
     * @param active origins of the other active campaigns
     */
    public static boolean free(Plan.Slots slots, Collection<CampaignOrigin> active, CampaignOrigin origin) {
        long suggested = active.stream()
                .filter(other -> other == CampaignOrigin.AI_SUGGESTED)
                .count();
        return active.size() < slots.total()
                && switch (origin) {
                    case AI_SUGGESTED -> suggested < slots.ai();
                    case CUSTOM, TEMPLATE -> true;
                };
    }
}

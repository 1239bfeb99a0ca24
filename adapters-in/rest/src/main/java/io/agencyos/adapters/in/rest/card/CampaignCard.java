package io.agencyos.adapters.in.rest.card;

import io.agencyos.application.lead.store.Cards;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as lists show it; a campaign that was deleted has no name any more. Source: api 8.
 *
 * @param name what colleagues call the campaign; null where it was deleted
 */
public record CampaignCard(UUID id, @Nullable String name) {

    public static final CampaignCard EXAMPLE =
            new CampaignCard(UUID.fromString("019baaaa-0000-7000-8000-000000000021"), "Growth leads");

    /** Null for no campaign. */
    public static @Nullable CampaignCard of(@Nullable CampaignId campaign, Cards cards) {
        return campaign == null ? null : new CampaignCard(campaign.value(), cards.campaign(campaign));
    }
}

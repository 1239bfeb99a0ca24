package io.agencyos.application.campaign.store;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What campaigns came to since they began, all of them in the same questions however many there are. Needs an open unit of
 * work of the tenant. Source: api 8 Campaign, 9.9.
 */
@FunctionalInterface
public interface CampaignTotals {

    /** Of an installation that counts nothing. */
    CampaignTotals NONE = (client, campaign, now) -> Map.of();

    /**
     * @param leads that belong to the campaign now and are not deleted
     * @param contacted leads to whom the campaign sent anything
     * @param replied those of them of whom a person answered
     * @param converted those of them with a deal
     * @param meetingsBooked meetings that were not called off
     * @param showed meetings that are over, to which the lead came
     * @param missed the same, to which it did not
     */
    record Totals(int leads, int contacted, int replied, int converted, int meetingsBooked, int showed, int missed) {

        /** Nothing happened yet. */
        public static final Totals NOTHING = new Totals(0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Campaigns of which there is nothing to count may be left out.
     *
     * @param campaign null for every campaign
     */
    Map<CampaignId, Totals> of(ClientId client, @Nullable CampaignId campaign, Instant now);
}

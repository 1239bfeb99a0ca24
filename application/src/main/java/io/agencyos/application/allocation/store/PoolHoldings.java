package io.agencyos.application.allocation.store;

import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What a client holds of the pool and made of it, in counts. Needs a tenant's unit of work, as worker. */
@SecondaryPort
public interface PoolHoldings {

    /**
     * Counts over everything the client ever claimed, and over its live leads.
     *
     * @param claimed claims ever made, also those that ended
     * @param active claims that hold and are not converted
     * @param released claims that were given back or ran out
     * @param tiers live leads that have a score
     * @param unscored live leads without one
     * @param scoreSum of the live leads that have a score
     * @param contacted live leads that were written to
     * @param replied live leads that answered
     * @param sent touches that left, by channel
     */
    record Counts(
            int claimed,
            int active,
            int converted,
            int released,
            Map<Tier, Integer> tiers,
            int unscored,
            long scoreSum,
            int contacted,
            int replied,
            int convertedLeads,
            Map<Channel, Integer> sent) {

        public Counts {
            tiers = Map.copyOf(tiers);
            sent = Map.copyOf(sent);
        }
    }

    Counts of(ClientId client);

    /** How many leads of the client's active holds are in each stage; stages without any are left out. */
    Map<LeadStatus, Integer> stages(ClientId client);

    /** How many leads of each campaign nobody wrote to yet; campaigns without any are left out. */
    Map<CampaignId, Integer> unstarted(ClientId client);
}

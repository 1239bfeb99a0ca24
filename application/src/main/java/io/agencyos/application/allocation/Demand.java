package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.domain.allocation.AssignmentChecks;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import java.util.Set;

/**
 * A campaign that wants leads from the pool, as it stands in the unit of work in which this was read.
 *
 * @param senders the channels for which the client has something to send with
 * @param credits what is left, 1 or more
 * @param exploring percent of the client's assignments that ignore rank
 */
public record Demand(
        ClientId clientId, Campaign campaign, IcpFilter filter, Set<Channel> senders, int credits, int exploring) {

    /** Reads the demand; client and campaign stay as they are until the unit of work ends. Checks 1 to 7. */
    public static Result<Demand, AssignmentRefusal> read(
            AllocationPorts ports, AllocationWorld world, ClientId clientId, CampaignId campaignId, int requested) {
        Client client = world.clients().findForShare(clientId).orElse(null);
        Campaign campaign = world.campaigns().findForShare(clientId, campaignId).orElse(null);
        IcpProfile icp = world.clients().icp(clientId).orElse(null);
        int credits = world.credits().balance(clientId);
        Optional<AssignmentRefusal> refusal = AssignmentChecks.refuse(new AssignmentChecks.Asked(
                client, world.clients().subscription(clientId).orElse(null), campaign, false, icp, requested, credits));
        if (refusal.isPresent() || campaign == null || icp == null) {
            return Result.err(refusal.orElse(AssignmentRefusal.CAMPAIGN_INACTIVE));
        }
        return Result.ok(new Demand(
                clientId,
                campaign,
                world.filter(icp, campaign.target()),
                ports.channels().of(clientId),
                credits,
                world.learned().assignmentPercent(clientId)));
    }
}

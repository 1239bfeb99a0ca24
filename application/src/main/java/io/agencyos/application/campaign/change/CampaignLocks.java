package io.agencyos.application.campaign.change;

import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;

/**
 * Whoever changes a campaign of a client does so alone: the client is held, its ledger's row locked, then the campaign.
 * The ledger's row comes before the campaigns, so that writing the shares of several never waits in a circle.
 */
public record CampaignLocks(CampaignPorts ports) {

    /** @param credits the client's balance */
    public record Held(Client client, int credits, Campaign campaign) {}

    /** Empty where there is no such campaign, or the client is gone. */
    public Optional<Held> hold(ClientId clientId, CampaignId id) {
        Optional<Client> client = ports.clients().findForShare(clientId);
        int credits = ports.credits().lock(clientId);
        return client.flatMap(found ->
                ports.campaigns().findForUpdate(clientId, id).map(campaign -> new Held(found, credits, campaign)));
    }
}

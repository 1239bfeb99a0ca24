package io.agencyos.application.campaign;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import java.util.Optional;

/**
 * Whoever changes a campaign of a client does so alone: the client is held, its ledger's row locked, then the campaign.
 * The ledger's row comes before the campaigns, so that writing the shares of several never waits in a circle.
 */
record CampaignLocks(CampaignPorts ports) {

    /** @param credits the client's balance */
    record Held(Client client, int credits, Campaign campaign) {}

    /** Empty where there is no such campaign, or the client is gone. */
    Optional<Held> hold(ClientId clientId, CampaignId id) {
        Optional<Client> client = ports.clients().findForShare(clientId);
        int credits = ports.credits().lock(clientId);
        return client.flatMap(found ->
                ports.campaigns().findForUpdate(clientId, id).map(campaign -> new Held(found, credits, campaign)));
    }
}

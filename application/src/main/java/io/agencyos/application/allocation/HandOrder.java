package io.agencyos.application.allocation;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.List;

/**
 * Whom staff want a client to be given. Source: POOL-8.5.
 *
 * @param regardlessOfFit leaves out what asks whether address, profile and score are good enough (checks 11 to 13); a way to
 *     reach the person there has to be all the same
 * @param reason why, for the log
 */
public record HandOrder(
        ClientId client, CampaignId campaign, List<PoolPersonId> people, boolean regardlessOfFit, String reason) {

    public HandOrder {
        people = List.copyOf(people);
    }
}

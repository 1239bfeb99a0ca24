package io.agencyos.application.client.billing;

import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.id.ClientId;

/** Pauses the active campaigns that a plan has no slot for. Source: scoring PLAN-6. */
@FunctionalInterface
public interface PauseSurplusCampaigns {

    /**
     * Inside the caller's unit of work (worker scope), which holds the client's row and its ledger's.
     *
     * @return how many were paused
     */
    int pause(ClientId client, Plan.Slots slots);
}

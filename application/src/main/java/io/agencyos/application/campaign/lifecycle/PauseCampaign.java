package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Stops a campaign until it is started again; nothing is lost, what is due waits at the gates. Its part of the leads goes
 * to the others. Source: outreach 1.2, 1.5, api 9.4.
 */
@PrimaryPort
public interface PauseCampaign {

    /** @param reason at most 500 characters */
    CampaignTransition pause(TenantScope scope, CampaignId campaign, @Nullable String reason, Origin origin);
}

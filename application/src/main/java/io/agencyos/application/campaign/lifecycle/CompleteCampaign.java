package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Ends a campaign for good: open enrolments are stopped with {@code campaign_completed}, open touches cancelled. Asking
 * again does what an interrupted run has left. Source: outreach 1.2.
 */
@PrimaryPort
public interface CompleteCampaign {

    CampaignTransition complete(TenantScope scope, CampaignId campaign, Origin origin);
}

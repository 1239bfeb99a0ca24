package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Takes a campaign out of sight, an admin's step: it is ended first, what was reported stays. Source: outreach 1.2. */
@PrimaryPort
public interface DeleteCampaign {

    /** @param version the version that the caller saw; another one is a {@code ConcurrentUpdate} */
    CampaignTransition delete(TenantScope scope, CampaignId campaign, int version, Origin origin);
}

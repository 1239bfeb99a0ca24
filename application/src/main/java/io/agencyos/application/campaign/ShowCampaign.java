package io.agencyos.application.campaign;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** One campaign with the newest version of its steps. Every member may see it. Source: api 9.4. */
@PrimaryPort
public interface ShowCampaign {

    /** Empty where there is no such campaign. */
    Optional<CampaignView> of(TenantScope scope, CampaignId campaign);
}

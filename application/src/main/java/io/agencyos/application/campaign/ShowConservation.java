package io.agencyos.application.campaign;

import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** What became of every step that leads were enrolled with. Every member may see it. Source: api 9.19, outreach 3.4. */
@PrimaryPort
public interface ShowConservation {

    /** Over all of the client's campaigns. */
    Conservation ofAll(TenantScope scope);

    /** Empty where there is no such campaign. */
    Optional<Conservation> of(TenantScope scope, CampaignId campaign);
}

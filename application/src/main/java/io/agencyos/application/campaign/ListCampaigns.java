package io.agencyos.application.campaign;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.CampaignStatus;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** A client's campaigns, oldest first, each with how its enrolments stand. Every member may see them. Source: api 9.4. */
@PrimaryPort
public interface ListCampaigns {

    /** @param status null for all */
    List<CampaignView> of(TenantScope scope, @Nullable CampaignStatus status);
}

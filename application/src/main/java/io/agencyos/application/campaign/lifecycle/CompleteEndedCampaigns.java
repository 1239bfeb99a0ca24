package io.agencyos.application.campaign.lifecycle;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Completes the campaigns whose last day is over on their own clock, night by night. Source: outreach 1.2. */
@PrimaryPort
@FunctionalInterface
public interface CompleteEndedCampaigns {

    /** Looks at one client's running campaigns and answers which it completed. */
    List<CampaignId> complete(ClientId client);
}

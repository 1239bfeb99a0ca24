package io.agencyos.application.campaign.store;

import io.agencyos.domain.campaign.ConsentDeclaration;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What a client's admins declared about the addresses that a campaign writes to. Append-only. Needs an open unit of work
 * of the tenant. Source: outreach 6.4, data model 5.4.
 */
@SecondaryPort
public interface ConsentDeclarations {

    /** The newest of a campaign. */
    Optional<ConsentDeclaration> newest(ClientId client, CampaignId campaign);

    void append(ConsentDeclaration declaration);
}

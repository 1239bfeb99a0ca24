package io.agencyos.application.campaign;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.ConsentDeclaration;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What there is to sign for a campaign, and who signed. Every member may see it. Source: api 9.4. */
@PrimaryPort
public interface ShowConsent {

    /** @param signed the newest signature, null for none */
    record Standing(ConsentText text, @Nullable ConsentDeclaration signed) {}

    /** Empty where there is no such campaign. */
    Optional<Standing> of(TenantScope scope, CampaignId campaign);
}

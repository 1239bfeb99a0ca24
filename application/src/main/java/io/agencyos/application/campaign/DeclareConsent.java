package io.agencyos.application.campaign;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.ConsentDeclaration;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * An admin signs that the work addresses a campaign writes to meet the publication test; without it no campaign starts.
 * Source: outreach 6.4, api 9.4.
 */
@PrimaryPort
public interface DeclareConsent {

    /** What came of it. */
    sealed interface Outcome {

        record Declared(ConsentDeclaration declaration) implements Outcome {}

        /** This text was signed for this campaign before; the first signature stands. */
        record AlreadyDeclared(ConsentDeclaration declaration) implements Outcome {}

        /** The version is not the one that is signed now. */
        record OtherText(ConsentText current) implements Outcome {}

        record NotFound() implements Outcome {}

        /** Wire code {@code role_required}; only a person signs. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /** @param version of the text that the person read */
    Outcome declare(TenantScope scope, CampaignId campaign, int version, Origin origin);
}

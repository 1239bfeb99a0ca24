package io.agencyos.application.campaign;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Makes a draft with the settings and the newest sequence of another campaign, without its leads and figures. Source: api 9.4. */
@PrimaryPort
@FunctionalInterface
public interface CloneCampaign {

    /** What came of it. */
    sealed interface Outcome {

        record Cloned(Campaign copy) implements Outcome {}

        record NotFound() implements Outcome {}

        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome copy(TenantScope scope, CampaignId campaign, Origin origin);
}

package io.agencyos.application.campaign;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Changes the settings of a campaign that is not over; they act on the next touch that is planned or committed. What
 * already waits for approval still waits. Source: outreach 1.1, 1.4, api 9.4.
 */
@PrimaryPort
public interface EditCampaign {

    /** What came of it. */
    sealed interface Outcome {

        record Edited(Campaign campaign) implements Outcome {}

        /** Wire code {@code validation_failed}, every problem at once. */
        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Wire code {@code duplicate}. */
        record NameTaken() implements Outcome {}

        record NotFound() implements Outcome {}

        /** Wire code {@code campaign_terminal}. */
        record Terminal() implements Outcome {}

        /** Wire code {@code role_required}; autopilot needs an admin. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /** @param version the version that the caller saw; another one is a {@code ConcurrentUpdate} */
    Outcome edit(TenantScope scope, CampaignId campaign, int version, CampaignSettings settings, Origin origin);
}

package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Lifts a client's stop. Campaigns stay paused unless they are asked to go on; then those that the stop itself had paused
 * are started again where their checks pass. Source: outreach 1.5.
 */
@PrimaryPort
public interface ResumeOutreach {

    /** What came of it. */
    sealed interface Outcome {

        /** @param blocked what keeps campaigns paused that should have gone on */
        record Resumed(Client client, List<CampaignId> reactivated, Map<CampaignId, List<ActivationProblem>> blocked)
                implements Outcome {
            public Resumed {
                reactivated = List.copyOf(reactivated);
                blocked = Map.copyOf(blocked);
            }
        }

        record NotFound() implements Outcome {}

        /** Wire code {@code not_eligible}: the client leaves, and an owner has to restore it first. */
        record Leaving() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome resume(TenantScope scope, boolean reactivate, Origin origin);
}

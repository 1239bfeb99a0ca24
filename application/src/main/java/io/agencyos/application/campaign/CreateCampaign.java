package io.agencyos.application.campaign;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Makes a draft with the default sequence for the channels that the client has senders on; where it has none yet, the
 * e-mail steps, so that the campaign can start as soon as a mailbox is there. Source: outreach 1.1, 2.2, api 9.4.
 */
@PrimaryPort
public interface CreateCampaign {

    /**
     * What is asked for.
     *
     * @param mixGiven false renormalises the mix over the channels that the client has senders on
     */
    record Request(CampaignOrigin origin, CampaignSettings settings, boolean mixGiven) {}

    /** What came of it. */
    sealed interface Outcome {

        record Created(Campaign campaign, Sequence sequence) implements Outcome {}

        /** Wire code {@code validation_failed}, every problem at once. */
        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Wire code {@code duplicate}: another campaign has this name. */
        record NameTaken() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome create(TenantScope scope, Request request, Origin origin);
}

package io.agencyos.application.allocation;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Puts these leads of a client into a campaign, under the rules of {@link AssignLeads}: nobody whom a campaign uses or used,
 * nobody who is suppressed or dead. They are enrolled when the campaign runs. Source: api 9.6 {@code assign_campaign}.
 */
@PrimaryPort
@FunctionalInterface
public interface AssignNamedLeads {

    /**
     * Needs an open unit of work of the tenant, as worker.
     *
     * @return who was left alone, and the code of why; {@code not_eligible} for whom a campaign has
     */
    Map<LeadId, String> assign(ClientId client, CampaignId campaign, Collection<LeadId> named);
}

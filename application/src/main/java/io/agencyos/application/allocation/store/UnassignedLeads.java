package io.agencyos.application.allocation.store;

import io.agencyos.domain.allocation.NotFree;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The leads that a client has and no campaign uses yet. Needs a tenant's unit of work, as worker. */
@SecondaryPort
public interface UnassignedLeads {

    /**
     * Leads that nobody wrote to and that were never in a sequence, without a campaign or waiting in this one, the best
     * score first, then the oldest, then by id. They are locked until the unit of work ends; those that somebody else
     * holds just now are left out.
     *
     * @param minimumScore 0 takes those without a score too
     * @param except leads that were looked at already
     */
    List<Lead> lockBest(ClientId client, CampaignId campaign, int minimumScore, Collection<LeadId> except, int limit);

    /** Those of the named leads that are so, locked alike, by id. */
    List<Lead> lockNamed(ClientId client, CampaignId campaign, Collection<LeadId> named);

    /** How many of the client's live leads {@link #lockBest} leaves out for good, each by the first reason. */
    Map<NotFree, Integer> notFree(ClientId client, CampaignId campaign, int minimumScore);
}

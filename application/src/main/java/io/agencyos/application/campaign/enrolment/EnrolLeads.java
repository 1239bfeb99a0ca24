package io.agencyos.application.campaign.enrolment;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Starts leads in the newest sequence version of a campaign. Works inside the caller's unit of work (worker scope), so
 * that a lead is created, claimed, scored and enrolled or none of it.
 */
public interface EnrolLeads {

    /**
     * Enrols every lead that has no open enrolment and writes one pending step row per step. Leads that are already in
     * a live enrolment are left alone.
     *
     * @return how many enrolments were started
     */
    int enrol(ClientId client, CampaignId campaign, Collection<LeadId> leads);

    /** The same for leads that the caller has just stored as they are here, with their scores, and nobody enrolled yet. */
    default int enrolNew(ClientId client, CampaignId campaign, Collection<Lead> leads) {
        return enrol(client, campaign, leads.stream().map(Lead::id).toList());
    }

    /**
     * The same, some of them later than now: whoever is of a company where somebody else was just written to.
     *
     * @param notBefore when these are written to first at the earliest; the others at once
     */
    default int enrolNew(ClientId client, CampaignId campaign, Collection<Lead> leads, Map<LeadId, Instant> notBefore) {
        return enrolNew(client, campaign, leads);
    }
}

package io.agencyos.application.outreach.approval;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * After a switch from autopilot: whatever stands ready or queued unseen goes back to the people who approve, at once and not
 * only when it is due. What somebody approved, or wrote by hand, stays; so does what a vendor may have. The gates hold
 * meanwhile, so that nothing leaves in between. Source: outreach 1.4.
 */
@PrimaryPort
public interface SendBackUnapproved {

    /**
     * Of a campaign, or of all.
     *
     * @return how many went back
     */
    int ofCampaign(ClientId client, @Nullable CampaignId campaign);

    /** Of one lead. */
    int ofLead(ClientId client, LeadId lead);
}

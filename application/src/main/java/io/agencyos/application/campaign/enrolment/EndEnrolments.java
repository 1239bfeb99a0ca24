package io.agencyos.application.campaign.enrolment;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Stops every open enrolment of a campaign with {@code campaign_completed} and cancels its open touches, in units of work
 * of its own. Until it has run, the gates refuse what a completed campaign still has open. Source: outreach 1.2.
 */
@PrimaryPort
@FunctionalInterface
public interface EndEnrolments {

    /** @return how many enrolments were stopped */
    int end(ClientId client, CampaignId campaign);
}

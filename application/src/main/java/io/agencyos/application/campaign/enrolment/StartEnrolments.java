package io.agencyos.application.campaign.enrolment;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Enrols the leads that came to a campaign while it was not running, in units of work of its own. Who was ever enrolled is
 * left alone, so that repeating it does no harm. Source: outreach 1.2, flows 2.10.
 */
@PrimaryPort
@FunctionalInterface
public interface StartEnrolments {

    /** @return how many were enrolled; none unless the campaign is active */
    int start(ClientId client, CampaignId campaign);
}

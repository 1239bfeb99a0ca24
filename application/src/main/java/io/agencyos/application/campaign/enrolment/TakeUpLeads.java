package io.agencyos.application.campaign.enrolment;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Enrols leads that were not worth a message when they came to a campaign that runs, and are now: somebody completed them. In a
 * unit of work of its own. Who was ever enrolled is left alone, so that repeating it does no harm. Source: flows 2.6 stage 8.
 */
@PrimaryPort
@FunctionalInterface
public interface TakeUpLeads {

    /** @return how many were enrolled; none of a lead without a campaign that runs, and none that is dead */
    int takeUp(ClientId client, Collection<LeadId> leads);
}

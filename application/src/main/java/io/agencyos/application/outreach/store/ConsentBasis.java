package io.agencyos.application.outreach.store;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What allows writing to a person. Needs an open unit of work of the tenant. Source: outreach 6.4. */
@SecondaryPort
public interface ConsentBasis {

    /**
     * The leads for whom a basis is on file: a consent of their own that has not lapsed or, for e-mail and LinkedIn, the
     * declaration that was signed for the campaign.
     */
    Set<LeadId> covered(ClientId client, CampaignId campaign, Channel channel, Collection<LeadId> leads, Instant now);

    /** The leads who agreed expressly to be contacted on this channel, by a consent that holds now. */
    Set<LeadId> expressly(ClientId client, Channel channel, Collection<LeadId> leads, Instant now);
}

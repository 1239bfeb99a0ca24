package io.agencyos.application.campaign;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.Sequence;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** A tenant's campaigns and their sequence versions. Needs an open unit of work of that tenant. */
@SecondaryPort
public interface Campaigns {

    Optional<Campaign> find(ClientId client, CampaignId id);

    /** The campaign held against pause and completion until the unit of work ends ({@code FOR SHARE}). */
    Optional<Campaign> findForShare(ClientId client, CampaignId id);

    /** The campaign locked for a change of its status. */
    Optional<Campaign> findForUpdate(ClientId client, CampaignId id);

    /** All that are not deleted, oldest first. */
    List<Campaign> all(ClientId client);

    void insert(Campaign campaign, Sequence sequence);

    /** Writes the campaign where its version is unchanged, else {@code ConcurrentUpdate}; answers the new version. */
    Campaign update(Campaign campaign);

    /** Writes the shares of the leads of several campaigns at once, each with a new version. */
    void share(ClientId client, Map<CampaignId, Integer> priorities);

    Optional<Sequence> sequence(ClientId client, CampaignId id, int version);

    /** The newest version of every campaign that is not deleted. */
    Map<CampaignId, Sequence> newestSequences(ClientId client);

    /** Adds a version; versions are never changed. */
    void addSequence(Sequence sequence);
}

package io.agencyos.application.campaign.store;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** Which were completed by then, deleted ones too. */
    Set<CampaignId> completedBy(ClientId client, Instant then);

    void insert(Campaign campaign, Sequence sequence);

    /** Writes the campaign where its version is unchanged, else {@code ConcurrentUpdate}; answers the new version. */
    Campaign update(Campaign campaign);

    /** Writes the shares of the leads of several campaigns at once, each with a new version. */
    void share(ClientId client, Map<CampaignId, Integer> priorities);

    Optional<Sequence> sequence(ClientId client, CampaignId id, int version);

    /** The newest version of every campaign that is not deleted. */
    Map<CampaignId, Sequence> newestSequences(ClientId client);

    /** The senders that a campaign has chosen, oldest first. */
    List<CampaignSender> senders(ClientId client, CampaignId campaign);

    /**
     * Adds a choice; a sender that the campaign has chosen already is a {@code UniqueViolation}.
     *
     * @return whether the sender is the client's still; otherwise nothing was added
     */
    boolean addSender(CampaignSender sender);

    /** Writes limit and use of a chosen sender; answers it as it is stored now. */
    CampaignSender updateSender(CampaignSender sender);

    void removeSender(CampaignSender sender);

    /** Remembers when these chosen senders were used last. */
    void sendersUsed(ClientId client, Collection<UUID> ids, Instant at);

    /** Adds a version; versions are never changed. */
    void addSequence(Sequence sequence);
}

package io.agencyos.application.scoring.rescore;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The leads of a campaign are scored again when it wants others. */
record TriggeringCampaigns(Campaigns inner, ScoringTriggers triggers) implements Campaigns {

    @Override
    public Campaign update(Campaign campaign) {
        Optional<Campaign> before = inner.find(campaign.clientId(), campaign.id());
        Campaign after = inner.update(campaign);
        if (before.isPresent() && !before.get().target().equals(after.target())) {
            triggers.changed(
                    campaign.clientId(), ScoreCause.ICP_CHANGED, new RescoreRequest.Target.OfCampaign(campaign.id()));
        }
        return after;
    }

    @Override
    public Optional<Campaign> find(ClientId client, CampaignId id) {
        return inner.find(client, id);
    }

    @Override
    public Optional<Campaign> findForShare(ClientId client, CampaignId id) {
        return inner.findForShare(client, id);
    }

    @Override
    public Optional<Campaign> findForUpdate(ClientId client, CampaignId id) {
        return inner.findForUpdate(client, id);
    }

    @Override
    public Set<CampaignId> completedBy(ClientId client, Instant then) {
        return inner.completedBy(client, then);
    }

    @Override
    public List<Campaign> all(ClientId client) {
        return inner.all(client);
    }

    @Override
    public void insert(Campaign campaign, Sequence sequence) {
        inner.insert(campaign, sequence);
    }

    @Override
    public void share(ClientId client, Map<CampaignId, Integer> priorities) {
        inner.share(client, priorities);
    }

    @Override
    public Optional<Sequence> sequence(ClientId client, CampaignId id, int version) {
        return inner.sequence(client, id, version);
    }

    @Override
    public Map<CampaignId, Sequence> newestSequences(ClientId client) {
        return inner.newestSequences(client);
    }

    @Override
    public List<CampaignSender> senders(ClientId client, CampaignId campaign) {
        return inner.senders(client, campaign);
    }

    @Override
    public boolean addSender(CampaignSender sender) {
        return inner.addSender(sender);
    }

    @Override
    public CampaignSender updateSender(CampaignSender sender) {
        return inner.updateSender(sender);
    }

    @Override
    public void removeSender(CampaignSender sender) {
        inner.removeSender(sender);
    }

    @Override
    public void sendersUsed(ClientId client, Collection<UUID> ids, Instant at) {
        inner.sendersUsed(client, ids, at);
    }

    @Override
    public void addSequence(Sequence sequence) {
        inner.addSequence(sequence);
    }
}

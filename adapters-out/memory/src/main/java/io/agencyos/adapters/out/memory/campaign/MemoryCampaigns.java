package io.agencyos.adapters.out.memory.campaign;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Campaigns and their sequence versions. */
public final class MemoryCampaigns implements Campaigns {

    private record VersionKey(CampaignId campaign, int version) {}

    private final MemoryTable<CampaignId, Campaign> campaigns;
    private final MemoryTable<VersionKey, Sequence> sequences;
    private final MemoryTable<UUID, CampaignSender> senders;

    public MemoryCampaigns(MemoryUnitOfWork units) {
        campaigns = MemoryTable.<CampaignId, Campaign>ofTenants("campaign", units, Campaign::clientId, Campaign::id)
                .unique(
                        "uq_campaign_name",
                        campaign -> campaign.isDeleted()
                                ? null
                                : List.of(campaign.clientId(), campaign.name().toLowerCase(Locale.ROOT)));
        senders = MemoryTable.<UUID, CampaignSender>ofTenants(
                        "campaign_resource", units, CampaignSender::clientId, CampaignSender::id)
                .stamped(CampaignSender::id)
                .unique("uq_campaign_resource", one -> List.of(one.clientId(), one.campaignId(), one.sender()));
        sequences = MemoryTable.ofTenants(
                "campaign_sequence",
                units,
                Sequence::clientId,
                sequence -> new VersionKey(sequence.campaignId(), sequence.version()));
    }

    @Override
    public Optional<Campaign> find(ClientId client, CampaignId id) {
        return campaigns
                .find(id)
                .filter(campaign -> campaign.clientId().equals(client) && !campaign.isDeleted())
                .map(this::shown);
    }

    /** Whether the client had it and deleted it. */
    public boolean isDeleted(ClientId client, CampaignId id) {
        return campaigns
                .find(id)
                .filter(campaign -> campaign.clientId().equals(client) && campaign.isDeleted())
                .isPresent();
    }

    @Override
    public Set<CampaignId> completedBy(ClientId client, Instant then) {
        return campaigns
                .rows()
                .filter(campaign -> campaign.clientId().equals(client) && campaign.completedBy(then))
                .map(Campaign::id)
                .collect(Collectors.toSet());
    }

    private Campaign shown(Campaign campaign) {
        boolean own = senders.rows().anyMatch(one -> one.campaignId().equals(campaign.id()));
        return own == campaign.ownSenders() ? campaign : campaign.choosing(own);
    }

    @Override
    public List<CampaignSender> senders(ClientId client, CampaignId campaign) {
        return senders.rows()
                .filter(one -> one.clientId().equals(client) && one.campaignId().equals(campaign))
                .sorted(Comparator.comparing(CampaignSender::createdAt).thenComparing(CampaignSender::id))
                .toList();
    }

    @Override
    public boolean addSender(CampaignSender sender) {
        senders.insert(sender);
        return true;
    }

    @Override
    public CampaignSender updateSender(CampaignSender sender) {
        CampaignSender next = sender.atVersion(sender.version() + 1);
        senders.put(next);
        return next;
    }

    @Override
    public void removeSender(CampaignSender sender) {
        senders.remove(sender.id());
    }

    @Override
    public void sendersUsed(ClientId client, Collection<UUID> ids, Instant at) {
        ids.stream()
                .flatMap(id -> senders.find(id).stream())
                .forEach(one -> senders.put(new CampaignSender(
                        one.id(),
                        one.clientId(),
                        one.campaignId(),
                        one.channel(),
                        one.sender(),
                        one.dailyLimit(),
                        one.active(),
                        one.lastUsedAt() == null || at.isAfter(one.lastUsedAt()) ? at : one.lastUsedAt(),
                        one.createdAt(),
                        one.version() + 1)));
    }

    @Override
    public Optional<Campaign> findForShare(ClientId client, CampaignId id) {
        return find(client, id);
    }

    @Override
    public Optional<Campaign> findForUpdate(ClientId client, CampaignId id) {
        return find(client, id);
    }

    @Override
    public List<Campaign> all(ClientId client) {
        return campaigns
                .rows()
                .filter(campaign -> campaign.clientId().equals(client) && !campaign.isDeleted())
                .map(this::shown)
                .sorted(Comparator.comparing(Campaign::createdAt)
                        .thenComparing(campaign -> campaign.id().value()))
                .toList();
    }

    @Override
    public void insert(Campaign campaign, Sequence sequence) {
        campaigns.insert(campaign);
        sequences.insert(sequence);
    }

    @Override
    public Campaign update(Campaign campaign) {
        campaigns
                .find(campaign.id())
                .filter(stored -> stored.version() == campaign.version())
                .orElseThrow(() -> new ConcurrentUpdate("campaign " + campaign.id()));
        Campaign next = campaign.stored(campaign.priorityPct(), campaign.version() + 1);
        campaigns.put(next);
        return next;
    }

    @Override
    public void share(ClientId client, Map<CampaignId, Integer> priorities) {
        priorities.forEach((id, priority) ->
                find(client, id).ifPresent(found -> campaigns.put(found.stored(priority, found.version() + 1))));
    }

    @Override
    public Optional<Sequence> sequence(ClientId client, CampaignId id, int version) {
        return sequences
                .find(new VersionKey(id, version))
                .filter(sequence -> sequence.clientId().equals(client));
    }

    @Override
    public Map<CampaignId, Sequence> newestSequences(ClientId client) {
        return all(client).stream()
                .flatMap(campaign ->
                        sequence(client, campaign.id(), campaign.sequence().version()).stream())
                .collect(Collectors.toMap(Sequence::campaignId, Function.identity()));
    }

    @Override
    public void addSequence(Sequence sequence) {
        sequences.insert(sequence);
    }
}
